import {
  CASE_FIELDS,
  CASE_REPORT_ACTIONS,
  CASE_REPORT_STATUSES,
  type CaseField,
  type CaseReportStatus,
  CLOSABLE_FIELDS,
  FOLLOW_UP_STATUSES,
  type FollowUpStatus,
  STILL_USED,
  type StillUsed,
  TOWN_SIZES,
  type TownSize,
} from '@banso/reports';
import { type Audience, CUT_KINDS, type CutKind } from '@banso/support';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { AudienceEnum } from '../support/request-sheet.graphql.js';

export const CaseReportStatusEnum = enumOf(
  'CaseReportStatus',
  CASE_REPORT_STATUSES,
  'Where the report of a case stands.',
);
export const CaseReportActionEnum = enumOf(
  'CaseReportAction',
  CASE_REPORT_ACTIONS,
  'What you may do with the report of a case.',
);
export const CaseFieldEnum = enumOf('CaseField', CASE_FIELDS, 'A line of the report of a case.');
export const ClosableFieldEnum = enumOf(
  'ClosableField',
  CLOSABLE_FIELDS,
  'A line of the report of a case that may be kept inside as a whole.',
);
export const LeftOutKindEnum = enumOf(
  'LeftOutKind',
  [...CUT_KINDS, 'FIELD'] as const,
  'Why something is left out: marked as internal, a name, a way to reach somebody, or the whole line.',
);
export const TownSizeEnum = enumOf(
  'TownSize',
  TOWN_SIZES,
  'How many people live in a town: below 10,000, below 50,000, more.',
);
export const StillUsedEnum = enumOf('StillUsed', STILL_USED, 'Whether what came of a case is still in use.');
export const FollowUpStatusEnum = enumOf('FollowUpStatus', FOLLOW_UP_STATUSES, 'Where a follow-up stands.');

@ObjectType('CaseReportWords', { description: 'What the hub writes in the report of a case.' })
export class CaseReportWordsType {
  @Field({ description: 'What was done.' })
  summary: string;

  @Field({ description: 'What was made.' })
  outputs: string;

  @Field({ description: 'What it changed.' })
  effect: string;

  @Field({ description: 'What other towns may learn.' })
  lessons: string;

  @Field(() => String, { nullable: true, description: 'For inside alone.' })
  internalNote: string | null;

  @Field(() => [ClosableFieldEnum], { description: 'Lines that stay inside as a whole.' })
  inside: CaseField[];
}

@ObjectType('CaseReport', { description: 'What a case came to.' })
export class CaseReportType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The case.' })
  supportRequestId: string;

  @Field(() => CaseReportStatusEnum, { description: 'Where it stands.' })
  status: CaseReportStatus;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  approvedByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was approved.' })
  approvedAt: Date | null;

  @Field({ description: 'Who began it.' })
  draftedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was begun.' })
  draftedAt: Date;
}
export const CaseReportConnection = connectionOf(CaseReportType, 'CaseReport');

@ObjectType('CaseReportEvent', { description: 'One change of state of the report of a case.' })
export class CaseReportEventType {
  @Field(() => CaseReportStatusEnum, {
    nullable: true,
    description: 'State before; null for the first line.',
  })
  fromStatus: CaseReportStatus | null;

  @Field(() => CaseReportStatusEnum, { description: 'State after.' })
  toStatus: CaseReportStatus;

  @Field({ description: 'Who changed it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('CaseLine', { description: 'One line of the report of a case.' })
export class CaseLineType {
  @Field(() => CaseFieldEnum, { description: 'Which one.' })
  field: CaseField;

  @Field(() => String, {
    nullable: true,
    description: 'As this audience may have it; null when it is withheld, empty when there is nothing.',
  })
  value: string | null;
}

@ObjectType('LeftOut', { description: 'Something that an audience does not get.' })
export class LeftOutType {
  @Field(() => CaseFieldEnum, { description: 'Of which line.' })
  field: CaseField;

  @Field(() => LeftOutKindEnum, { description: 'Why.' })
  kind: CutKind | 'FIELD';

  @Field(() => String, { nullable: true, description: 'What stood there; told to the hub alone.' })
  text: string | null;
}

@ObjectType('CaseSheet', { description: 'The report of a case as one audience would have it.' })
export class CaseSheetType {
  @Field(() => AudienceEnum, { description: 'For whom.' })
  audience: Audience;

  @Field(() => [CaseLineType], { description: 'Its lines, in the order of the form.' })
  lines: CaseLineType[];

  @Field(() => [LeftOutType], { description: 'What this audience does not get.' })
  leftOut: LeftOutType[];
}

@ObjectType('SharedCaseLine', { description: 'One line of a case that others may read.' })
export class SharedLineType {
  @Field(() => CaseFieldEnum, { description: 'Which one.' })
  field: CaseField;

  @Field({ description: 'What it says.' })
  value: string;
}

@ObjectType('SharedCase', { description: 'A case as other towns may read it.' })
export class SharedCaseType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => TownSizeEnum, { description: 'How large its town is.' })
  townSize: TownSize;

  @Field(() => Int, { description: 'The fiscal year of its first visit.' })
  fiscalYear: number;

  @Field({ description: 'What it was about.' })
  title: string;

  @Field(() => [SharedLineType], { description: 'What it says.' })
  lines: SharedLineType[];

  @Field(() => GraphQLISODateTime, { description: 'Since when it may be read.' })
  publishedAt: Date;
}
export const SharedCaseConnection = connectionOf(SharedCaseType, 'SharedCase');

@ObjectType('FollowUp', { description: 'What became of a case, asked in the next fiscal year.' })
export class FollowUpType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The case.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'The fiscal year in which it is asked.' })
  fiscalYear: number;

  @Field(() => LocalDateScalar, { description: 'By when.' })
  dueOn: string;

  @Field(() => FollowUpStatusEnum, { description: 'Where it stands.' })
  status: FollowUpStatus;

  @Field(() => StillUsedEnum, { nullable: true, description: 'Whether it is still in use.' })
  stillUsed: StillUsed | null;

  @Field(() => String, { nullable: true, description: 'Its effect.' })
  effect: string | null;

  @Field(() => String, { nullable: true, description: 'What the town wishes next.' })
  nextWish: string | null;

  @Field(() => String, { nullable: true, description: 'Who answered.' })
  answeredByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;
}
export const FollowUpConnection = connectionOf(FollowUpType, 'FollowUp');

@ObjectType('ReportPolicy', { description: 'In how many days what is owed.' })
export class ReportPolicyType {
  @Field(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version: number;

  @Field(() => Int, { description: 'From a visit to its report.' })
  reportDays: number;

  @Field(() => Int, { description: 'From a visit to the first reminder.' })
  firstNudgeDays: number;

  @Field(() => Int, { description: 'From a visit to the second reminder.' })
  secondNudgeDays: number;

  @Field(() => Int, { description: 'From a report to its confirmation.' })
  confirmationDays: number;

  @Field(() => Int, { description: 'From the last confirmation to the evaluation.' })
  evaluationDays: number;

  @Field(() => Int, { description: 'The month of the next fiscal year at whose end follow-ups are due.' })
  followUpMonth: number;
}

@InputType('ReportPolicyInput', { description: 'In how many days what is owed; 1 to 90.' })
export class ReportPolicyInput {
  @Field(() => String, { nullable: true, description: 'The version that was read.' })
  seen?: string | null;

  @Field(() => Int, { description: 'From a visit to its report.' })
  reportDays: number;

  @Field(() => Int, { description: 'From a visit to the first reminder; from 0.' })
  firstNudgeDays: number;

  @Field(() => Int, { description: 'From a visit to the second reminder; from 0.' })
  secondNudgeDays: number;

  @Field(() => Int, { description: 'From a report to its confirmation.' })
  confirmationDays: number;

  @Field(() => Int, { description: 'From the last confirmation to the evaluation.' })
  evaluationDays: number;

  @Field(() => Int, { description: 'The month at whose end follow-ups are due, 1 to 12.' })
  followUpMonth: number;
}

@InputType('CaseReportInput', { description: 'What the hub writes in the report of a case.' })
export class CaseReportInput {
  @Field(() => String, { nullable: true, description: 'The version that was read.' })
  seen?: string | null;

  @Field({
    description: 'What was done; what stands between [[ and ]] stays inside. At most 8,000 characters.',
  })
  summary: string;

  @Field({ description: 'What was made.' })
  outputs: string;

  @Field({ description: 'What it changed.' })
  effect: string;

  @Field({ description: 'What other towns may learn.' })
  lessons: string;

  @Field(() => String, { nullable: true, description: 'For inside alone; at most 2,000 characters.' })
  internalNote?: string | null;

  @Field(() => [ClosableFieldEnum], { description: 'Lines that stay inside as a whole.' })
  inside: CaseField[];
}

@InputType('FollowUpInput', { description: 'What became of a case.' })
export class FollowUpInput {
  @Field(() => StillUsedEnum, { description: 'Whether it is still in use.' })
  stillUsed: StillUsed;

  @Field({ description: 'Its effect; at most 1,000 characters.' })
  effect: string;

  @Field(() => String, { nullable: true, description: 'What the town wishes next.' })
  nextWish?: string | null;
}

@InputType('CaseReportFilter', { description: 'Which reports of cases to list.' })
export class CaseReportFilter {
  @Field(() => [CaseReportStatusEnum], { nullable: true, description: 'In one of these states.' })
  statuses?: CaseReportStatus[] | null;
}

@InputType('SharedCaseFilter', { description: 'Which cases to list.' })
export class SharedCaseFilter {
  @Field(() => ID, { nullable: true, description: 'On this theme.' })
  themeId?: string | null;

  @Field(() => TownSizeEnum, { nullable: true, description: 'Of a town of this size.' })
  townSize?: TownSize | null;
}

@InputType('FollowUpFilter', { description: 'Which follow-ups to list.' })
export class FollowUpFilter {
  @Field(() => [FollowUpStatusEnum], { nullable: true, description: 'In one of these states.' })
  statuses?: FollowUpStatus[] | null;

  @Field(() => Int, { nullable: true, description: 'Asked in this fiscal year.' })
  fiscalYear?: number | null;
}
