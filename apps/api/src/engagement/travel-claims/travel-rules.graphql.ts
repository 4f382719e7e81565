import type { LocalDate } from '@banso/kernel';
import { RECEIPT_KINDS, type ReceiptKind } from '@banso/settlement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const TravelReceiptKindEnum = enumOf(
  'TravelReceiptKind',
  RECEIPT_KINDS,
  'What a receipt is for: a fare, a night, or what came with the way.',
);

@ObjectType('TravelFigureAsked', { description: 'A figure that a rule asks its paying body for.' })
export class TravelFigureAskedType {
  @Field({ description: 'Its key.' })
  key: string;

  @Field({ description: 'Its name in Japanese.' })
  labelJa: string;

  @Field({ description: 'Its name in English.' })
  labelEn: string;

  @Field({ description: 'Whether the rule cannot be set without it.' })
  required: boolean;
}

@ObjectType('TravelFigure', { description: 'A figure of a rule.' })
export class TravelFigureType {
  @Field({ description: 'Its key; of a ceiling the two digits of the prefecture.' })
  key: string;

  @Field(() => Int, { description: 'Yen.' })
  yen: number;
}

@ObjectType('TravelRuleKind', {
  description: 'A rule that the software knows, with what is known publicly of it.',
})
export class TravelRuleKindType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Name in Japanese.' })
  nameJa: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'Whether a night has a ceiling by prefecture.' })
  usesCeilings: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day for which it can be set.' })
  since: LocalDate | null;

  @Field(() => [TravelFigureAskedType], { description: 'What it asks for.' })
  figures: TravelFigureAskedType[];

  @Field({ description: 'To start from: what the rule is called.' })
  title: string;

  @Field(() => [TravelFigureType], { description: 'To start from: figures.' })
  amounts: TravelFigureType[];

  @Field(() => [TravelFigureType], { description: 'To start from: ceilings of a night.' })
  ceilings: TravelFigureType[];

  @Field(() => [TravelReceiptKindEnum], { description: 'To start from: what needs a receipt.' })
  receiptFor: ReceiptKind[];

  @Field({ description: 'Where these stand, in Japanese.' })
  sourceJa: string;

  @Field({ description: 'The same in English.' })
  sourceEn: string;
}

@ObjectType('TravelRuleVersion', { description: 'By which rule a body pays for travel, from a day on.' })
export class TravelRuleVersionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Whose rule; null: the prefecture’s.' })
  partyId: string | null;

  @Field(() => Int, { description: 'Of one body, from 1.' })
  version: number;

  @Field(() => LocalDateScalar, { description: 'First day of departure for which it holds.' })
  validFrom: LocalDate;

  @Field({ description: 'Which rule.' })
  ruleCode: string;

  @Field({ description: 'What the body calls it.' })
  title: string;

  @Field(() => [TravelFigureType], { description: 'Its figures.' })
  amounts: TravelFigureType[];

  @Field(() => [TravelFigureType], { description: 'Its ceilings of a night.' })
  ceilings: TravelFigureType[];

  @Field(() => [TravelReceiptKindEnum], { description: 'What needs a receipt.' })
  receiptFor: ReceiptKind[];

  @Field({ description: 'Where the figures stand.' })
  source: string;

  @Field({ description: 'Whether somebody held the figures against the body’s own rule.' })
  checked: boolean;

  @Field({ description: 'Who set it.' })
  setByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was set.' })
  setAt: Date;
}

@InputType({ description: 'A figure by its key.' })
export class TravelFigureInput {
  @Field({ description: 'Its key; of a ceiling the two digits of the prefecture.' })
  key: string;

  @Field(() => Int, { description: 'Yen, from 0 to 200,000.' })
  yen: number;
}

@InputType({ description: 'By which rule a body pays for travel, from a day on.' })
export class TravelRuleInput {
  @Field(() => ID, { nullable: true, description: 'A party; the prefecture when left out.' })
  partyId?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day of departure for which it holds.' })
  validFrom: LocalDate;

  @Field({ description: 'Which rule.' })
  ruleId: string;

  @Field({ description: 'What the body calls it, at most 100 characters.' })
  title: string;

  @Field(() => [TravelFigureInput], { description: 'Its figures.' })
  amounts: TravelFigureInput[];

  @Field(() => [TravelFigureInput], { description: 'Its ceilings of a night.' })
  ceilings: TravelFigureInput[];

  @Field(() => [TravelReceiptKindEnum], { description: 'What needs a receipt.' })
  receiptFor: ReceiptKind[];

  @Field({ description: 'Where the figures stand, at most 500 characters.' })
  source: string;

  @Field({ description: 'Whether they were held against the body’s own rule.' })
  checked: boolean;

  @Field(() => Int, { description: 'The latest version of the body that you have read; 0: none.' })
  version: number;
}
