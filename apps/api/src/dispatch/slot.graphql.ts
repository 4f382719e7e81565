import type { VisitMode } from '@banso/talent';
import { Field, Float, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { VisitModeEnum } from '../talent/words.graphql.js';

@ObjectType('PlannedSlot', { description: 'Who comes, when and how.' })
export class PlannedSlotType {
  @Field(() => ID, { description: 'Who comes.' })
  specialistId: string;

  @Field(() => VisitModeEnum, { description: 'On site or online.' })
  mode: VisitMode;

  @Field(() => GraphQLISODateTime, { description: 'Start.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'End.' })
  endsAt: Date;

  @Field({ description: 'Whether the specialist sleeps in the town the night before.' })
  nightBefore: boolean;

  @Field({ description: 'Whether the specialist sleeps in the town the night after.' })
  nightAfter: boolean;
}

@ObjectType('PricePart', { description: 'Points of one soft rule.' })
export class PricePartType {
  @Field({ description: 'The rule.' })
  ruleId: string;

  @Field(() => Float, { description: 'Whole points; negative where something gets better.' })
  points: number;
}

@ObjectType('Price', {
  description: 'What something costs by the policy. Tiers are compared from the first down; less is better.',
})
export class PriceType {
  @Field(() => [Float], { description: 'Whole points by tier, the most important first.' })
  tiers: number[];

  @Field(() => [PricePartType], { description: 'The rules that make them up, none of 0 points.' })
  parts: PricePartType[];
}
