import type { LocalDate } from '@banso/kernel';
import { TAX_CHECKS, type TaxCheck } from '@banso/overview';
import type { CostItem } from '@banso/settlement';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CostAgreementType, CostItemEnum, CostPartyType } from '../engagement/costs/costs.graphql.js';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { OverviewYearType } from './year.graphql.js';

export const TaxCheckEnum = enumOf(
  'TaxCheck',
  TAX_CHECKS,
  'A measure that counts it; people whose form counts; reports that towns have confirmed; invoices.',
);

@ObjectType('TaxLine', { description: 'A cost line of the evidence table, and what it lacks.' })
export class TaxLineType {
  @Field({ description: 'Names the line within the year.' })
  key: string;

  @Field(() => CostAgreementType, { nullable: true, description: 'The agreement.' })
  agreement: CostAgreementType | null;

  @Field(() => CostPartyType, { nullable: true, description: 'Who bears it.' })
  party: CostPartyType | null;

  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field(() => String, { nullable: true, description: 'The measure that it is held against.' })
  measure: string | null;

  @Field(() => Float, { description: 'Yen borne in the months that are over.' })
  yen: number;

  @Field(() => [TaxCheckEnum], { description: 'What it lacks; nothing: ready.' })
  missing: TaxCheck[];
}

@ObjectType('TaxLack', { description: 'How many lines lack something.' })
export class TaxLackType {
  @Field(() => TaxCheckEnum, { description: 'What.' })
  check: TaxCheck;

  @Field(() => Int, { description: 'How many lines.' })
  lines: number;
}

@ObjectType('TaxReadiness', { description: 'How much of the evidence of a year is complete.' })
export class TaxReadinessType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => LocalDateScalar, { description: 'Up to which day months are over.' })
  until: LocalDate;

  @Field(() => Int, { description: 'Cost lines.' })
  lines: number;

  @Field(() => Int, { description: 'Lines that lack nothing.' })
  ready: number;

  @Field(() => Float, { description: 'Yen of all lines.' })
  yen: number;

  @Field(() => Float, { description: 'Yen of those.' })
  readyYen: number;

  @Field(() => [TaxLackType], { description: 'What is lacking.' })
  lacking: TaxLackType[];

  @Field(() => [TaxLineType], { description: 'Each line.' })
  rows: TaxLineType[];
}
