import type { Municipality } from '@banso/directory';
import {
  type GatedVisits,
  listCompletions,
  type Module,
  type RuleInForce,
  type TrainingCompletion,
  trainingModules,
  trainingRule,
  TrainingService,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { SpecialistType } from '../../talent/specialist.graphql.js';
import {
  GatedVisitsEnum,
  TrainingCompletionInput,
  TrainingCompletionType,
  TrainingModuleInput,
  TrainingModuleType,
  TrainingRuleInput,
  TrainingRuleType,
} from './training.graphql.js';

@Resolver(() => TrainingCompletionType)
export class TrainingResolver {
  constructor(
    private readonly db: Db,
    private readonly service: TrainingService,
  ) {}

  @Query(() => [TrainingModuleType], { description: 'The modules of your prefecture, by letter.' })
  @AllowInPrefecture()
  trainingModules(@CurrentActor() actor: Actor): Promise<Module[]> {
    return this.db.read(actor, (tx) => trainingModules(tx, actor));
  }

  @Query(() => TrainingRuleType, { description: 'The rule in force: what comes before a placement.' })
  @AllowInPrefecture()
  trainingRule(@CurrentActor() actor: Actor): Promise<RuleInForce> {
    return this.db.read(actor, (tx) => trainingRule(tx, actor));
  }

  @Query(() => [TrainingCompletionType], {
    description:
      'Who has done what, the latest first, also what was taken back: for the hub everybody, for a specialist the own, for a town what concerns its placements.',
  })
  @AllowInPrefecture()
  trainingCompletions(
    @CurrentActor() actor: Actor,
    @Args('specialistId', { type: () => ID, nullable: true, description: 'Only of this person.' })
    specialistId?: string | null,
  ): Promise<TrainingCompletion[]> {
    return this.db.read(actor, (tx) => listCompletions(tx, actor, specialistId));
  }

  @Mutation(() => TrainingModuleType, { description: 'Makes a module, or calls a known one by other words.' })
  @Allow('HUB_COORDINATOR')
  defineTrainingModule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The module.' }) input: TrainingModuleInput,
  ): Promise<Module> {
    return this.service.define(actor, input);
  }

  @Mutation(() => TrainingRuleType, { description: 'Says which training comes before a placement.' })
  @Allow('HUB_COORDINATOR')
  setTrainingRule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole rule.' }) input: TrainingRuleInput,
  ): Promise<RuleInForce> {
    return this.service.setRule(actor, input);
  }

  @Mutation(() => TrainingCompletionType, { description: 'Writes down that somebody has done a module.' })
  @Allow('HUB_COORDINATOR')
  recordTrainingCompletion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, which module, when, shown by what.' })
    input: TrainingCompletionInput,
  ): Promise<TrainingCompletion> {
    return this.service.complete(actor, input);
  }

  @Mutation(() => TrainingCompletionType, {
    description: 'Takes a completion back that was wrong; it stays in the record.',
  })
  @Allow('HUB_COORDINATOR')
  takeTrainingCompletionBack(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The completion.' }) id: string,
    @Args('reason', { description: 'Why.' }) reason: string,
  ): Promise<TrainingCompletion> {
    return this.service.takeBack(actor, id, reason);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who, if you may see them.' })
  async specialist(
    @Parent() completion: TrainingCompletion,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(completion.specialistId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'For which town.' })
  async municipality(
    @Parent() completion: TrainingCompletion,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return completion.municipalityId ? context.loaders.municipality.load(completion.municipalityId) : null;
  }
}

@Resolver(() => TrainingRuleType)
export class TrainingRuleResolver {
  @ResolveField(() => GatedVisitsEnum, { description: 'Whose visits wait for it too.' })
  gatedVisits(@Parent() rule: RuleInForce): GatedVisits {
    return rule.visits;
  }
}
