import type { Municipality } from '@banso/directory';
import {
  coverageOf,
  getRound,
  listRounds,
  type RoundCoverage,
  RoundService,
  type RoundStop,
  type TownRound,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import { allOf } from '../../loaders.js';
import type { RequestContext } from '../../request-context.js';
import { SpecialistType } from '../../talent/specialist.graphql.js';
import {
  RoundArrangementInput,
  RoundCoverageType,
  RoundStepInput,
  RoundStopType,
  TownRoundInput,
  TownRoundType,
} from './council.graphql.js';

const round = { type: () => ID, description: 'The round.' };

@Resolver(() => TownRoundType)
export class TownRoundResolver {
  constructor(
    private readonly db: Db,
    private readonly service: RoundService,
  ) {}

  @Query(() => [TownRoundType], { description: 'Rounds of a fiscal year.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  townRounds(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', { type: () => Int, description: 'The year in which it begins, such as 2026.' })
    fiscalYear: number,
  ): Promise<TownRound[]> {
    return this.db.read(actor, (tx) => listRounds(tx, actor, fiscalYear));
  }

  @Query(() => TownRoundType, { description: 'One round.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  townRound(@CurrentActor() actor: Actor, @Args('id', round) id: string): Promise<TownRound> {
    return this.db.read(actor, (tx) => getRound(tx, actor, id));
  }

  @Mutation(() => TownRoundType, {
    description: 'Opens a round through every town, in an order by travel times: far towns together.',
  })
  @Allow('HUB_COORDINATOR')
  openTownRound(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, and who leads it.' }) input: TownRoundInput,
  ): Promise<TownRound> {
    return this.service.open(actor, input);
  }

  @Mutation(() => TownRoundType, { description: 'Changes the order of a round.' })
  @Allow('HUB_COORDINATOR')
  arrangeTownRound(
    @CurrentActor() actor: Actor,
    @Args('id', round) id: string,
    @Args('input', { description: 'The order.' }) input: RoundArrangementInput,
  ): Promise<TownRound> {
    return this.service.arrange(actor, id, input);
  }

  @Mutation(() => RoundStopType, { description: 'Brings one town of a round to its next state.' })
  @Allow('HUB_COORDINATOR')
  moveRoundStop(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The town of the round.' }) id: string,
    @Args('input', { description: 'The next state, with what it takes.' }) input: RoundStepInput,
  ): Promise<RoundStop> {
    return this.service.move(actor, id, input);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who leads it, if you may see them.' })
  specialist(
    @Parent() { specialistId }: TownRound,
    @Context() { loaders }: RequestContext,
  ): Promise<Specialist | null> {
    return loaders.specialist.load(specialistId);
  }

  @ResolveField(() => [RoundStopType], { description: 'Its towns in their order; a town reads its own.' })
  async stops(@Parent() { id }: TownRound, @Context() { loaders }: RequestContext): Promise<RoundStop[]> {
    return [...(await loaders.roundStops.load(id))];
  }

  @ResolveField(() => RoundCoverageType, {
    nullable: true,
    description: 'How far it has come; null for a town, which reads its own stop alone.',
  })
  async coverage(
    @Parent() { id }: TownRound,
    @CurrentActor() actor: Actor,
    @Context() { loaders }: RequestContext,
  ): Promise<RoundCoverage | null> {
    return actor.role === 'HUB_STAFF' ? coverageOf(await loaders.roundStops.load(id)) : null;
  }

  @ResolveField(() => ID, { description: 'Its version; whoever arranges it says which one was read.' })
  version(@Parent() { id }: TownRound, @Context() { loaders }: RequestContext): Promise<string> {
    return loaders.version.town_round.load(id);
  }
}

@Resolver(() => RoundStopType)
export class RoundStopResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  municipality(
    @Parent() { municipalityId }: RoundStop,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }
}

@Resolver(() => RoundCoverageType)
export class RoundCoverageResolver {
  @ResolveField(() => [MunicipalityType], { description: 'Towns that nobody has been to yet.' })
  missing(
    @Parent() { missing }: RoundCoverage,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality[]> {
    return allOf(loaders.municipality, missing);
  }
}
