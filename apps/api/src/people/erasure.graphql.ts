import { KEPT_KINDS, type KeptKind, UNSETTLED_KINDS, type UnsettledKind } from '@banso/dispatch';
import type { Role } from '@banso/kernel';
import { RETENTION_KINDS, type RetentionKind } from '@banso/platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { RoleEnum } from '../session/session.graphql.js';

export const UnsettledKindEnum = enumOf(
  'UnsettledKind',
  UNSETTLED_KINDS,
  'What somebody still stands in, so that they cannot be erased.',
);
export const KeptKindEnum = enumOf('KeptKind', KEPT_KINDS, 'What stays of somebody under a number.');
export const RetentionKindEnum = enumOf(
  'RetentionKind',
  RETENTION_KINDS,
  'Records that are kept for a number of days.',
);

@ObjectType('FormerPerson', { description: 'Somebody who left and is still named in records.' })
export class FormerPersonType {
  @Field(() => ID, { description: 'By which an erasure is asked for.' })
  id: string;

  @Field({ description: 'Name as shown in histories.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => RoleEnum, { description: 'On which side they were last.' })
  role: Role;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When they left; null when nobody noted it.',
  })
  leftAt: Date | null;
}

@ObjectType('Unsettled', { description: 'What has to end, or be handed over, before an erasure.' })
export class UnsettledType {
  @Field(() => UnsettledKindEnum, { description: 'What it is.' })
  kind: UnsettledKind;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('BlankedRows', { description: 'Rows of one table that an erasure blanks or removes.' })
export class BlankedRowsType {
  @Field({ description: 'The table.' })
  table: string;

  @Field(() => Int, { description: 'How many rows.' })
  count: number;
}

@ObjectType('KeptRecords', { description: 'Days and figures that stay, under a number instead of a name.' })
export class KeptRecordsType {
  @Field(() => KeptKindEnum, { description: 'What it is.' })
  kind: KeptKind;

  @Field(() => Int, { description: 'How many.' })
  count: number;

  @Field(() => RetentionKindEnum, { description: 'By which rule it is kept.' })
  retention: RetentionKind;

  @Field(() => LocalDateScalar, { description: 'When the last of them is over, by the rules of today.' })
  until: string;
}

@ObjectType('MentionRecord', { description: 'A record in which a name stands.' })
export class MentionRecordType {
  @Field({ description: 'What kind of record, such as `support_request`.' })
  type: string;

  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@ObjectType('Mention', {
  description: 'Where the name stands in words of others: they are not touched, somebody reads them first.',
})
export class MentionType {
  @Field({ description: 'The table.' })
  table: string;

  @Field({ description: 'The column.' })
  column: string;

  @Field(() => Int, { description: 'How many rows.' })
  count: number;

  @Field(() => [MentionRecordType], { description: 'The records of the first 20 rows.' })
  records: MentionRecordType[];
}

@ObjectType('PersonErasure', { description: 'Somebody who was erased: a number, and why.' })
export class PersonErasureType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'What stands where the name stood.' })
  label: string;

  @Field({ description: 'The same in English.' })
  labelEn: string;

  @Field({ description: 'Why, in words that do not name the person.' })
  reason: string;

  @Field({ description: 'On what ground.' })
  basis: string;

  @Field({ description: 'The account goes on in another prefecture: only what is held here was erased.' })
  accountKept: boolean;

  @Field(() => Int, { description: 'Entries of the audit log that forgot something.' })
  logEntries: number;

  @Field({ description: 'Who did it.' })
  erasedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  erasedAt: Date;
}

@ObjectType('ErasurePreview', { description: 'What an erasure would do, and what speaks against it.' })
export class ErasurePreviewType {
  @Field({ description: 'What would stand, or stands, where the name stood.' })
  label: string;

  @Field({ description: 'The same in English.' })
  labelEn: string;

  @Field(() => PersonErasureType, {
    nullable: true,
    description: 'What was done already; nothing more would be.',
  })
  done: PersonErasureType | null;

  @Field({ description: 'The account belongs to another prefecture too, and stays.' })
  accountKept: boolean;

  @Field(() => [UnsettledType], { description: 'What still stands; nobody is erased out of it.' })
  unsettled: UnsettledType[];

  @Field(() => [BlankedRowsType], { description: 'What would be blanked or removed.' })
  blanked: BlankedRowsType[];

  @Field(() => [KeptRecordsType], { description: 'What would stay.' })
  kept: KeptRecordsType[];

  @Field(() => [MentionType], { description: 'Words of others that name the person.' })
  mentions: MentionType[];
}

@InputType({ description: 'Why somebody is erased; kept for ever, without their name.' })
export class ErasureInput {
  @Field({ description: 'At most 500 characters.' })
  reason: string;

  @Field({ description: 'Such as a request under the law on personal data; at most 200 characters.' })
  basis: string;
}
