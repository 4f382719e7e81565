import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../page.graphql.js';
import { SentenceType } from './sentence.graphql.js';

@ObjectType('PolicyRule', { description: 'A soft rule that a policy can rank.' })
export class PolicyRuleType {
  @Field({ description: 'The rule.' })
  id: string;

  @Field(() => SentenceType, { description: 'What it is called.' })
  label: SentenceType;
}

@ObjectType('PolicyWeight', { description: 'One price of the policy.' })
export class PolicyWeightType {
  @Field({ description: 'The price.' })
  id: string;

  @Field(() => SentenceType, { description: 'What it is the price of.' })
  label: SentenceType;

  @Field(() => Int, { description: 'Points; one point of travel is a minute.' })
  points: number;

  @Field(() => Int, { description: 'What it is where nobody set it.' })
  defaultPoints: number;
}

@ObjectType('PlanningPolicy', {
  description: 'What comes first in a plan of your prefecture, and what each thing costs.',
})
export class PlanningPolicyType {
  @Field(() => Int, { description: 'Version, from 1; 0 stands for the safe defaults.' })
  version: number;

  @Field(() => [[String]], {
    description: 'Rules by tier, the most important tier first. A rule in no tier does not count.',
  })
  tiers: string[][];

  @Field(() => Int, { description: 'Working days from tomorrow in which published visits do not move.' })
  frozenWorkingDays: number;

  @Field(() => Int, { description: 'Half-days per week that stay free for emergencies.' })
  reserveHalfDaysPerWeek: number;

  @Field(() => Int, {
    description: 'Minutes from the decision to an urgent visit of the same day, at least.',
  })
  urgentLeadMinutes: number;

  @Field(() => Int, { description: 'Working days in which whoever goes is expected to answer a visit.' })
  answerDays: number;

  @Field(() => Int, {
    description: 'Minutes to think better of a publication before anybody is told; 0 = none.',
  })
  publishHoldMinutes: number;

  @Field(() => String, { nullable: true, description: 'Who set it; null for the defaults.' })
  setByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When; null for the defaults.' })
  setAt: Date | null;
}

export const PlanningPolicyConnection = connectionOf(PlanningPolicyType, 'PlanningPolicy');

@InputType({ description: 'One price.' })
export class PolicyWeightInput {
  @Field(() => String, { description: 'The price, by its id.' })
  weight: string;

  @Field(() => Int, { description: 'Points, 0 to 10,000.' })
  points: number;
}

@InputType({ description: 'The whole policy, in the place of the one before.' })
export class PlanningPolicyInput {
  @Field(() => Int, { description: 'The version that you have seen; another one since is not written over.' })
  version: number;

  @Field(() => [[String]], { description: 'Rules by tier, each at most once; at most 8 tiers.' })
  tiers: string[][];

  @Field(() => [PolicyWeightInput], { description: 'Prices; the others have their defaults.' })
  weights: PolicyWeightInput[];

  @Field(() => Int, { description: 'Working days in which published visits do not move, at most 60.' })
  frozenWorkingDays: number;

  @Field(() => Int, { description: 'Half-days per week for emergencies, at most 100.' })
  reserveHalfDaysPerWeek: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes to an urgent visit of the same day, at most 1,440; as before when left out.',
  })
  urgentLeadMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Working days in which whoever goes is expected to answer, 1 to 30; as before when left out.',
  })
  answerDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes before a publication is told, 0 to 120; as before when left out.',
  })
  publishHoldMinutes?: number | null;
}
