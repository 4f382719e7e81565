import {
  AGREEMENT_ACTIONS,
  AGREEMENT_KINDS,
  AGREEMENT_PAPERS,
  AGREEMENT_PARTS,
  AGREEMENT_STATUSES,
  type AgreementKind,
  type AgreementPart,
  type AgreementStatus,
  MONTHLY_RULES,
  type MonthlyRule,
  TERM_KINDS,
  type TermKind,
} from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { viewed } from '../../audit/viewed.js';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { connectionOf } from '../../page.graphql.js';

export const AgreementKindEnum = enumOf('AgreementKind', AGREEMENT_KINDS, 'How a person is shared.');
export const AgreementStatusEnum = enumOf(
  'AgreementStatus',
  AGREEMENT_STATUSES,
  'Where an agreement stands.',
);
export const AgreementActionEnum = enumOf(
  'AgreementAction',
  AGREEMENT_ACTIONS,
  'What may be done with an agreement.',
);
export const AgreementPartEnum = enumOf('AgreementPart', AGREEMENT_PARTS, 'What a party is in an agreement.');
export const AgreementPaperEnum = enumOf(
  'AgreementPaper',
  AGREEMENT_PAPERS,
  'A document: the agreement, one of its extensions, or the notice of its end.',
);
export const MonthlyRuleEnum = enumOf(
  'MonthlyRule',
  MONTHLY_RULES,
  'Whether more days than agreed are warned of, or refused.',
);
export const TermKindEnum = enumOf('TermKind', TERM_KINDS, 'How a term came about.');

@ObjectType('AgreementParty', { description: 'Who signs an agreement, as what.' })
export class AgreementPartyType {
  @Field(() => ID, { description: 'The party.' })
  partyId: string;

  @Field(() => AgreementPartEnum, { name: 'capacity', description: 'What it is in the agreement.' })
  part: AgreementPart;

  @Field({ description: 'Office of whoever signs.' })
  signatoryTitle: string;

  @Field({ description: 'Name of whoever signs.' })
  signatoryName: string;
}

@ObjectType('AgreementClause', { description: 'An article of an agreement.' })
export class AgreementClauseType {
  @Field(() => Int, { description: 'Its number, from 1.' })
  no: number;

  @Field({ description: 'Its heading.' })
  heading: string;

  @Field({ description: 'Its words.' })
  body: string;
}

@ObjectType('AgreementTerm', { description: 'How the term of an agreement came about: one decision.' })
export class AgreementTermType {
  @Field(() => Int, { description: 'Its number, from 1.' })
  no: number;

  @Field(() => TermKindEnum, { description: 'Signed, extended, or ended early.' })
  kind: TermKind;

  @Field(() => LocalDateScalar, { description: 'First day of the whole term.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day, as it was decided.' })
  endsOn: string;

  @Field(() => LocalDateScalar, { description: 'When it was decided.' })
  decidedOn: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;
}

@ObjectType('AgreementEvent', { description: 'One step in the life of an agreement.' })
export class AgreementEventType {
  @Field(() => AgreementStatusEnum, { nullable: true, description: 'State before; null for the first line.' })
  fromStatus: AgreementStatus | null;

  @Field(() => AgreementStatusEnum, { description: 'State after.' })
  toStatus: AgreementStatus;

  @Field({ description: 'Role of whoever did it; SYSTEM for the calendar.' })
  actorRole: string;

  @Field({ description: 'Name of whoever did it.' })
  actorName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('PlannedMonth', { description: 'What one month of a term is planned to bring.' })
export class PlannedMonthType {
  @Field({ description: 'The month, such as 2026-10.' })
  month: string;

  @Field(() => Int, { description: 'Planned days.' })
  days: number;
}

@ObjectType('PlannedYear', { description: 'What one fiscal year has of a term.' })
export class PlannedYearType {
  @Field(() => Int, { description: 'The year in which it begins in April.' })
  fiscalYear: number;

  @Field(() => LocalDateScalar, { description: 'First day of the term in that year.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the term in that year.' })
  endsOn: string;

  @Field(() => Int, { description: 'Planned days of the year.' })
  days: number;

  @Field(() => [PlannedMonthType], { description: 'By month.' })
  months: PlannedMonthType[];
}

@ObjectType('Agreement', { description: 'Who shares a person with whom, for how long, on which terms.' })
export class AgreementType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Its number, such as K8-0001.' })
  number: string;

  @Field({ description: 'Title.' })
  title: string;

  @Field(() => AgreementKindEnum, { description: 'How the person is shared.' })
  kind: AgreementKind;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day, as it stands now.' })
  endsOn: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days a month for one person; null when nothing was agreed.',
  })
  monthlyDays: number | null;

  @Field(() => MonthlyRuleEnum, { nullable: true, description: 'What these days are.' })
  monthlyRule: MonthlyRule | null;

  @Field(() => Int, { description: 'Days before the end on which it asks to be talked about.' })
  noticeDays: number;

  @Field({ name: 'work', description: 'What the person does.', middleware: [viewed('agreement')] })
  duties: string;

  @Field({ description: 'What must be kept secret.' })
  confidentiality: string;

  @Field(() => ID, { nullable: true, description: 'The party that bears what cannot be divided.' })
  remainderPartyId: string | null;

  @Field({ description: 'Whether its last day was brought forward.' })
  endsEarly: boolean;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it was decided to let the term run out.',
  })
  notExtendedOn: string | null;
}

export const AgreementConnection = connectionOf(AgreementType, 'Agreement');

@InputType({ description: 'Which agreements; all when nothing is said.' })
export class AgreementFilter {
  @Field(() => [AgreementStatusEnum], { nullable: true, description: 'In one of these states today.' })
  statuses?: AgreementStatus[] | null;

  @Field(() => AgreementKindEnum, { nullable: true, description: 'Of one kind.' })
  agreementKind?: AgreementKind | null;

  @Field(() => ID, { nullable: true, description: 'With this town as a party.' })
  municipalityId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the title, or the number.' })
  search?: string | null;
}

@InputType({ description: 'Who signs an agreement, as what.' })
export class AgreementPartyInput {
  @Field(() => ID, { description: 'The party.' })
  partyId: string;

  @Field(() => AgreementPartEnum, { description: 'What it is in the agreement.' })
  capacity: AgreementPart;

  @Field({ description: 'Office of whoever signs, at most 80 characters.' })
  signatoryTitle: string;

  @Field({ description: 'Name of whoever signs, at most 80 characters.' })
  signatoryName: string;
}

@InputType({ description: 'An article; the order is its number.' })
export class AgreementClauseInput {
  @Field({ description: 'Heading, at most 60 characters.' })
  heading: string;

  @Field({ description: 'Words, at most 1,000 characters.' })
  body: string;
}

@InputType({ description: 'The words of an agreement, whole.' })
export class AgreementInput {
  @Field({ description: 'Title, at most 120 characters.' })
  title: string;

  @Field(() => AgreementKindEnum, { description: 'How the person is shared.' })
  agreementKind: AgreementKind;

  @Field(() => LocalDateScalar, { description: 'First day; the fiscal year does not matter.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day, at most ten years later.' })
  endsOn: string;

  @Field(() => Int, { nullable: true, description: 'Days a month for one person, 1 to 31.' })
  monthlyDays?: number | null;

  @Field(() => MonthlyRuleEnum, { nullable: true, description: 'What these days are; with them only.' })
  monthlyRule?: MonthlyRule | null;

  @Field(() => Int, { nullable: true, description: 'Days before the end, 0 to 365; 90 when left out.' })
  noticeDays?: number | null;

  @Field({ description: 'What the person does, at most 2,000 characters.' })
  work: string;

  @Field({ description: 'What must be kept secret, at most 2,000 characters.' })
  confidentiality: string;

  @Field(() => ID, { nullable: true, description: 'One of the parties, who bears what cannot be divided.' })
  remainderPartyId?: string | null;

  @Field(() => [AgreementPartyInput], { description: 'Two at least, in the order of the signatures.' })
  parties: AgreementPartyInput[];

  @Field(() => [AgreementClauseInput], { description: 'At most 60 articles.' })
  clauses: AgreementClauseInput[];
}

@InputType({ description: 'A decision on the last day of an agreement.' })
export class TermDecisionInput {
  @Field(() => LocalDateScalar, { description: 'The last day from now on.' })
  endsOn: string;

  @Field(() => LocalDateScalar, { description: 'When it was decided, today or before.' })
  decidedOn: string;

  @Field({ description: 'Why, at most 1,000 characters.' })
  reason: string;
}
