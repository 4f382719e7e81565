import type { Actor } from '@banso/kernel';
import type { Municipality } from '@banso/directory';
import {
  type PlanComparison,
  PlanExplanationService,
  type PlanFigures,
  type SpecialistFigures,
  type TownFigures,
} from '@banso/dispatch';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import {
  PlanComparisonType,
  PlanFiguresType,
  SpecialistFiguresType,
  TownFiguresType,
} from './plan-figures.graphql.js';

@Resolver()
export class PlanFiguresResolver {
  constructor(private readonly explanations: PlanExplanationService) {}

  @Query(() => PlanFiguresType, {
    description: 'How even the plan of a run is over towns and specialists.',
    complexity: 200,
  })
  @Allow('HUB_STAFF')
  planningFigures(
    @CurrentActor() actor: Actor,
    @Args('runId', { type: () => ID, description: 'The planning run.' }) runId: string,
  ): Promise<PlanFigures> {
    return this.explanations.figures(actor, runId);
  }

  @Query(() => PlanComparisonType, { description: 'What differs between two plans.', complexity: 200 })
  @Allow('HUB_STAFF')
  comparePlanningRuns(
    @CurrentActor() actor: Actor,
    @Args('beforeRunId', { type: () => ID, description: 'The first run.' }) beforeRunId: string,
    @Args('afterRunId', { type: () => ID, description: 'The second run.' }) afterRunId: string,
  ): Promise<PlanComparison> {
    return this.explanations.compare(actor, beforeRunId, afterRunId);
  }
}

@Resolver(() => TownFiguresType)
export class TownFiguresResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() town: TownFigures,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(town.municipalityId);
  }
}

@Resolver(() => SpecialistFiguresType)
export class SpecialistFiguresResolver {
  @ResolveField(() => SpecialistType, { nullable: true, description: 'The specialist.' })
  async specialist(
    @Parent() figures: SpecialistFigures,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(figures.specialistId);
  }
}
