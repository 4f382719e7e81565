import {
  PLANNING_FAILURES,
  PLANNING_RUN_ACTIONS,
  PLANNING_RUN_STATUSES,
  type PlanningFailure,
  type PlanningRunStatus,
} from '@banso/dispatch';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { SentenceType } from './sentence.graphql.js';
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
}

@ObjectType('PlanningScore', {
  description: 'What a plan is judged by, compared from the first figure down; less is better.',
})
export class PlanningScoreType {
  @Field(() => Int, { description: 'Weight of visits without a place.' })
  unserved: number;

  @Field(() => Int, { description: 'Weeks of waiting, weighed by urgency.' })
  waiting: number;

  @Field(() => Int, { description: 'Travel, wishes, continuity and the rest.' })
  rest: number;
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

  @Field(() => Int, { description: 'Minutes on the way there, buffer included.' })
  travelBeforeMinutes: number;

  @Field(() => Int, { description: 'Minutes on the way on or home, buffer included.' })
  travelAfterMinutes: number;

  @Field({ description: 'Whether the next run leaves it where it is.' })
  pinned: boolean;
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
}

@ObjectType('PlanPublication', { description: 'A published version of the plan. Never changed.' })
export class PlanPublicationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The run that was published.' })
  runId: string;

  @Field(() => Int, { description: 'Version, from 1.' })
  version: number;

  @Field(() => Int, { description: 'How many visits it brought.' })
  visits: number;

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

  @Field(() => LocalDateScalar, { description: 'First day planned.' })
  fromOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day planned.' })
  toOn: string;

  @Field(() => Int, { description: 'Seed: the same seed and rows give the same plan.' })
  seed: number;

  @Field(() => Int, { description: 'Steps of improvement asked for.' })
  iterations: number;

  @Field(() => PlanningRunStatusEnum, { description: 'Where it stands.' })
  status: PlanningRunStatus;

  @Field(() => PlanningProgressType, { nullable: true, description: 'How far it has come.' })
  progress: PlanningProgressType | null;

  @Field(() => PlanningScoreType, { nullable: true, description: 'What the plan is judged by.' })
  score: PlanningScoreType | null;

  @Field(() => PlanningFailureEnum, { nullable: true, description: 'Why it ended without a plan.' })
  failure: PlanningFailure | null;

  @Field({ description: 'Who asked for it.' })
  requestedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  requestedAt: Date;

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
    description: 'Steps of improvement, at most 200,000; 20,000 when left out.',
  })
  iterations?: number | null;
}
