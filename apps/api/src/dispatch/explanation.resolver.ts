import type { Actor } from '@banso/kernel';
import {
  type MoveJudgement,
  PlanEditService,
  getPlanningRun,
  PlanExplanationService,
  type PlanningRun,
  type PlanSlot,
  PlanSlotsService,
  type ProposedVisit,
  type SpokenViolation,
  type VisitExplanation,
  type WhyNotAnswer,
} from '@banso/dispatch';
import { Db } from '@banso/platform';
import type { VisitMode } from '@banso/talent';
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
import { Allow, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import type { RequestContext } from '../request-context.js';
import { VisitModeEnum } from '../talent/words.graphql.js';
import {
  MoveJudgementType,
  PlanSlotType,
  PlanViolationType,
  VisitExplanationType,
  WhyNotAnswerType,
} from './explanation.graphql.js';
import { PlanningRunType, ProposedVisitType } from './planning-run.graphql.js';

const run = { type: () => ID, description: 'The planning run.' };
const request = { type: () => ID, description: 'The support request.' };
const proposed = { type: () => ID, description: 'The proposed visit.' };
const NIGHT_BEFORE = {
  type: () => Boolean,
  nullable: true,
  description:
    'Whether the specialist sleeps in the town the night before; left out = as it was where the visit stays on its day, else not.',
};
const NIGHT_AFTER = { ...NIGHT_BEFORE, description: 'The same of the night after.' };
/** Each walks through a whole plan. */
const COSTLY = 500;

@Resolver()
export class ExplanationResolver {
  constructor(
    private readonly explanations: PlanExplanationService,
    private readonly edits: PlanEditService,
    private readonly slots: PlanSlotsService,
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

  @Query(() => [PlanSlotType], {
    description:
      'Where a visit of a proposed plan could lie while all others stay: of each specialist and half-day the best place, the least costly first. Name the proposal, or the request and the number of the visit.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  openSlots(
    @CurrentActor() actor: Actor,
    @Args('runId', run) runId: string,
    @Args('proposedVisitId', { type: () => ID, nullable: true, description: 'A proposed visit.' })
    proposedVisitId?: string | null,
    @Args('supportRequestId', { type: () => ID, nullable: true, description: 'Or the request of a visit …' })
    supportRequestId?: string | null,
    @Args('visitNo', { type: () => Int, nullable: true, description: '… and which of its visits, from 1.' })
    visitNo?: number | null,
    @Args('first', { type: () => Int, defaultValue: 12, description: 'How many at most; up to 60.' })
    first = 12,
  ): Promise<PlanSlot[]> {
    return this.slots.openSlots(actor, { runId, proposedVisitId, supportRequestId, visitNo, first });
  }

  @Mutation(() => MoveJudgementType, {
    description:
      'Puts a visit that has no place into a proposed plan, unless a hard rule stands against it; says what it breaks and costs.',
  })
  @Allow('HUB_COORDINATOR')
  placeVisit(
    @CurrentActor() actor: Actor,
    @Args('runId', run) runId: string,
    @Args('supportRequestId', request) supportRequestId: string,
    @Args('visitNo', { type: () => Int, description: 'Which of its visits, from 1.' }) visitNo: number,
    @Args('specialistId', { type: () => ID, description: 'Who would go.' }) specialistId: string,
    @Args('startsAt', { type: () => GraphQLISODateTime, description: 'Start; on the hour or half hour.' })
    startsAt: Date,
    @Args('mode', { type: () => VisitModeEnum, description: 'On site or online.' }) mode: VisitMode,
    @Args('nightBefore', NIGHT_BEFORE) nightBefore: boolean | null,
    @Args('nightAfter', NIGHT_AFTER) nightAfter: boolean | null,
    @Args('dryRun', { defaultValue: false, description: 'Only says what it would mean.' }) dryRun: boolean,
    @Args('seen', {
      type: () => ID,
      description: 'The version of the visit without a place that you have read.',
    })
    seen: string,
  ): Promise<MoveJudgement> {
    const place = { specialistId, startsAt, mode, nightBefore, nightAfter };
    return this.edits.place(actor, runId, { supportRequestId, visitNo, ...place, dryRun, seen });
  }

  @Mutation(() => MoveJudgementType, {
    description:
      'Takes a proposed visit out of its plan, unless a hard rule stands against it; it is then without a place, with reasons. A published visit that it moved would be called off.',
  })
  @Allow('HUB_COORDINATOR')
  dropProposedVisit(
    @CurrentActor() actor: Actor,
    @Args('id', proposed) id: string,
    @Args('dryRun', { defaultValue: false, description: 'Only says what it would mean.' }) dryRun: boolean,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<MoveJudgement> {
    return this.edits.drop(actor, id, { dryRun, seen });
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
    @Args('nightBefore', NIGHT_BEFORE) nightBefore: boolean | null,
    @Args('nightAfter', NIGHT_AFTER) nightAfter: boolean | null,
    @Args('dryRun', { defaultValue: false, description: 'Only says what it would mean.' }) dryRun: boolean,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<MoveJudgement> {
    const place = { specialistId, startsAt, mode, nightBefore, nightAfter };
    return this.edits.move(actor, id, { ...place, dryRun, seen });
  }
}

@Resolver(() => MoveJudgementType)
export class MoveJudgementResolver {
  constructor(private readonly db: Db) {}

  @ResolveField(() => PlanningRunType, {
    description: 'The plan as it is now: its score, and what has no place.',
  })
  run(@Parent() { runId }: MoveJudgement, @CurrentActor() actor: Actor): Promise<PlanningRun> {
    return this.db.read(actor, (tx) => getPlanningRun(tx, actor, runId));
  }

  @ResolveField(() => ProposedVisitType, { nullable: true, description: 'The proposal as it is now.' })
  async proposedVisit(
    @Parent() { runId, proposedVisitId }: MoveJudgement,
    @Context() context: RequestContext,
  ): Promise<ProposedVisit | null> {
    const visits = await context.loaders.proposedVisits.load(runId);
    return visits.find(({ id }) => id === proposedVisitId) ?? null;
  }
}

@Resolver(() => PlanViolationType)
export class PlanViolationResolver {
  @ResolveField(() => Boolean, { description: 'Whether no plan may break it, or it has a price.' })
  hard(@Parent() { level }: SpokenViolation): boolean {
    return level === 'hard';
  }
}
