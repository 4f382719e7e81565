import {
  type Gap,
  PLANNING_FAILURES,
  PLANNING_RUN_ACTIONS,
  PLANNING_RUN_STATUSES,
  type PlanningFailure,
  type PlanningRunStatus,
  PUBLICATION_CAUSES,
  type PublicationCause,
} from '@banso/dispatch';
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { SentenceType } from './sentence.graphql.js';
import { PricePartType } from './slot.graphql.js';
import type { VisitMode } from '@banso/talent';
import { VisitModeEnum } from '../talent/words.graphql.js';

export const PlanningRunStatusEnum = enumOf(
  'PlanningRunStatus',
  PLANNING_RUN_STATUSES,
  'Where a planning run stands.',
);
export const PlanningRunActionEnum = enumOf(
  'PlanningRunAction',
  PLANNING_RUN_ACTIONS,
  'What you may do with a planning run.',
);
export const PlanningFailureEnum = enumOf(
  'PlanningFailure',
  PLANNING_FAILURES,
  'Why a planning run ended without a plan.',
);
export const PublicationCauseEnum = enumOf(
  'PublicationCause',
  PUBLICATION_CAUSES,
  'What brought a version: a plan, an urgent visit, or the repair of an absence.',
);

@ObjectType('PlanningGap', {
  description: 'How far a plan may be from the best there is, by what was proven.',
})
export class PlanningGapType {
  @Field(() => Int, { description: 'Leading tiers in which no plan can be better.' })
  provenTiers: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of its points, 0 to 1, that a better plan could save at most at the first tier that is not proven; null when unknown, or when every tier is proven.',
  })
  tier: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The same in all tiers, each point weighed by how much its tier goes before the next; 0 when no plan can be better, null when unknown.',
  })
  total: number | null;
}

@ObjectType('FirstPlan', { description: 'The plan that a search began from.' })
export class FirstPlanType {
  @Field(() => Int, { description: 'Visits without a place in it.' })
  unplaced: number;

  @Field(() => Int, { description: 'Its minutes of travel.' })
  travelMinutes: number;
}

@ObjectType('PlanningProgress', { description: 'How far a run has come.' })
export class PlanningProgressType {
  @Field({ description: 'CONSTRUCT, IMPROVE or DONE.' })
  stage: string;

  @Field(() => Int, { description: 'Steps of improvement tried.' })
  iterations: number;

  @Field(() => Int, { description: 'Visits with a place.' })
  placed: number;

  @Field(() => Int, { description: 'Visits without one.' })
  unplaced: number;

  @Field(() => Int, { description: 'Minutes of travel in the best plan so far.' })
  travelMinutes: number;

  @Field(() => Int, { description: 'Most days that a visit of it waits after its due day.' })
  longestWaitDays: number;

  @Field(() => [Float], { description: 'Its points by tier of the policy; less is better.' })
  tiers: number[];

  @Field(() => FirstPlanType, {
    nullable: true,
    description: 'The plan that is being improved; null of plans of before.',
  })
  first?: FirstPlanType | null;

  @Field(() => [Float, { nullable: true }], {
    nullable: true,
    description:
      'Points by tier that no plan can beat which reaches the bounds before; null where nothing is proven yet.',
  })
  bound: (number | null)[] | null;

  @Field(() => PlanningGapType, {
    nullable: true,
    description: 'How far it may be from the best there is; null when nothing is proven.',
  })
  gap: Gap | null;
}

@ObjectType('PlanningTier', { description: 'One tier of a score.' })
export class PlanningTierType {
  @Field(() => [String], { description: 'The rules that count in it.' })
  rules: string[];

  @Field(() => Float, { description: 'Whole points; less is better.' })
  points: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Points that no plan can beat which reaches the lower bounds of the tiers before; null when not proven.',
  })
  lowerBound: number | null;
}

@ObjectType('PlanningScore', {
  description: 'What a plan is judged by, compared from the first tier down; less is better.',
})
export class PlanningScoreType {
  @Field(() => [PlanningTierType], { description: 'The tiers of the policy, the most important first.' })
  tiers: PlanningTierType[];

  @Field(() => [PricePartType], { description: 'Points by rule, none of 0 points.' })
  parts: PricePartType[];

  @Field(() => PlanningGapType, {
    nullable: true,
    description: 'How far the plan may be from the best there is; null when nothing is proven.',
  })
  gap: Gap | null;
}

@ObjectType('PlanningFinding', { description: 'Something wrong or odd in what the planner was given.' })
export class PlanningFindingType {
  @Field({ description: 'What kind of fault it is.' })
  ruleId: string;

  @Field({ description: 'Whether nothing could be planned with it.' })
  fatal: boolean;

  @Field(() => SentenceType, { description: 'In words.' })
  sentence: SentenceType;
}

@ObjectType('ProposedVisit', { description: 'A visit that a run proposes; only the hub sees it.' })
export class ProposedVisitType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The request that it serves.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of the wished visits, from 1.' })
  visitNo: number;

  @Field(() => ID, { description: 'Who would go.' })
  specialistId: string;

  @Field(() => ID, { description: 'Where.' })
  municipalityId: string;

  @Field(() => VisitModeEnum, { description: 'On site or online.' })
  mode: VisitMode;

  @Field(() => GraphQLISODateTime, { description: 'Start.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'End.' })
  endsAt: Date;

  @Field({ description: 'Whether the specialist sleeps in the town the night before.' })
  nightBefore: boolean;

  @Field({ description: 'Whether the specialist sleeps in the town the night after.' })
  nightAfter: boolean;

  @Field(() => Int, { description: 'Minutes on the way there, buffer included.' })
  travelBeforeMinutes: number;

  @Field(() => Int, { description: 'Minutes on the way on or home, buffer included.' })
  travelAfterMinutes: number;

  @Field({ description: 'Whether the next run leaves it where it is.' })
  pinned: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The published visit that it moves; null for a new visit.',
  })
  replacesVisitId: string | null;

  @Field(() => Int, { nullable: true, description: 'Points of that move by the policy.' })
  movePoints: number | null;

  @Field({ description: 'Whether somebody put it there by hand.' })
  edited: boolean;

  @Field({ description: 'Whether it was published; a plan may be adopted in part.' })
  adopted: boolean;
}

@ObjectType('UnplacedReason', { description: 'A rule that stood against a visit.' })
export class UnplacedReasonType {
  @Field({ description: 'The rule.' })
  ruleId: string;

  @Field(() => Int, { description: 'How many pairs of specialist and time failed there first.' })
  count: number;

  @Field(() => SentenceType, { description: 'Why, in words.' })
  sentence: SentenceType;
}

@ObjectType('UnplacedVisit', { description: 'A visit that found no place, and why.' })
export class UnplacedVisitType {
  @Field(() => ID, { description: 'The request that it would serve.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of the wished visits, from 1.' })
  visitNo: number;

  @Field(() => [UnplacedReasonType], { description: 'At most three reasons, most frequent first.' })
  reasons: UnplacedReasonType[];

  @Field(() => ID, {
    nullable: true,
    description: 'The published visit that would be called off; null when it was not published yet.',
  })
  replacesVisitId: string | null;
}

@ObjectType('PlanPublication', { description: 'A published version of the plan. Never changed.' })
export class PlanPublicationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => PublicationCauseEnum, { description: 'What brought it.' })
  cause: PublicationCause;

  @Field(() => ID, { nullable: true, description: 'The run that was published; null without one.' })
  runId: string | null;

  @Field(() => Int, { description: 'Version, from 1.' })
  version: number;

  @Field(() => Int, { description: 'How many new visits it brought.' })
  visits: number;

  @Field(() => Int, { description: 'How many published visits it moved.' })
  moved: number;

  @Field(() => Int, { description: 'How many published visits it called off.' })
  cancelled: number;

  @Field(() => Int, { nullable: true, description: 'The older version that it goes back to, if it does.' })
  restores: number | null;

  @Field({ description: 'Who published it.' })
  publishedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  publishedAt: Date;
}

@ObjectType('PlanningRun', { description: 'One run of the planner over a period.' })
export class PlanningRunType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'Its number within the prefecture.' })
  number: number;

  @Field(() => String, { nullable: true, description: 'The name under which it is kept, if any.' })
  name: string | null;

  @Field(() => LocalDateScalar, { description: 'First day planned.' })
  fromOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day planned.' })
  toOn: string;

  @Field(() => Int, { description: 'Seed: the same seed and rows give the same plan.' })
  seed: number;

  @Field(() => Int, { description: 'Steps of improvement asked for.' })
  iterations: number;

  @Field({ description: 'Whether published visits may move, at the price of the policy.' })
  movePublished: boolean;

  @Field({ description: 'Whether nothing was searched for: an empty plan, made by hand.' })
  byHand: boolean;

  @Field(() => Int, { nullable: true, description: 'Searches side by side; null until the search begins.' })
  starts: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Where every search was told to stop; null = at its end.',
  })
  stopAtIterations: number | null;

  @Field({ description: 'Whether somebody asked for the best plan so far.' })
  stopAsked: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Where the best search was cut short, by a person or by the time limit. A run with bestSeed, one start and this number as stopAtIterations gives the same plan.',
  })
  stoppedAtIterations: number | null;

  @Field(() => Int, { nullable: true, description: 'Seed of the search that found the plan.' })
  bestSeed: number | null;

  @Field(() => PlanningRunStatusEnum, { description: 'Where it stands.' })
  status: PlanningRunStatus;

  @Field(() => PlanningFailureEnum, { nullable: true, description: 'Why it ended without a plan.' })
  failure: PlanningFailure | null;

  @Field({ description: 'Who asked for it.' })
  requestedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes of search after which the best plan so far is used; null until it begins.',
  })
  limitMinutes: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the search began.' })
  startedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended.' })
  finishedAt: Date | null;
}

export const PlanningRunConnection = connectionOf(PlanningRunType, 'PlanningRun');
export const PlanPublicationConnection = connectionOf(PlanPublicationType, 'PlanPublication');

@InputType({ description: 'What to plan.' })
export class PlanningRunInput {
  @Field(() => LocalDateScalar, { description: 'First day, today or later.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day; at most 92 days in all.' })
  to: string;

  @Field(() => Int, { nullable: true, description: 'Seed, to repeat a run; 1 when left out.' })
  seed?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps of improvement, at most 5,000,000; 20,000 when left out.',
  })
  iterations?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Searches side by side, at most 8, with the seeds that follow; as many as the worker has processors for when left out.',
  })
  starts?: number | null;

  @Field(() => Int, { nullable: true, description: 'Repeats a run that was cut short at this step.' })
  stopAtIterations?: number | null;

  @Field({
    defaultValue: false,
    description:
      'Whether published visits may move, at a price: those neither pinned nor confirmed, after the frozen days.',
  })
  movePublished: boolean;

  @Field({
    defaultValue: false,
    description:
      'Whether to begin with an empty plan, to be made by hand; every visit then has no place, with its reasons if any.',
  })
  byHand: boolean;
}
