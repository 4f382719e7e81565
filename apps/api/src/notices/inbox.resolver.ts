import {
  type InboxCounts,
  type InboxItem,
  InboxService,
  type NoticeAsks,
  titleOf,
  toDoOf,
} from '@banso/notices';
import type { Actor } from '@banso/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowInPrefecture, AllowSignedIn, CurrentActor } from '../access.js';
import { SentenceType } from '../dispatch/sentence.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import {
  InboxCountsType,
  InboxFilterInput,
  InboxItemConnection,
  InboxItemType,
  NoticeAsksEnum,
  NoticeFactsType,
} from './inbox.graphql.js';

/** What somebody has been told. */
@Resolver(() => InboxItemType)
export class InboxResolver {
  constructor(private readonly service: InboxService) {}

  @Query(() => InboxItemConnection, { description: 'What you were told, the newest first.' })
  @AllowInPrefecture()
  async inbox(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which of it; all when left out.' })
    filter?: InboxFilterInput,
  ): Promise<Connection<InboxItem>> {
    return toConnection(await this.service.list(actor, filter ?? {}, page));
  }

  @Query(() => InboxItemType, { description: 'One of them; looking at it does not mark it.' })
  @AllowInPrefecture()
  inboxItem(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id, or the short form in a mail.' }) id: string,
  ): Promise<InboxItem> {
    return this.service.get(actor, id);
  }

  @Query(() => InboxCountsType, { description: 'How much of what you were told is open.' })
  @AllowInPrefecture()
  inboxCounts(@CurrentActor() actor: Actor): Promise<InboxCounts> {
    return this.service.count(actor);
  }

  @Mutation(() => [InboxItemType], {
    description: 'Marks what you have seen to, or opens it again; your own inbox only.',
  })
  @AllowSignedIn()
  markInboxItems(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], description: 'Which ones, 100 at most.' }) ids: string[],
    @Args('done', { description: 'Seen to, or open again.' }) done: boolean,
  ): Promise<InboxItem[]> {
    return this.service.mark(actor, { ids, done });
  }

  @ResolveField(() => SentenceType, { description: 'What happened.' })
  title(@Parent() { kind }: InboxItem): SentenceType {
    return { ja: titleOf(kind, 'ja'), en: titleOf(kind, 'en') };
  }

  @ResolveField(() => SentenceType, { description: 'What is to be done.' })
  toDo(@Parent() { kind }: InboxItem): SentenceType {
    return { ja: toDoOf(kind, 'ja'), en: toDoOf(kind, 'en') };
  }

  @ResolveField(() => NoticeAsksEnum, { description: 'Whether something has to be done.' })
  asks(@Parent() { needsAction }: InboxItem): NoticeAsks {
    return needsAction ? 'ACTION' : 'INFORM';
  }

  @ResolveField(() => NoticeFactsType, { description: 'What it says.' })
  facts(@Parent() { facts }: InboxItem): InboxItem['facts'] {
    const dated = <Line extends { startsAt?: unknown; endsAt?: unknown; wasAt?: unknown }>(
      line: Line,
    ): Line => ({
      ...line,
      startsAt: asDate(line.startsAt),
      endsAt: asDate(line.endsAt),
      wasAt: asDate(line.wasAt),
    });
    return { ...dated(facts), lines: facts.lines?.map(dated) ?? null };
  }
}

const asDate = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);
