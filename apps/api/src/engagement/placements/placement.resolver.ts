import type { Municipality } from '@banso/directory';
import type { Visit } from '@banso/dispatch';
import {
  getPlacement,
  listPlacements,
  type Placement,
  placementChoices,
  type PlacementChoices,
  type PlacementEvent,
  placementActionsOf,
  type PlacementAction,
  PlacementService,
  weekShareOf,
  type Module,
} from '@banso/engagement';
import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import { VisitType } from '../../dispatch/visit.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { sentenceOf } from '../../messages/index.js';
import { type Connection, PageArgs, toConnection } from '../../page.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { SpecialistType } from '../../talent/specialist.graphql.js';
import { TrainingModuleType } from '../training/training.graphql.js';
import {
  PlacementActionEnum,
  PlacementChoicesType,
  PlacementConnection,
  PlacementEventType,
  PlacementFilterInput,
  PlacementInputType,
  PlacementType,
} from './placement.graphql.js';

const id = { type: () => ID, description: 'The placement.' };
const reason = { description: 'Why; kept in its history.' };

@Resolver(() => PlacementType)
export class PlacementResolver {
  constructor(
    private readonly db: Db,
    private readonly service: PlacementService,
    private readonly clock: Clock,
  ) {}

  @Query(() => PlacementConnection, { description: 'Placements that you may see, by their first day.' })
  @AllowInPrefecture()
  async placements(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: PlacementFilterInput,
  ): Promise<Connection<Placement>> {
    return toConnection(await this.db.read(actor, (tx) => listPlacements(tx, actor, filter ?? {}, page)));
  }

  @Query(() => PlacementType, { description: 'One placement.' })
  @AllowInPrefecture()
  placement(@CurrentActor() actor: Actor, @Args('id', id) placementId: string): Promise<Placement> {
    return this.db.read(actor, (tx) => getPlacement(tx, actor, placementId));
  }

  @Query(() => PlacementChoicesType, { description: 'What a placement or an appointment can rest on.' })
  @Allow('HUB_STAFF')
  placementChoices(@CurrentActor() actor: Actor): Promise<PlacementChoices> {
    return this.db.read(actor, (tx) => placementChoices(tx, actor));
  }

  @Mutation(() => PlacementType, { description: 'Plans a placement; it starts when its day has come.' })
  @Allow('HUB_COORDINATOR')
  planPlacement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, where, on which half-days, for how long.' })
    input: PlacementInputType,
  ): Promise<Placement> {
    return this.service.plan(actor, input);
  }

  @Mutation(() => PlacementType, {
    description: 'Starts it; refused while training is missing, and the refusal names it.',
  })
  @Allow('HUB_COORDINATOR')
  startPlacement(@CurrentActor() actor: Actor, @Args('id', id) placementId: string): Promise<Placement> {
    return this.service.start(actor, placementId);
  }

  @Mutation(() => PlacementType, { description: 'Ends it on a day of its term.' })
  @Allow('HUB_COORDINATOR')
  endPlacement(
    @CurrentActor() actor: Actor,
    @Args('id', id) placementId: string,
    @Args('on', { type: () => LocalDateScalar, description: 'Its last day.' }) on: string,
    @Args('reason', reason) why: string,
  ): Promise<Placement> {
    return this.service.end(actor, placementId, { on, reason: why });
  }

  @Mutation(() => PlacementType, { description: 'Calls a planned placement off.' })
  @Allow('HUB_COORDINATOR')
  cancelPlacement(
    @CurrentActor() actor: Actor,
    @Args('id', id) placementId: string,
    @Args('reason', reason) why: string,
  ): Promise<Placement> {
    return this.service.cancel(actor, placementId, why);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who is placed, if you may see them.' })
  async specialist(
    @Parent() placement: Placement,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(placement.specialistId);
  }

  @ResolveField(() => MunicipalityType, { description: 'The town.' })
  async municipality(
    @Parent() placement: Placement,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(placement.municipalityId);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      "Its part of the person's placed week today, or on its first day if that is to come; whole percent, 100 together. Null for a town, which does not see the other places, and for what is over.",
  })
  async sharePercent(
    @Parent() placement: Placement,
    @CurrentActor() actor: Actor,
    @Context() { loaders }: RequestContext,
  ): Promise<number | null> {
    const all = await loaders.joint.placementsOfPerson.load(placement.specialistId);
    return weekShareOf(actor, placement, all, this.clock.today());
  }

  @ResolveField(() => [TrainingModuleType], { description: 'Training that a planned placement waits for.' })
  async missingTraining(
    @Parent() placement: Placement,
    @Context() { loaders }: RequestContext,
  ): Promise<Module[]> {
    return (await loaders.joint.missingTraining.load(placement.id)).map(({ row }) => row);
  }

  @ResolveField(() => [String], {
    description: 'Why a planned placement could not start, its day apart; in your language.',
  })
  async obstacles(@Parent() placement: Placement, @Context() context: RequestContext): Promise<string[]> {
    const found = await context.loaders.joint.startObstacles.load(placement.id);
    return found.map(({ row }) => sentenceOf({ ...row }, context.locale));
  }

  @ResolveField(() => [VisitType], {
    description:
      'Published visits on its half-days, as far as you may see them. Nothing moves them by itself.',
  })
  async visitsInTheWay(
    @Parent() placement: Placement,
    @Context() { loaders }: RequestContext,
  ): Promise<Visit[]> {
    return (await loaders.joint.visitsInTheWay.load(placement.id)).map(({ visit }) => visit);
  }

  @ResolveField(() => [PlacementEventType], { description: 'Every step, oldest first.' })
  history(
    @Parent() placement: Placement,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly PlacementEvent[]> {
    return loaders.joint.placementHistory.load(placement.id);
  }

  @ResolveField(() => [PlacementActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() placement: Placement, @CurrentActor() actor: Actor): PlacementAction[] {
    return placementActionsOf(actor, placement, this.clock.today());
  }
}

@Resolver(() => PlacementEventType)
export class PlacementEventResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'Why. What the system itself says is in your language.',
  })
  reason(@Parent() event: PlacementEvent, @Context() { locale }: RequestContext): string | null {
    return event.actorRole === 'SYSTEM' && event.reason
      ? sentenceOf({ reason: event.reason }, locale)
      : event.reason;
  }
}
