import {
  AFTERMATH_ACTIONS,
  REPORT_TASK_KINDS,
  type ReportTaskKind,
  STEP_OWNERS,
  STEP_STATUSES,
  type StepOwner,
  type StepStatus,
  VISIT_REPORT_ACTIONS,
  VISIT_REPORT_STATUSES,
  VISIT_RESULTS,
  type VisitReportStatus,
  type VisitResult,
} from '@banso/reports';
import type { VisitMode } from '@banso/talent';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { VisitModeEnum } from '../talent/words.graphql.js';

export const VisitReportStatusEnum = enumOf(
  'VisitReportStatus',
  VISIT_REPORT_STATUSES,
  'Where the report of a visit stands.',
);
export const VisitResultEnum = enumOf('VisitResult', VISIT_RESULTS, 'How a visit went.');
export const StepOwnerEnum = enumOf('StepOwner', STEP_OWNERS, 'Whose turn a next step is.');
export const StepStatusEnum = enumOf('StepStatus', STEP_STATUSES, 'Where a next step stands.');
export const VisitReportActionEnum = enumOf(
  'VisitReportAction',
  VISIT_REPORT_ACTIONS,
  'What you may do about the report of a visit.',
);
export const AftermathActionEnum = enumOf(
  'AftermathAction',
  AFTERMATH_ACTIONS,
  'What you may do about a case whose visits were made.',
);
export const ReportTaskKindEnum = enumOf(
  'ReportTaskKind',
  REPORT_TASK_KINDS,
  'What is owed about visits that were made.',
);

@ObjectType('AttendingSection', { description: 'A section that attended, and how many people of it.' })
export class AttendingSectionType {
  @Field({ description: 'The section.' })
  section: string;

  @Field(() => Int, { description: 'Heads.' })
  people: number;
}

@ObjectType('WrittenStep', { description: 'A next step as it stands in a report.' })
export class WrittenStepType {
  @Field(() => ID, { description: 'Keeps its identity when the report is written again.' })
  id: string;

  @Field({ description: 'What is to be done.' })
  what: string;

  @Field(() => StepOwnerEnum, { description: 'By which side.' })
  owner: StepOwner;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when; a draft may lack it.' })
  dueOn: string | null;
}

@ObjectType('VisitReport', { description: 'What a visit came to, in the words of whoever came.' })
export class VisitReportType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field(() => ID, { description: 'The case.' })
  supportRequestId: string;

  @Field(() => VisitReportStatusEnum, { description: 'Where it stands.' })
  status: VisitReportStatus;

  @Field(() => VisitResultEnum, { nullable: true, description: 'How the visit went; a draft may lack it.' })
  result: VisitResult | null;

  @Field(() => [String], { description: 'Words that were tapped.' })
  topics: string[];

  @Field({ description: 'What was done.' })
  done: string;

  @Field(() => [WrittenStepType], { description: 'What comes next.' })
  steps: WrittenStepType[];

  @Field(() => GraphQLISODateTime, { description: 'When it really began.' })
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it really ended.' })
  endedAt: Date;

  @Field(() => VisitModeEnum, { description: 'On site or online, as it was.' })
  mode: VisitMode;

  @Field(() => [AttendingSectionType], { description: 'Who attended, without names.' })
  attendance: AttendingSectionType[];

  @Field(() => String, { nullable: true, description: 'Who handed it in.' })
  submittedByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was handed in last.' })
  submittedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the town sent it back the last time.' })
  returnReason: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was sent back the last time.' })
  returnedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it.' })
  confirmedByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was confirmed.' })
  confirmedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the hub confirmed it for the town.' })
  standInReason: string | null;

  @Field(() => String, { nullable: true, description: 'A word of thanks from the town.' })
  thanks: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was last kept.' })
  updatedAt: Date;
}

@ObjectType('OfferedTopic', { description: 'A word to tap instead of typing it.' })
export class OfferedTopicType {
  @Field({ description: 'In Japanese; this is what is kept.' })
  ja: string;

  @Field({ description: 'In English.' })
  en: string;
}

@ObjectType('ReportStep', { description: 'A next step that was agreed.' })
export class ReportStepType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The case.' })
  supportRequestId: string;

  @Field({ description: 'What is to be done.' })
  what: string;

  @Field(() => StepOwnerEnum, { description: 'By which side.' })
  owner: StepOwner;

  @Field(() => LocalDateScalar, { description: 'By when.' })
  dueOn: string;

  @Field(() => StepStatusEnum, { description: 'Where it stands.' })
  status: StepStatus;

  @Field(() => LocalDateScalar, { description: 'When it was agreed.' })
  agreedOn: string;

  @Field(() => String, { nullable: true, description: 'Who closed it.' })
  closedByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was closed.' })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said when it was closed.' })
  closeNote: string | null;
}
export const ReportStepConnection = connectionOf(ReportStepType, 'ReportStep');

@ObjectType('ReportStepFigures', {
  description: 'What became of the next steps that were agreed in a period.',
})
export class ReportStepFiguresType {
  @Field(() => Int, { description: 'Agreed in the period.' })
  agreed: number;

  @Field(() => Int, { description: 'Closed within 90 days.' })
  inTime: number;

  @Field(() => Int, { description: 'Closed later, or open after 90 days.' })
  late: number;

  @Field(() => Int, { description: 'Open, with days left: neither.' })
  running: number;
}

@ObjectType('SupportEvaluation', { description: 'What a town says a visit or the whole support was worth.' })
export class SupportEvaluationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The visit; null for the case as a whole.' })
  visitId: string | null;

  @Field(() => Int, { description: 'It was useful: 1 to 5.' })
  usefulness: number;

  @Field(() => Int, { description: 'It was clear: 1 to 5.' })
  clarity: number;

  @Field(() => Int, { description: 'The trouble has moved on: 1 to 5.' })
  progress: number;

  @Field(() => Int, { description: 'We would ask again: 1 to 5.' })
  again: number;

  @Field(() => String, { nullable: true, description: 'In words.' })
  words: string | null;

  @Field({ description: 'Who said so.' })
  evaluatedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  evaluatedAt: Date;
}

@ObjectType('ReportTask', { description: 'Something that is owed about visits that were made.' })
export class ReportTaskType {
  @Field(() => ReportTaskKindEnum, { description: 'What.' })
  kind: ReportTaskKind;

  @Field(() => ID, { description: 'The visit, the case or the follow-up.' })
  subjectId: string;

  @Field(() => ID, { nullable: true, description: 'The visit, where it is about one.' })
  visitId: string | null;

  @Field(() => ID, { description: 'The case.' })
  supportRequestId: string;

  @Field(() => LocalDateScalar, { description: 'Since when it is owed.' })
  since: string;

  @Field(() => LocalDateScalar, { description: 'By when.' })
  dueOn: string;

  @Field({ description: 'Whether that day has passed.' })
  overdue: boolean;
}

@InputType('WrittenStepInput', { description: 'A next step as somebody writes it.' })
export class WrittenStepInput {
  @Field(() => ID, { nullable: true, description: 'Of a step that was kept before.' })
  id?: string | null;

  @Field({ description: 'What is to be done; at most 200 characters.' })
  what: string;

  @Field(() => StepOwnerEnum, { description: 'By which side.' })
  owner: StepOwner;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'By when; needed when the report is handed in.',
  })
  dueOn?: string | null;
}

@InputType('AttendingSectionInput', { description: 'A section that attended.' })
export class AttendingSectionInput {
  @Field({ description: 'The section; at most 60 characters, no names of people.' })
  section: string;

  @Field(() => Int, { description: 'Heads, 1 to 500.' })
  people: number;
}

@InputType('VisitReportInput', { description: 'What somebody writes about a visit.' })
export class VisitReportInput {
  @Field(() => String, {
    nullable: true,
    description: 'The version that was read; none when nothing was written yet.',
  })
  seen?: string | null;

  @Field(() => VisitResultEnum, { nullable: true, description: 'How the visit went.' })
  result?: VisitResult | null;

  @Field(() => [String], { description: 'Words that were tapped, at most 20.' })
  topics: string[];

  @Field({ description: 'What was done; at most 4,000 characters.' })
  done: string;

  @Field(() => [WrittenStepInput], { description: 'What comes next, at most 10.' })
  steps: WrittenStepInput[];

  @Field(() => GraphQLISODateTime, { description: 'When it really began.' })
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it really ended.' })
  endedAt: Date;

  @Field(() => VisitModeEnum, { description: 'On site or online, as it was.' })
  mode: VisitMode;

  @Field(() => [AttendingSectionInput], { description: 'Who attended, without names.' })
  attendance: AttendingSectionInput[];

  @Field(() => String, { nullable: true, description: 'For the hub alone; at most 1,000 characters.' })
  internalNote?: string | null;
}

@InputType('RatingsInput', { description: 'One to five points each.' })
export class RatingsInput {
  @Field(() => Int, { description: 'It was useful.' })
  usefulness: number;

  @Field(() => Int, { description: 'It was clear.' })
  clarity: number;

  @Field(() => Int, { description: 'The trouble has moved on.' })
  progress: number;

  @Field(() => Int, { description: 'We would ask again.' })
  again: number;

  @Field(() => String, { nullable: true, description: 'In words; at most 1,000 characters.' })
  words?: string | null;
}

@InputType('ReportStepFilter', { description: 'Which next steps to list.' })
export class ReportStepFilter {
  @Field(() => [StepStatusEnum], { nullable: true, description: 'In one of these states.' })
  statuses?: StepStatus[] | null;

  @Field(() => [StepOwnerEnum], { nullable: true, description: 'The turn of one of these sides.' })
  owners?: StepOwner[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this case.' })
  supportRequestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this town.' })
  municipalityId?: string | null;
}
