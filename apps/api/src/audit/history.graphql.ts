import { HISTORY_RECORDS } from '@banso/dispatch';
import { AUDIT_KINDS, type AuditKind } from '@banso/platform';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { connectionOf } from '../page.graphql.js';

export const HistoryRecordEnum = enumOf('HistoryRecord', HISTORY_RECORDS, 'Records that have a history.');
export const HistoryKindEnum = enumOf('HistoryKind', AUDIT_KINDS, 'What was done to a record.');

@ObjectType('HistoryChange', { description: 'One value that changed.' })
export class HistoryChangeType {
  @Field({ description: 'Name of the value, such as `deadline_on`.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'Before, as JSON; null when there was none.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'After, as JSON; null when there is none.' })
  after: string | null;
}

@ObjectType('HistoryLine', { description: 'One thing that was done to a record, or one look at it.' })
export class HistoryLineType {
  @Field(() => ID, { description: 'Number of the entry.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;

  @Field({ description: 'In which role.' })
  actorRole: string;

  @Field(() => String, { nullable: true, description: 'Who, by the name of today; null for the system.' })
  actorName: string | null;

  @Field(() => String, { nullable: true, description: 'By which operation.' })
  operation: string | null;

  @Field(() => HistoryKindEnum, { description: 'What was done.' })
  kind: AuditKind;

  @Field({ description: 'To which part of the record.' })
  table: string;

  @Field(() => [HistoryChangeType], { description: 'The values that changed; none for a look.' })
  changes: HistoryChangeType[];
}

export const HistoryConnection = connectionOf(HistoryLineType, 'HistoryLine');

@ObjectType('HistoryFile', { description: 'A history to be kept elsewhere.' })
export class HistoryFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field({ description: 'CSV in UTF-8, with a byte order mark for spreadsheets.' })
  content: string;
}
