import {
  DATE_INQUIRY_STATUSES,
  type DateInquiryStatus,
  INQUIRY_ACTIONS,
  INQUIRY_WAYS,
  type InquiryWay,
  type Mark,
  MARKS,
  SLOT_OUTCOMES,
  SLOT_REASONS,
  type SlotOutcome,
  type SlotReason,
} from '@banso/dispatch';
import type { Half } from '@banso/kernel';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { HalfEnum, WishedHalfDayInput, WishedHalfDayType } from '../support/support-request.graphql.js';
import { PlannedSlotType } from './slot.graphql.js';

export const DateInquiryStatusEnum = enumOf(
  'DateInquiryStatus',
  DATE_INQUIRY_STATUSES,
  'Waits for an answer, marked and to be fixed, agreed, declined, lapsed, withdrawn.',
);
export const InquiryWayEnum = enumOf(
  'InquiryWay',
  INQUIRY_WAYS,
  'A choice of up to three slots, or half-days to mark.',
);
export const MarkEnum = enumOf('DateMark', MARKS, '○, △ or ×.');
export const SlotOutcomeEnum = enumOf('SlotOutcome', SLOT_OUTCOMES, 'What became of an offered slot.');
export const SlotReasonEnum = enumOf('SlotReason', SLOT_REASONS, 'What speaks for a slot.');
export const InquiryActionEnum = enumOf(
  'DateInquiryAction',
  INQUIRY_ACTIONS,
  'What you may do with a date inquiry.',
);

@ObjectType('DateInquiryEvent', { description: 'One step of a date inquiry.' })
export class DateInquiryEventType {
  @Field(() => DateInquiryStatusEnum, {
    nullable: true,
    description: 'State before; null for the first line.',
  })
  fromStatus: DateInquiryStatus | null;

  @Field(() => DateInquiryStatusEnum, {
    description: 'State after; the same as before when its time was extended.',
  })
  toStatus: DateInquiryStatus;

  @Field({ description: 'Who did it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('OfferedSlot', { description: 'One of up to three slots that a town may choose from.' })
export class OfferedSlotType extends PlannedSlotType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'From 1, in the order of the hub.' })
  position: number;

  @Field(() => SlotOutcomeEnum, { description: 'Offered, chosen or released.' })
  outcome: SlotOutcome;

  @Field(() => [SlotReasonEnum], { description: 'What speaks for it.' })
  reasons: SlotReason[];
}

@ObjectType('DateAnswer', { description: 'What one person of the town can do.' })
export class DateAnswerType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Who.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'A word beside the marks.' })
  comment: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was entered last.' })
  answeredAt: Date;
}

@ObjectType('DateAnswerMark', { description: 'What somebody said of one half-day.' })
export class DateAnswerMarkType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;

  @Field(() => MarkEnum, { description: '○, △ or ×.' })
  mark: Mark;
}

@ObjectType('MarkedHalf', { description: 'A half-day that is asked about, with what the town said of it.' })
export class MarkedHalfType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;

  @Field({ description: 'Whether the town added it.' })
  byTown: boolean;

  @Field(() => Int, { description: 'How many said ○.' })
  yes: number;

  @Field(() => Int, { description: 'How many said △.' })
  maybe: number;

  @Field(() => Int, { description: 'How many said ×.' })
  no: number;

  @Field({ description: 'Whether everybody who said something said ×: it cannot be fixed.' })
  isRefused: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why the town would rather have no visit then, such as its assembly.',
  })
  busy: string | null;
}

@ObjectType('DateInquiry', { description: 'The hub asks a town for the date of one visit of a request.' })
export class DateInquiryType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => ID, { description: 'The town that is asked.' })
  municipalityId: string;

  @Field(() => InquiryWayEnum, { description: 'Slots to choose from, or half-days to mark.' })
  way: InquiryWay;

  @Field(() => DateInquiryStatusEnum, { description: 'Where it stands.' })
  status: DateInquiryStatus;

  @Field(() => Int, { nullable: true, description: 'Which of the wished visits, when it is known.' })
  visitNo: number | null;

  @Field(() => String, { nullable: true, description: 'A word of the hub to the town.' })
  message: string | null;

  @Field({ description: 'Whether the town may add half-days of its own.' })
  townMayAdd: boolean;

  @Field(() => [WishedHalfDayType], { description: 'What the town would like instead, when nothing suited.' })
  wishes: WishedHalfDayType[];

  @Field(() => LocalDateScalar, { description: 'The last day on which the town may answer.' })
  dueOn: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => ID, { nullable: true, description: 'The visit that came of it.' })
  visitId: string | null;
}

export const DateInquiryConnection = connectionOf(DateInquiryType, 'DateInquiry');

@InputType('DateInquiryFilter', { description: 'Which date inquiries to list.' })
export class DateInquiryFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only about this request.' })
  supportRequestId?: string | null;

  @Field(() => [DateInquiryStatusEnum], { nullable: true, description: 'Only in these states.' })
  statuses?: DateInquiryStatus[] | null;
}

@ObjectType('OfferableSlot', {
  description: 'A slot that could be offered or fixed: nothing stands against it.',
})
export class OfferableSlotType extends PlannedSlotType {
  @Field({ description: 'Names exactly this slot; said when it is offered or fixed.' })
  key: string;

  @Field(() => Int, { description: 'Which of the wished visits it would be.' })
  visitNo: number;

  @Field(() => Int, { description: 'Minutes on the way there and on.' })
  travelMinutes: number;

  @Field(() => [SlotReasonEnum], { description: 'What speaks for it.' })
  reasons: SlotReason[];
}

@ObjectType('SlotsToOffer', { description: 'What could be offered for the next visit of a request.' })
export class SlotsToOfferType {
  @Field(() => LocalDateScalar, { description: 'The last day on which the town could answer.' })
  dueOn: string;

  @Field(() => [OfferableSlotType], { description: 'The least disturbing first.' })
  slots: OfferableSlotType[];

  @Field(() => [String], { description: 'Keys of the up to three that are proposed.' })
  proposed: string[];
}

@ObjectType('FixableHalf', { description: 'A half-day that can be fixed, with the slot it would be.' })
export class FixableHalfType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;

  @Field(() => Int, { description: 'How many said ○.' })
  yes: number;

  @Field(() => Int, { description: 'How many said △.' })
  maybe: number;

  @Field(() => Int, { description: 'How many said ×.' })
  no: number;

  @Field(() => OfferableSlotType, { description: 'The least disturbing slot in it.' })
  slot: OfferableSlotType;
}

@InputType({ description: 'Slots to offer to a town.' })
export class DateOfferInput {
  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => [String], { description: 'Keys of one to three slots, in order.' })
  slotKeys: string[];

  @Field(() => Int, { description: 'Working days to answer, 1 to 20.' })
  workingDays: number;

  @Field(() => String, { nullable: true, description: 'A word to the town.' })
  message?: string | null;
}

@InputType({ description: 'Half-days for a town to mark.' })
export class DateQuestionInput {
  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => [WishedHalfDayInput], {
    description: 'Working days after the deadline, at most 40 half-days.',
  })
  halves: WishedHalfDayInput[];

  @Field({ description: 'Whether the town may add half-days of its own.' })
  townMayAdd: boolean;

  @Field(() => Int, { description: 'Working days to answer, 1 to 20.' })
  workingDays: number;

  @Field(() => String, { nullable: true, description: 'A word to the town.' })
  message?: string | null;
}

@InputType({ description: 'None of the dates suits.' })
export class DatesDeclinedInput {
  @Field({ description: 'Why; the hub reads it.' })
  reason: string;

  @Field(() => [WishedHalfDayInput], { description: 'What would suit, at most 20 half-days.' })
  wishes: WishedHalfDayInput[];
}

@InputType({ description: 'What somebody can do in one half-day.' })
export class DateMarkInput {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;

  @Field(() => MarkEnum, { description: '○, △ or ×.' })
  mark: Mark;
}

@InputType({ description: 'The marks of one person of the town.' })
export class DateMarksInput {
  @Field({ description: 'Whose marks these are.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'A word beside the marks.' })
  comment?: string | null;

  @Field(() => [DateMarkInput], { description: 'At least one; of the half-days asked about or added.' })
  marks: DateMarkInput[];

  @Field(() => [WishedHalfDayInput], { description: 'Half-days that the town adds, where it may.' })
  added: WishedHalfDayInput[];
}

@InputType({ description: 'The half-day that is fixed.' })
export class DateFixedInput {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;

  @Field({ description: 'The slot in it, by its key.' })
  slotKey: string;
}
