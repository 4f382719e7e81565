import { type Actor, Clock } from '@banso/kernel';
import type { Municipality } from '@banso/directory';
import {
  type CancelSide,
  type DeclineKind,
  type GapState,
  getVisit,
  listVisits,
  readsDeclineKind,
  readsTravel,
  type Slot,
  slotOf,
  type Visit,
  type VisitAction,
  visitActionsOf,
  type VisitEvent,
  type VisitProposal,
  VisitService,
} from '@banso/dispatch';
import { Db } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import type { Specialist } from '@banso/talent';
import {
  Args,
  Context,
  GraphQLISODateTime,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { PlannedSlotType } from './slot.graphql.js';
import { VisitProposalType } from './visit-proposal.graphql.js';
import {
  CancelSideEnum,
  DeclineKindEnum,
  GapStateEnum,
  VisitActionEnum,
  VisitConnection,
  VisitEventType,
  VisitFilterInput,
  VisitType,
} from './visit.graphql.js';

const id = { type: () => ID, description: 'The visit.' };
const reason = { description: 'Why; the other side reads it.' };

@Resolver(() => VisitType)
export class VisitResolver {
  constructor(
    private readonly db: Db,
    private readonly visitService: VisitService,
    private readonly clock: Clock,
  ) {}

  @Query(() => VisitConnection, { description: 'Published visits that you may see, by time.' })
  @AllowInPrefecture()
  async visits(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: VisitFilterInput,
  ): Promise<Connection<Visit>> {
    return toConnection(await this.db.read(actor, (tx) => listVisits(tx, actor, filter ?? {}, page)));
  }

  @Query(() => VisitType, { description: 'One visit.' })
  @AllowInPrefecture()
  visit(@CurrentActor() actor: Actor, @Args('id', id) visitId: string): Promise<Visit> {
    return this.db.read(actor, (tx) => getVisit(tx, actor, visitId));
  }

  @Mutation(() => VisitType, { description: 'Says that you will come.' })
  @Allow('SPECIALIST')
  acceptVisit(
    @CurrentActor() actor: Actor,
    @Args('id', id) visitId: string,
    @Args('seenStartsAt', {
      type: () => GraphQLISODateTime,
      nullable: true,
      description: 'For when you believe the visit to be: one that was moved meanwhile is not accepted.',
    })
    seenStartsAt?: Date | null,
  ): Promise<Visit> {
    return this.visitService.accept(actor, visitId, seenStartsAt ?? null);
  }

  @Mutation(() => VisitType, {
    description: 'Takes back that you will come, within a minute of having said so.',
  })
  @Allow('SPECIALIST')
  takeBackAcceptance(@CurrentActor() actor: Actor, @Args('id', id) visitId: string): Promise<Visit> {
    return this.visitService.takeBackAcceptance(actor, visitId);
  }

  @Mutation(() => VisitType, {
    description: 'Says that you cannot come, and why; the planner looks for another.',
  })
  @Allow('SPECIALIST')
  declineVisit(
    @CurrentActor() actor: Actor,
    @Args('id', id) visitId: string,
    @Args('kind', { type: () => DeclineKindEnum, description: 'What kind of reason; towns are not told.' })
    kind: DeclineKind,
    @Args('reason', {
      type: () => String,
      nullable: true,
      description: 'In words, which the town reads too.',
    })
    why?: string | null,
  ): Promise<Visit> {
    return this.visitService.decline(actor, visitId, { kind, reason: why });
  }

  @Mutation(() => VisitType, { description: 'Notes that a visit took place.' })
  @Allow('SPECIALIST', 'HUB_COORDINATOR')
  completeVisit(@CurrentActor() actor: Actor, @Args('id', id) visitId: string): Promise<Visit> {
    return this.visitService.complete(actor, visitId);
  }

  @Mutation(() => VisitType, {
    description: 'Calls a visit off, with the reason; a town its own, for a cause on its side.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  cancelVisit(
    @CurrentActor() actor: Actor,
    @Args('id', id) visitId: string,
    @Args('reason', reason) why: string,
    @Args('side', { type: () => CancelSideEnum, description: 'On whose side the cause lies.' })
    side: CancelSide,
  ): Promise<Visit> {
    return this.visitService.cancel(actor, visitId, { reason: why, side });
  }

  @Mutation(() => VisitType, { description: 'Marks a visit to stay where it is.' })
  @Allow('HUB_COORDINATOR')
  pinVisit(
    @CurrentActor() actor: Actor,
    @Args('id', id) visitId: string,
    @Args('pinned', { description: 'Whether to keep it.' }) pinned: boolean,
  ): Promise<Visit> {
    return this.visitService.pin(actor, visitId, pinned);
  }

  @ResolveField(() => SupportRequestType, { description: 'The request that it serves.' })
  async supportRequest(
    @Parent() visit: Visit,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(visit.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { description: 'Where.' })
  async municipality(
    @Parent() visit: Visit,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(visit.municipalityId);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who goes.' })
  async specialist(@Parent() visit: Visit, @Context() context: RequestContext): Promise<Specialist | null> {
    return context.loaders.specialist.load(visit.specialistId);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Minutes on the way there, buffer included; not told to towns.',
  })
  travelBeforeMinutes(@Parent() visit: Visit, @CurrentActor() actor: Actor): number | null {
    return readsTravel(actor) ? visit.travelBeforeMinutes : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Minutes on the way on or home, buffer included; not told to towns.',
  })
  travelAfterMinutes(@Parent() visit: Visit, @CurrentActor() actor: Actor): number | null {
    return readsTravel(actor) ? visit.travelAfterMinutes : null;
  }

  @ResolveField(() => [VisitEventType], { description: 'Every change of state, oldest first.' })
  async history(@Parent() visit: Visit, @Context() context: RequestContext): Promise<readonly VisitEvent[]> {
    return context.loaders.visitHistory.load(visit.id);
  }

  @ResolveField(() => DeclineKindEnum, {
    nullable: true,
    description: 'What kind of reason whoever declined gave; not told to towns.',
  })
  declineKind(@Parent() visit: Visit, @CurrentActor() actor: Actor): DeclineKind | null {
    return readsDeclineKind(actor) ? visit.declineKind : null;
  }

  @ResolveField(() => GapStateEnum, {
    nullable: true,
    description:
      'Only when it was called off at short notice: what became of its slot. For the hub, which fills it.',
  })
  gap(@Parent() visit: Visit, @CurrentActor() actor: Actor): GapState | null {
    return actor.role === 'HUB_STAFF' ? visit.gap : null;
  }

  @ResolveField(() => [VisitProposalType], {
    description: 'Other days that were asked for, oldest first.',
  })
  async proposals(
    @Parent() visit: Visit,
    @Context() context: RequestContext,
  ): Promise<readonly VisitProposal[]> {
    return context.loaders.visitProposals.load(visit.id);
  }

  @ResolveField(() => [VisitActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() visit: Visit, @CurrentActor() actor: Actor): VisitAction[] {
    return visitActionsOf(actor, visit, this.clock.now());
  }
}

@Resolver(() => VisitEventType)
export class VisitEventResolver {
  @ResolveField(() => PlannedSlotType, { nullable: true, description: 'Where it was, when it was moved.' })
  movedFrom(@Parent() { movedFrom }: VisitEvent): Slot | null {
    return movedFrom && slotOf(movedFrom);
  }

  @ResolveField(() => PlannedSlotType, { nullable: true, description: 'Where it went, when it was moved.' })
  movedTo(@Parent() { movedTo }: VisitEvent): Slot | null {
    return movedTo && slotOf(movedTo);
  }
}
