import type { LocalDate } from '@banso/kernel';
import {
  MEMBER_KINDS,
  MEMBER_STATUSES,
  type MemberKind,
  type MemberStatus,
  SESSION_KINDS,
  SESSION_STATUSES,
  type SessionKind,
  type SessionStatus,
} from '@banso/engagement';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const OfficeMemberKindEnum = enumOf(
  'OfficeMemberKind',
  MEMBER_KINDS,
  'Head of the office, there all the time, or beside other work.',
);
export const OfficeMemberStatusEnum = enumOf(
  'OfficeMemberStatus',
  MEMBER_STATUSES,
  'Asked for, appointed by order, at work, released.',
);
export const OfficeSessionKindEnum = enumOf(
  'OfficeSessionKind',
  SESSION_KINDS,
  'A meeting, a study session, field work, an exchange with people from outside.',
);
export const OfficeSessionStatusEnum = enumOf(
  'OfficeSessionStatus',
  SESSION_STATUSES,
  'Planned, held, or called off.',
);

@ObjectType('Office', { description: 'A town’s own digital office; read by the town and its hub.' })
export class OfficeType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'Name.' })
  name: string;

  @Field(() => Int, { description: 'Seats, the head’s included.' })
  seats: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Hours that a month may take of somebody with other work; a guide.',
  })
  monthlyHours: number | null;
}

@ObjectType('OfficeSection', { description: 'How many people of one section sit in an office.' })
export class OfficeSectionType {
  @Field({ description: 'The section.' })
  section: string;

  @Field(() => Int, { description: 'Its people in the office.' })
  people: number;
}

@ObjectType('OfficeRoster', { description: 'How an office stands.' })
export class OfficeRosterType {
  @Field(() => Int, { description: 'People appointed or at work, the head included.' })
  seated: number;

  @Field({ description: 'Whether there are more people than seats.' })
  isOver: boolean;

  @Field(() => [OfficeSectionType], { description: 'From which sections they come, the largest first.' })
  sections: readonly OfficeSectionType[];
}

@ObjectType('OfficeMember', { description: 'Somebody of the town in its office.' })
export class OfficeMemberType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Name.' })
  name: string;

  @Field({ description: 'Section of the main work.' })
  section: string;

  @Field(() => OfficeMemberKindEnum, { description: 'Head, there all the time, or beside other work.' })
  kind: MemberKind;

  @Field(() => OfficeMemberStatusEnum, { description: 'State.' })
  status: MemberStatus;

  @Field(() => LocalDateScalar, { description: 'Since when.' })
  since: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why, for a release.' })
  reason: string | null;
}

@ObjectType('OfficeSession', { description: 'What an office does together.' })
export class OfficeSessionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => OfficeSessionKindEnum, { description: 'What it is.' })
  kind: SessionKind;

  @Field({ description: 'Title.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  heldOn: LocalDate;

  @Field(() => Int, { description: 'Length in minutes.' })
  minutes: number;

  @Field(() => ID, { nullable: true, description: 'The member who prepares it.' })
  preparedBy: string | null;

  @Field(() => OfficeSessionStatusEnum, { description: 'State.' })
  status: SessionStatus;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  record: string | null;
}

@ObjectType('OfficeMonth', { description: 'What one member gave to the office in one month.' })
export class OfficeMonthType {
  @Field(() => ID, { description: 'The member.' })
  memberId: string;

  @Field({ description: 'The month, such as `2026-11`.' })
  month: string;

  @Field(() => Int, { description: 'Minutes.' })
  minutes: number;

  @Field({ description: 'Whether it is more than the guide for people with other work.' })
  isBeyond: boolean;
}

@ObjectType('OfficeTime', { description: 'Time that was given to an office.' })
export class OfficeTimeType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The member.' })
  memberId: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  workedOn: LocalDate;

  @Field(() => Int, { description: 'Minutes.' })
  minutes: number;

  @Field({ description: 'For what.' })
  what: string;
}

@InputType({ description: 'An office; without an id a new one.' })
export class OfficeInput {
  @Field(() => ID, { nullable: true, description: 'The office to change.' })
  id?: string | null;

  @Field(() => ID, { nullable: true, description: 'The version that you have read; needed to change one.' })
  seen?: string | null;

  @Field({ description: 'Name, at most 60 characters.' })
  name: string;

  @Field(() => Int, { description: 'Seats, the head’s included: 1 to 200.' })
  seats: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Hours that a month may take of somebody with other work: 1 to 200.',
  })
  monthlyHours?: number | null;
}

@InputType({ description: 'Somebody to be asked for an office.' })
export class OfficeMemberInput {
  @Field({ description: 'Name, at most 60 characters.' })
  name: string;

  @Field({ description: 'Section of the main work, at most 60 characters.' })
  section: string;

  @Field(() => OfficeMemberKindEnum, { description: 'As what.' })
  kind: MemberKind;
}

@InputType({ description: 'The next state of a member.' })
export class OfficeMemberStepInput {
  @Field(() => OfficeMemberStatusEnum, { description: 'The state.' })
  status: MemberStatus;

  @Field(() => LocalDateScalar, { description: 'From which day; not before the state that it follows.' })
  since: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why; needed for a release.' })
  reason?: string | null;
}

@InputType({ description: 'A session to come.' })
export class OfficeSessionInput {
  @Field(() => OfficeSessionKindEnum, { description: 'What it is.' })
  kind: SessionKind;

  @Field({ description: 'Title, at most 100 characters.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  heldOn: LocalDate;

  @Field(() => Int, { description: 'Length in minutes: 5 to 600.' })
  minutes: number;

  @Field(() => ID, { nullable: true, description: 'The member who prepares it.' })
  preparedBy?: string | null;
}

@InputType({ description: 'What was done in a session, and who came.' })
export class OfficeRecordInput {
  @Field({ description: 'What was done, at most 2,000 characters.' })
  record: string;

  @Field(() => [ID], { description: 'Members who came; the length of the session is noted for each.' })
  memberIds: string[];
}

@InputType({ description: 'Time given to an office outside of its sessions.' })
export class OfficeTimeInput {
  @Field(() => LocalDateScalar, { description: 'The day, today at the latest.' })
  workedOn: LocalDate;

  @Field(() => Int, { description: 'Minutes: 5 to 600.' })
  minutes: number;

  @Field({ description: 'For what, at most 100 characters.' })
  what: string;
}
