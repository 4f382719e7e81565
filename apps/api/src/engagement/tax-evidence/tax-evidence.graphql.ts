import type { LocalDate } from '@banso/kernel';
import {
  type Bearer,
  BEARERS,
  type CostItem,
  EVIDENCE_VERDICTS,
  type EvidenceVerdict,
} from '@banso/settlement';
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { CostAgreementType, CostItemEnum, CostPartyType } from '../costs/costs.graphql.js';

export const TaxBearerEnum = enumOf('TaxBearer', BEARERS, 'Bodies that a measure is for.');
export const TaxVerdictEnum = enumOf(
  'TaxVerdict',
  EVIDENCE_VERDICTS,
  'Why a cost counts for a measure, or not.',
);

@ObjectType('TaxMeasure', {
  description:
    'What a measure of the special local allocation tax counts, as your prefecture has entered it.',
})
export class TaxMeasureType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Name of the measure.' })
  measure: string;

  @Field(() => TaxBearerEnum, { description: 'For whom.' })
  bearer: Bearer;

  @Field(() => Int, { description: 'First fiscal year.' })
  firstYear: number;

  @Field(() => Int, { description: 'Last fiscal year.' })
  lastYear: number;

  @Field(() => Int, { description: 'Rate per mille.' })
  ratePerMille: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Yen of one body and year; null: the source states none.',
  })
  ceilingYen: number | null;

  @Field(() => [CostItemEnum], { description: 'Items that count.' })
  items: CostItem[];

  @Field(() => [String], { description: 'Forms of appointment that count, as written down; empty: any.' })
  appointmentForms: string[];

  @Field({ description: 'The letter, ordinance or page that says so.' })
  source: string;

  @Field({ description: 'Who entered it.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was entered.' })
  recordedAt: Date;
}

@ObjectType('TaxEvidencePerson', { description: 'Somebody who was placed under the agreement in the year.' })
export class TaxEvidencePersonType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'Form of appointment, as written down.' })
  form: string;

  @Field(() => LocalDateScalar, { description: 'First day in the year.' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day in the year.' })
  to: LocalDate;
}

@ObjectType('TaxEvidenceCost', { description: 'One figure behind a row.' })
export class TaxEvidenceCostType {
  @Field({ description: 'The name of the row of the matrix.' })
  label: string;

  @Field(() => Int, { description: 'The article that says so.' })
  clauseNo: number;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to: LocalDate;

  @Field(() => Int, { description: 'Yen borne.' })
  yen: number;

  @Field(() => String, {
    nullable: true,
    description: 'The invoice that says so; null where it is reckoned only.',
  })
  invoiceNumber: string | null;
}

@ObjectType('TaxEvidenceRow', {
  description: 'What a body bore of one item of an agreement, held against a measure.',
})
export class TaxEvidenceRowType {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId: string;

  @Field(() => ID, { description: 'The body.' })
  partyId: string;

  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field(() => ID, { nullable: true, description: 'The measure; null where none of the year counts it.' })
  measureId: string | null;

  @Field(() => Float, { description: 'Yen borne in the year.' })
  yen: number;

  @Field(() => TaxVerdictEnum, { description: 'Whether it counts, or why not.' })
  verdict: EvidenceVerdict;

  @Field(() => [TaxEvidencePersonType], { description: 'Who was placed.' })
  persons: TaxEvidencePersonType[];

  @Field(() => [TaxEvidenceCostType], { description: 'The figures behind it.' })
  costs: TaxEvidenceCostType[];
}

@ObjectType('TaxEvidenceTotal', { description: 'What a measure comes to for one body in the year.' })
export class TaxEvidenceTotalType {
  @Field(() => ID, { description: 'The body.' })
  partyId: string;

  @Field(() => ID, { description: 'The measure.' })
  measureId: string;

  @Field(() => Float, { description: 'Yen that count.' })
  baseYen: number;

  @Field(() => Float, { description: 'Yen at the rate, rounded down.' })
  ratedYen: number;

  @Field(() => Float, { description: 'Yen, at most the ceiling.' })
  yen: number;
}

@ObjectType('TaxEvidence', { description: 'The evidence table of a fiscal year.' })
export class TaxEvidenceType {
  @Field(() => Int, { description: 'The fiscal year, from April.' })
  fiscalYear: number;

  @Field(() => LocalDateScalar, { description: 'Up to which day months are over.' })
  until: LocalDate;

  @Field(() => [TaxMeasureType], { description: 'Every measure that was entered, of whatever year.' })
  measures: TaxMeasureType[];

  @Field(() => [CostAgreementType], { description: 'The agreements that rows name.' })
  agreements: CostAgreementType[];

  @Field(() => [CostPartyType], { description: 'The bodies that rows name.' })
  parties: CostPartyType[];

  @Field(() => [TaxEvidenceRowType], { description: 'The rows.' })
  rows: TaxEvidenceRowType[];

  @Field(() => [TaxEvidenceTotalType], { description: 'The sums by body and measure.' })
  totals: TaxEvidenceTotalType[];
}

@ObjectType('TaxEvidenceFile', { description: 'The evidence table to be kept elsewhere.' })
export class TaxEvidenceFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field({ description: 'CSV in UTF-8, with a byte order mark for spreadsheets.' })
  content: string;
}

@InputType({ description: 'A measure as its source states it.' })
export class TaxMeasureInput {
  @Field({ description: 'Name, at most 120 characters.' })
  measure: string;

  @Field(() => TaxBearerEnum, { description: 'For whom.' })
  bearer: Bearer;

  @Field(() => Int, { description: 'First fiscal year.' })
  firstYear: number;

  @Field(() => Int, { description: 'Last fiscal year.' })
  lastYear: number;

  @Field(() => Int, { description: 'Rate per mille, 1 to 1,000.' })
  ratePerMille: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Yen of one body and year; leave out where none is stated.',
  })
  ceilingYen?: number | null;

  @Field(() => [CostItemEnum], { description: 'Items that count, at least one.' })
  items: CostItem[];

  @Field(() => [String], { description: 'Forms of appointment that count, as written down; empty: any.' })
  appointmentForms: string[];

  @Field({ description: 'The letter, ordinance or page that says so, at most 500 characters.' })
  source: string;
}
