import { RetentionService, type RetentionState } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import { RETENTION_CLASSES, type RetentionClass } from '@banso/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { RetentionInput, RetentionType } from './retention.graphql.js';

function shown(state: RetentionState): RetentionType {
  const { ja, en, from, why, action, days }: RetentionClass = RETENTION_CLASSES[state.kind];
  const limits = { defaultDays: days.byDefault, leastDays: days.least, mostDays: days.most };
  return { ...state, label: { ja, en }, from, why, action, ...limits };
}

/** How long records are kept. */
@Resolver()
export class RetentionResolver {
  constructor(private readonly service: RetentionService) {}

  @Query(() => [RetentionType], {
    description: 'How long each kind of record is kept in your prefecture, and what would go by today.',
  })
  @Allow('HUB_STAFF')
  async retention(@CurrentActor() actor: Actor): Promise<RetentionType[]> {
    return (await this.service.list(actor)).map(shown);
  }

  @Mutation(() => RetentionType, { description: 'Chooses how long one kind of record is kept.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  async setRetention(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which records, and how long.' }) input: RetentionInput,
  ): Promise<RetentionType> {
    return shown(await this.service.set(actor, input));
  }
}
