import type { Actor } from '@banso/kernel';
import {
  type MoveJudgement,
  PlanEditService,
  PlanExplanationService,
  type SpokenViolation,
  type VisitExplanation,
  type WhyNotAnswer,
} from '@banso/dispatch';
import type { VisitMode } from '@banso/talent';
import {
  Args,
  GraphQLISODateTime,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { VisitModeEnum } from '../talent/words.graphql.js';
import {
  MoveJudgementType,
  PlanViolationType,
  VisitExplanationType,
  WhyNotAnswerType,
} from './explanation.graphql.js';

const run = { type: () => ID, description: 'The planning run.' };
const request = { type: () => ID, description: 'The support request.' };
const proposed = { type: () => ID, description: 'The proposed visit.' };
/** Each walks through a whole plan. */
const COSTLY = 500;

@Resolver()
export class ExplanationResolver {
  constructor(
    private readonly explanations: PlanExplanationService,
    private readonly edits: PlanEditService,
  ) {}

  @Query(() => VisitExplanationType, {
    description: 'Why a visit lies where it lies in a plan, or nowhere; also years later, from its record.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  explainVisit(
    @CurrentActor() actor: Actor,
    @Args('runId', run) runId: string,
    @Args('supportRequestId', request) supportRequestId: string,
    @Args('visitNo', { type: () => Int, description: 'Which of its visits, from 1.' }) visitNo: number,
  ): Promise<VisitExplanation> {
    return this.explanations.explainVisit(actor, { runId, supportRequestId, visitNo });
  }

  @Query(() => VisitExplanationType, {
    description: 'The same for a proposed visit, as it stands now in its plan.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  explainProposedVisit(
    @CurrentActor() actor: Actor,
    @Args('id', proposed) id: string,
  ): Promise<VisitExplanation> {
    return this.explanations.explainProposedVisit(actor, id);
  }

  @Query(() => WhyNotAnswerType, {
    description: 'Why not this specialist for a request (on that day); from the record of the run.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  whyNotSpecialist(
    @CurrentActor() actor: Actor,
    @Args('runId', run) runId: string,
    @Args('supportRequestId', request) supportRequestId: string,
    @Args('specialistId', { type: () => ID, description: 'The specialist.' }) specialistId: string,
    @Args('date', { type: () => LocalDateScalar, nullable: true, description: 'A day; any when left out.' })
    date?: string | null,
  ): Promise<WhyNotAnswer> {
    return this.explanations.whyNot(actor, {
      runId,
      supportRequestId,
      specialistId,
      date: date ?? null,
    });
  }

  @Mutation(() => MoveJudgementType, {
    description:
      'Puts a proposed visit elsewhere by hand, unless a hard rule stands against it; says what it breaks and costs.',
  })
  @Allow('HUB_COORDINATOR')
  moveProposedVisit(
    @CurrentActor() actor: Actor,
    @Args('id', proposed) id: string,
    @Args('specialistId', { type: () => ID, description: 'Who would go.' }) specialistId: string,
    @Args('startsAt', { type: () => GraphQLISODateTime, description: 'Start; on the hour or half hour.' })
    startsAt: Date,
    @Args('mode', { type: () => VisitModeEnum, description: 'On site or online.' }) mode: VisitMode,
    @Args('dryRun', { defaultValue: false, description: 'Only says what it would mean.' }) dryRun: boolean,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<MoveJudgement> {
    return this.edits.move(actor, id, { specialistId, startsAt, mode, dryRun, seen });
  }
}

@Resolver(() => PlanViolationType)
export class PlanViolationResolver {
  @ResolveField(() => Boolean, { description: 'Whether no plan may break it, or it has a price.' })
  hard(@Parent() { level }: SpokenViolation): boolean {
    return level === 'hard';
  }
}
