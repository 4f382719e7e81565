import { InstallationService } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import {
  type Config,
  CONFIG,
  type DeadRow,
  hasRedis,
  type Retried,
  VERSION,
  type WorkState,
} from '@banso/platform';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import { InvitationResolver } from '../people/invitation.resolver.js';
import { IssuedInvitationType } from '../people/people.graphql.js';
import { DeadOutboxRowConnection, InstallationType, RetriedOutboxRowsType } from './installation.graphql.js';
import { WorkStateType } from './work-state.graphql.js';

/** What whoever runs the installation sees and does. */
@Resolver()
export class InstallationResolver {
  constructor(
    private readonly service: InstallationService,
    private readonly invitations: InvitationResolver,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => InstallationType, { description: 'How the installation is.' })
  @Allow('OPERATOR')
  async installation(@CurrentActor() actor: Actor): Promise<InstallationType> {
    const { outbox, ...found } = await this.service.look(actor);
    return {
      ...found,
      version: VERSION,
      queueBackend: hasRedis(this.config) ? 'REDIS' : 'POSTGRES',
      outbox: {
        waiting: outbox.open,
        oldestWaitingSeconds: Math.round(outbox.seconds),
        dead: outbox.dead,
      },
    };
  }

  @Query(() => WorkStateType, { description: 'The work that runs later, as it is this moment.' })
  @Allow('OPERATOR')
  workState(@CurrentActor() actor: Actor): Promise<WorkState> {
    return this.service.work(actor);
  }

  @Query(() => DeadOutboxRowConnection, { description: 'Jobs that were set aside, the latest first.' })
  @Allow('OPERATOR')
  async deadOutboxRows(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Connection<DeadRow>> {
    return toConnection(await this.service.deadRows(actor, page));
  }

  @Mutation(() => RetriedOutboxRowsType, {
    description: 'Wakes jobs that were set aside, at most 100 at once; refused whole for an unknown one.',
  })
  @Allow('OPERATOR')
  retryOutboxRows(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], description: 'Which jobs.' }) ids: string[],
  ): Promise<Retried> {
    return this.service.retry(actor, ids);
  }

  @Mutation(() => IssuedInvitationType, {
    description:
      'Makes a link for the first coordinator and approver of a hub in which nobody can sign in; an earlier link works no more.',
  })
  @Allow('OPERATOR')
  async inviteFirstHubAccount(
    @CurrentActor() actor: Actor,
    @Args('prefectureId', { type: () => ID, description: 'Code of the prefecture, two digits.' })
    prefectureId: string,
    @Args('forName', { description: 'For whom it is meant, such as a name or a section.' }) forName: string,
  ): Promise<IssuedInvitationType> {
    return this.invitations.issued(await this.service.inviteFirst(actor, { prefectureId, forName }));
  }
}
