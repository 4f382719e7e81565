import {
  CANCEL_SIDES,
  type CancelSide,
  CHANGE_KINDS,
  type ChangeKind,
  REPAIR_KINDS,
  type RepairKindWord,
  TODAY_STATES,
  type TodayState,
} from '@banso/dispatch';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { UnplacedReasonType } from './planning-run.graphql.js';
import { SentenceType } from './sentence.graphql.js';
import { PlannedSlotType, PriceType } from './slot.graphql.js';
import { CancelSideEnum } from './visit.graphql.js';

export const ChangeKindEnum = enumOf('ChangeKind', CHANGE_KINDS, 'What becomes of a visit.');
export const RepairKindEnum = enumOf(
  'RepairKind',
  REPAIR_KINDS,
  'How an option goes about it: the visit is brought in; a colleague comes at the same time; the same specialist comes later; each visit goes where it is cheapest; a search that may move others too; or the half-day that came free serves a need that waits.',
);

export const TodayStateEnum = enumOf(
  'TodayState',
  TODAY_STATES,
  'It can be held today; it is too late; the town office is closed; the request is not urgent; or the town asked for a later day.',
);

@ObjectType('VisitChange', { description: 'What becomes of one visit.' })
export class VisitChangeType {
  @Field(() => ChangeKindEnum, { description: 'New, moved or called off.' })
  kind: ChangeKind;

  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of the wished visits, from 1.' })
  visitNo: number;

  @Field(() => ID, { nullable: true, description: 'The published visit; null for a new one.' })
  visitId: string | null;

  @Field(() => PlannedSlotType, { nullable: true, description: 'Where it is; null for a new one.' })
  before: PlannedSlotType | null;

  @Field(() => PlannedSlotType, { nullable: true, description: 'Where it would be; null when called off.' })
  after: PlannedSlotType | null;
}

@ObjectType('UnplacedNumber', { description: 'A visit that would have no place.' })
export class UnplacedNumberType {
  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of the wished visits, from 1.' })
  visitNo: number;
}

@ObjectType('RepairOption', {
  description: 'One way to bring in an urgent visit, to repair an absence, or to fill what fell away.',
})
export class RepairOptionType {
  @Field(() => RepairKindEnum, { description: 'How it goes about it.' })
  kind: RepairKindWord;

  @Field({ description: 'Names exactly these changes; it is applied by this key.' })
  key: string;

  @Field(() => [VisitChangeType], { description: 'What becomes of each visit that it touches.' })
  changes: VisitChangeType[];

  @Field(() => Int, { description: 'How many towns would have to be told.' })
  towns: number;

  @Field(() => PriceType, { description: 'What it costs on top of the calendar as it is.' })
  price: PriceType;

  @Field(() => Int, { description: 'Minutes of travel on top.' })
  travelMinutes: number;

  @Field(() => [UnplacedNumberType], { description: 'Visits that would have no place.' })
  unplaced: UnplacedNumberType[];
}

@ObjectType('UrgentToday', { description: 'Whether an urgent visit can be held today.' })
export class UrgentTodayType {
  @Field(() => TodayStateEnum, { description: 'Whether it can, or why not.' })
  state: TodayState;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on; null when it cannot.' })
  from: Date | null;

  @Field(() => SentenceType, { description: 'In words.' })
  sentence: SentenceType;
}

@ObjectType('RepairOptions', { description: 'What is possible, best first; without any, why not.' })
export class RepairOptionsType {
  @Field(() => [RepairOptionType], { description: 'At most three ways, best first.' })
  options: RepairOptionType[];

  @Field(() => [UnplacedReasonType], { description: 'Why nothing is possible; empty when something is.' })
  reasons: UnplacedReasonType[];

  @Field(() => UrgentTodayType, {
    nullable: true,
    description: 'Whether an urgent visit can be held today; null for an absence.',
  })
  today: UrgentTodayType | null;
}

@InputType({ description: 'Which urgent visit to bring in, and how.' })
export class UrgentOptionInput {
  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field({ description: 'Key of the option.' })
  optionKey: string;

  @Field({ description: 'Why visits change; those concerned read it.' })
  reason: string;
}

@InputType({ description: 'Which absence to repair, and how.' })
export class RepairInput {
  @Field(() => ID, { description: 'Who is away.' })
  specialistId: string;

  @Field(() => LocalDateScalar, { description: 'First day away.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day away; at most 31 days in all.' })
  to: string;

  @Field({ description: 'Key of the option.' })
  optionKey: string;

  @Field({ description: 'Why visits change; those concerned read it.' })
  reason: string;

  @Field(() => CancelSideEnum, {
    defaultValue: CANCEL_SIDES[1],
    description: 'On whose side the cause lies; the specialist’s when left out.',
  })
  side: CancelSide;
}
