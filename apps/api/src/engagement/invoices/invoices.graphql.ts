import type { LocalDate } from '@banso/kernel';
import {
  type CostItem,
  type Evidence,
  EVIDENCE_KINDS,
  INVOICE_ACTIONS,
  INVOICE_STATUSES,
  type InvoiceStatus,
} from '@banso/settlement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { connectionOf } from '../../page.graphql.js';
import { CostItemEnum } from '../costs/costs.graphql.js';

export const InvoiceStatusEnum = enumOf('InvoiceStatus', INVOICE_STATUSES, 'The life of an invoice.');
export const InvoiceActionEnum = enumOf(
  'InvoiceAction',
  INVOICE_ACTIONS,
  'What a person may do with an invoice.',
);
export const InvoiceEvidenceKindEnum = enumOf(
  'InvoiceEvidenceKind',
  EVIDENCE_KINDS,
  'What a figure rests on: a day worked, placed or visited, or an entered amount.',
);

@ObjectType('Invoice', { description: 'What one party owes for whole months of an agreement.' })
export class InvoiceType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The agreement.' })
  agreementId: string;

  @Field(() => ID, { description: 'Who owes it.' })
  partyId: string;

  @Field(() => InvoiceStatusEnum, { description: 'Where it stands.' })
  status: InvoiceStatus;

  @Field(() => String, { nullable: true, description: 'Number; null until it is issued.' })
  number: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  toOn: LocalDate;

  @Field(() => Int, { description: 'The sum of its lines, yen.' })
  totalYen: number;

  @Field({ description: 'Who drafted it.' })
  draftedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was drafted.' })
  draftedAt: Date;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuedByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was issued.' })
  issuedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who cancelled it.' })
  cancelledByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is void.' })
  cancelReason: string | null;
}

export const InvoiceConnection = connectionOf(InvoiceType, 'Invoice');

@ObjectType('InvoiceLine', { description: 'One figure of an invoice, as it was frozen.' })
export class InvoiceLineType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field({ description: 'The name of the row.' })
  label: string;

  @Field(() => Int, { description: 'The article that it follows.' })
  clauseNo: number;

  @Field(() => Int, { description: 'The version of the terms that it follows.' })
  matrixVersion: number;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  toOn: LocalDate;

  @Field(() => Int, { description: 'Yen of all who share it.' })
  totalYen: number;

  @Field(() => Int, { description: 'Share of the party: the upper number of the fraction.' })
  shareWeight: number;

  @Field(() => Int, { description: 'The lower number of the fraction; 0 when nobody had a day.' })
  shareSum: number;

  @Field(() => Int, { description: 'Yen of the amount that were left over in dividing.' })
  remainderYen: number;

  @Field(() => Int, { description: 'Yen that the party bears.' })
  yen: number;

  @Field({ description: 'How the amount came about, in Japanese.' })
  formulaJa: string;

  @Field({ description: 'The same in English.' })
  formulaEn: string;
}

@ObjectType('InvoiceEvidence', { description: 'A day or an amount that a line rests on, as it was.' })
export class InvoiceEvidenceType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => InvoiceEvidenceKindEnum, { description: 'What it is.' })
  kind: Evidence['kind'];

  @Field(() => ID, { description: 'The day worked, the placement, the visit or the entered amount.' })
  refId: string;

  @Field(() => LocalDateScalar, { description: 'The day; of an entered amount, the first of its month.' })
  onDate: LocalDate;

  @Field(() => ID, { nullable: true, description: 'At which party; null where it is at none.' })
  partyId: string | null;

  @Field(() => Int, { description: 'Half-days; 0 for an amount.' })
  halfDays: number;

  @Field(() => Int, { description: 'Yen of the trip or the amount; 0 without.' })
  yen: number;
}

@ObjectType('InvoiceDifference', { description: 'A figure that would be reckoned otherwise today.' })
export class InvoiceDifferenceType {
  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field({ description: 'The name of the row.' })
  label: string;

  @Field(() => LocalDateScalar, { description: 'First day of the figure.' })
  from: LocalDate;

  @Field(() => Int, { nullable: true, description: 'Yen as frozen; null: no such line.' })
  frozenYen: number | null;

  @Field(() => Int, { nullable: true, description: 'Yen as reckoned today; null: no such line.' })
  reckonedYen: number | null;
}

@InputType({ description: 'Whom to bill, and for which months.' })
export class InvoiceInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId: string;

  @Field(() => ID, { description: 'A party of it.' })
  partyId: string;

  @Field(() => LocalDateScalar, { description: 'First day of a month, or of the agreement.' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day of a month that is over, or of the agreement.' })
  to: LocalDate;
}

@InputType({ description: 'Which invoices to list.' })
export class InvoiceFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this agreement.' })
  agreementId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only to this party.' })
  partyId?: string | null;

  @Field(() => [InvoiceStatusEnum], { nullable: true, description: 'Only where they stand here.' })
  statuses?: InvoiceStatus[] | null;
}
