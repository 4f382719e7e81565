import type { LocalDate } from '@banso/kernel';
import {
  AMOUNT_RULES,
  type AmountRule,
  COST_ITEMS,
  type CostItem,
  DAY_SOURCES,
  type DaySource,
  SHARE_RULES,
  type ShareRule,
} from '@banso/settlement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const CostItemEnum = enumOf('CostItem', COST_ITEMS, 'What costs money.');
export const AmountRuleEnum = enumOf(
  'AmountRule',
  AMOUNT_RULES,
  'How an amount arises: of a month, a fiscal year or a day, entered, or the travel of the days worked.',
);
export const ShareRuleEnum = enumOf(
  'ShareRule',
  SHARE_RULES,
  'FIXED: in whole numbers of the agreement; BY_DAYS: in proportion to the days at each town.',
);
export const DaySourceEnum = enumOf(
  'DaySource',
  DAY_SOURCES,
  'Which days count: those recorded as worked, those of the weekly pattern, or the visits made.',
);

@ObjectType('CostParty', { description: 'A party of an agreement, as somebody who may bear costs.' })
export class CostPartyType {
  @Field(() => ID, { description: 'Identifier of the party.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Code of the town; null for other bodies.' })
  municipalityId: string | null;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;
}

@ObjectType('CostClause', { description: 'An article of an agreement, by its number.' })
export class CostClauseType {
  @Field(() => Int, { description: 'Number.' })
  no: number;

  @Field({ description: 'Heading.' })
  heading: string;
}

@ObjectType('CostAgreement', { description: 'An agreement, as far as its costs go.' })
export class CostAgreementType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Number.' })
  number: string;

  @Field({ description: 'Title.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day, as it stands now.' })
  endsOn: LocalDate;

  @Field(() => ID, { nullable: true, description: 'Who bears remainders, unless a row names another.' })
  remainderPartyId: string | null;
}

@ObjectType('CostShare', { description: 'Who bears how much of a row, in relation to the others.' })
export class CostShareType {
  @Field(() => ID, { description: 'The party.' })
  partyId: string;

  @Field(() => Int, { description: 'A whole number; by days, it says nothing.' })
  weight: number;
}

@ObjectType('CostLine', { description: 'A row of a cost matrix.' })
export class CostLineType {
  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field({ description: 'Its own name.' })
  label: string;

  @Field(() => Int, { description: 'The article that says so.' })
  clauseNo: number;

  @Field(() => AmountRuleEnum, { description: 'How its amount arises.' })
  amountRule: AmountRule;

  @Field(() => Int, {
    nullable: true,
    description: 'Yen of the month, year or day; null where none is agreed.',
  })
  yen: number | null;

  @Field(() => DaySourceEnum, { nullable: true, description: 'Which days count; null where none do.' })
  daySource: DaySource | null;

  @Field(() => ShareRuleEnum, { description: 'How it is shared.' })
  shareRule: ShareRule;

  @Field(() => ID, { description: 'Who bears what cannot be divided.' })
  remainderPartyId: string;

  @Field(() => [CostShareType], { description: 'Who bears it.' })
  shares: CostShareType[];
}

@ObjectType('CostMatrix', { description: 'Who bears what under an agreement, from a day on.' })
export class CostMatrixType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'Number of the version.' })
  version: number;

  @Field(() => LocalDateScalar, { description: 'From when it holds; a later version beats it.' })
  validFrom: LocalDate;

  @Field({ description: 'Why it was set.' })
  reason: string;

  @Field({ description: 'Who set it.' })
  setByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was set.' })
  setAt: Date;

  @Field(() => [CostLineType], { description: 'Its rows.' })
  lines: CostLineType[];
}

@ObjectType('CostActual', { description: 'What a row cost in a month, as a paper says.' })
export class CostActualType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field({ description: 'The name of the row.' })
  label: string;

  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: LocalDate;

  @Field(() => Int, { description: 'Yen; below zero it takes back.' })
  yen: number;

  @Field({ description: 'The paper that says so.' })
  evidence: string;

  @Field({ description: 'Who entered it.' })
  recordedByName: string;
}

@InputType({ description: 'Who bears how much of a row.' })
export class CostShareInput {
  @Field(() => ID, { description: 'A party of the agreement.' })
  partyId: string;

  @Field(() => Int, { description: 'In relation to the others, 1 to 1,000,000; by days, it says nothing.' })
  share: number;
}

@InputType({ description: 'A row of a cost matrix.' })
export class CostLineInput {
  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field({ description: 'Its own name, at most 60 characters; the same in later versions.' })
  label: string;

  @Field(() => Int, { description: 'The article that says so.' })
  clauseNo: number;

  @Field(() => AmountRuleEnum, { description: 'How its amount arises.' })
  amountRule: AmountRule;

  @Field(() => Int, { nullable: true, description: 'Yen of the month, fiscal year or day.' })
  yen?: number | null;

  @Field(() => DaySourceEnum, { nullable: true, description: 'Which days count, where days do.' })
  daySource?: DaySource | null;

  @Field(() => ShareRuleEnum, { description: 'How it is shared.' })
  shareRule: ShareRule;

  @Field(() => [CostShareInput], { description: 'Who bears it, at least one.' })
  shares: CostShareInput[];

  @Field(() => ID, { nullable: true, description: "Who bears remainders; the agreement's when left out." })
  remainderPartyId?: string | null;
}

@InputType({ description: 'Who bears what, from a day on.' })
export class CostMatrixInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId: string;

  @Field(() => LocalDateScalar, { description: 'From when it holds: a day of the term that is not billed.' })
  validFrom: LocalDate;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;

  @Field(() => Int, { description: 'The latest version that you have read; 0 without one.' })
  version: number;

  @Field(() => [CostLineInput], { description: 'All rows, at least one.' })
  lines: CostLineInput[];
}

@InputType({ description: 'What a row cost in a month.' })
export class CostActualInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId: string;

  @Field(() => CostItemEnum, { description: 'The item of the row.' })
  item: CostItem;

  @Field({ description: 'The name of the row.' })
  label: string;

  @Field(() => LocalDateScalar, { description: 'A day of the month.' })
  month: LocalDate;

  @Field(() => Int, { description: 'Yen; below zero to take back.' })
  yen: number;

  @Field({ description: 'The paper that says so, at most 500 characters.' })
  evidence: string;
}
