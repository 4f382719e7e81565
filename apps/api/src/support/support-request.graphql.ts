import { type Half } from '@banso/kernel';
import {
  ANSWERED_QUESTIONS,
  type AnsweredQuestion,
  OFFER_ANSWERS,
  REQUEST_SORTS,
  type RequestSort,
  type OfferAnswer,
  SUPPORT_MODES,
  TOWN_QUESTIONS,
  type TownQuestion,
  SUPPORT_REQUEST_ACTIONS,
  SUPPORT_REQUEST_STATUSES,
  type SupportMode,
  type SupportRequestStatus,
  URGENCIES,
  type Urgency,
} from '@banso/support';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { viewed } from '../audit/viewed.js';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';

export const SupportRequestStatusEnum = enumOf(
  'SupportRequestStatus',
  SUPPORT_REQUEST_STATUSES,
  'Where a support request stands.',
);
export const RequestSortEnum = enumOf(
  'SupportRequestSort',
  REQUEST_SORTS,
  'By what a list of requests is sorted.',
);
export const UrgencyEnum = enumOf('Urgency', URGENCIES, 'How pressing the trouble is.');
export const SupportModeEnum = enumOf('SupportMode', SUPPORT_MODES, 'On site, online, or either.');
export const AnsweredQuestionEnum = enumOf(
  'AnsweredQuestion',
  ANSWERED_QUESTIONS,
  'Questions of the form that have a usual answer.',
);
export const TownQuestionEnum = enumOf(
  'TownQuestion',
  TOWN_QUESTIONS,
  'What the hub asks before it decides: a question, or to talk online for half an hour first.',
);
export const HalfEnum = enumOf(
  'Half',
  ['AM', 'PM'],
  'Morning (9:00 to 12:00) or afternoon (13:00 to 17:00).',
);
export const SupportRequestActionEnum = enumOf(
  'SupportRequestAction',
  SUPPORT_REQUEST_ACTIONS,
  'What a person may do with a support request.',
);
export const OfferAnswerEnum = enumOf('OfferAnswer', OFFER_ANSWERS, 'How a specialist answered an offer.');

@ObjectType('WishedHalfDay', { description: 'A half-day that would suit the town.' })
export class WishedHalfDayType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;
}

@InputType({ description: 'A half-day that would suit the town.' })
export class WishedHalfDayInput {
  @Field(() => LocalDateScalar, { description: 'A working day from today on.' })
  date: string;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;
}

@ObjectType('SupportRequestEvent', { description: 'One change of state of a support request.' })
export class SupportRequestEventType {
  @Field(() => SupportRequestStatusEnum, {
    nullable: true,
    description: 'State before; null for the first line.',
  })
  fromStatus: SupportRequestStatus | null;

  @Field(() => SupportRequestStatusEnum, { description: 'State after.' })
  toStatus: SupportRequestStatus;

  @Field({ description: 'Role of the person who changed it.' })
  actorRole: string;

  @Field({ description: 'Name of the person who changed it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'The post under which it was approved.' })
  actorPost: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('ShortlistEntry', {
  description: 'A specialist put before the town, and what became of the offer.',
})
export class ShortlistEntryType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => Int, { description: "The hub's order, 1 first." })
  position: number;

  @Field(() => Int, { nullable: true, description: "The town's order, 1 first; null until it has ranked." })
  townRank: number | null;

  @Field(() => OfferAnswerEnum, { nullable: true, description: "The specialist's answer, if there is one." })
  answer: OfferAnswer | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  answerReason: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the specialist was asked.' })
  offeredAt: Date | null;
}

@ObjectType('SupportRequest', {
  description: "A town's request for support, from a draft to the last visit.",
})
export class SupportRequestType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Number given when it is sent, such as R8-0231.' })
  number: string | null;

  @Field(() => SupportRequestStatusEnum, { description: 'Where it stands.' })
  status: SupportRequestStatus;

  @Field(() => ID, { description: 'The town that asks.' })
  municipalityId: string;

  @Field(() => TownQuestionEnum, {
    nullable: true,
    description: "What the town's word is awaited on; the words are the last of the history.",
  })
  asked: TownQuestion | null;

  @Field({ description: 'Title.' })
  title: string;

  @Field({ description: 'The trouble in the words of the town.', middleware: [viewed('support_request')] })
  trouble: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Support theme; null when the town does not know what to ask for.',
  })
  themeId: string | null;

  @Field(() => UrgencyEnum, { description: 'How pressing it is.' })
  urgency: Urgency;

  @Field(() => SupportModeEnum, { description: 'Wished form of support.' })
  mode: SupportMode;

  @Field(() => Int, { description: 'Wished number of visits.' })
  visits: number;

  @Field(() => Int, { description: 'Length of a visit, minutes.' })
  visitMinutes: number;

  @Field(() => Int, { description: 'Least days between two visits.' })
  minGapDays: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Not before this day.' })
  earliestOn: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Every visit must end by this day.' })
  deadlineOn: string | null;

  @Field(() => [WishedHalfDayType], { description: 'Half-days that would suit the town.' })
  wished: WishedHalfDayType[];

  @Field(() => [WishedHalfDayType], { description: 'Half-days that would do if need be.' })
  possible: WishedHalfDayType[];

  @Field(() => [AnsweredQuestionEnum], {
    description: 'Questions with a usual answer that the town has answered itself.',
  })
  answered: AnsweredQuestion[];

  @Field(() => ID, { nullable: true, description: 'The group of troubles that the town chose.' })
  groupId: string | null;

  @Field({ description: 'Whether no other half-day will do.' })
  onlyWished: boolean;

  @Field({ description: 'Whether the town leaves the choice of the specialist to the hub.' })
  entrustSelection: boolean;

  @Field({ description: 'Section in charge at the town.' })
  contactSection: string;

  @Field(() => String, { nullable: true, description: "Number of the town's own approval document." })
  approvalNumber: string | null;

  @Field(() => ID, { nullable: true, description: 'The specialist decided by name, if any.' })
  specialistId: string | null;

  @Field(() => ID, { nullable: true, description: 'The consultation that it came from, if any.' })
  consultationId: string | null;

  @Field(() => String, { nullable: true, description: 'The advice given, or the scheme referred to.' })
  outcome: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When the first line was written.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was sent.' })
  submittedAt: Date | null;
}

export const SupportRequestConnection = connectionOf(SupportRequestType, 'SupportRequest');

@InputType({ description: 'What a town asks for.' })
export class SupportRequestInput {
  @Field({ description: 'Title, at most 80 characters.' })
  title: string;

  @Field({ description: 'The trouble in your own words, at most 4,000 characters; no personal data.' })
  trouble: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Support theme; leave out when you do not know what to ask for.',
  })
  themeId?: string | null;

  @Field(() => UrgencyEnum, { description: 'How pressing it is.' })
  urgency: Urgency;

  @Field(() => SupportModeEnum, { description: 'Wished form of support.' })
  mode: SupportMode;

  @Field(() => Int, { description: 'Number of visits, 1 to 12.' })
  visits: number;

  @Field(() => Int, {
    description: 'Length of a visit in minutes, 30 to 240 in steps of 30; a whole day is two visits.',
  })
  visitMinutes: number;

  @Field(() => Int, { description: 'Least days between two visits, 0 to 90.' })
  minGapDays: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Not before this day.' })
  earliestOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Every visit must end by this day; today or later.',
  })
  deadlineOn?: string | null;

  @Field(() => [WishedHalfDayInput], { description: 'Half-days that would suit; empty when any will do.' })
  wished: WishedHalfDayInput[];

  @Field(() => [WishedHalfDayInput], {
    nullable: true,
    description: 'Half-days that would do if need be.',
  })
  possible?: WishedHalfDayInput[] | null;

  @Field({ description: 'Whether no other half-day will do.' })
  onlyWished: boolean;

  @Field(() => [AnsweredQuestionEnum], {
    nullable: true,
    description: 'Questions with a usual answer that you have answered; all when left out.',
  })
  answered?: AnsweredQuestion[] | null;

  @Field(() => ID, { nullable: true, description: 'The group of troubles that you chose.' })
  groupId?: string | null;

  @Field({ description: 'Whether the hub may choose the specialist without asking you to rank candidates.' })
  entrustSelection: boolean;

  @Field({ description: 'Section in charge.' })
  contactSection: string;
}

@InputType({ description: 'Which support requests to list.' })
export class SupportRequestFilter {
  @Field(() => [SupportRequestStatusEnum], { nullable: true, description: 'Only these states.' })
  statuses?: SupportRequestStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Only this town.' })
  municipalityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this theme.' })
  themeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the title, or the whole number.' })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whoever has waited longest first; otherwise the newest.',
  })
  oldestFirst?: boolean | null;

  @Field(() => RequestSortEnum, {
    nullable: true,
    description: 'By what it is sorted; by when it was made when left out.',
  })
  sortBy?: RequestSort | null;

  @Field(() => Boolean, { nullable: true, description: 'The last first, where it is sorted by something.' })
  descending?: boolean | null;
}
