import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';
import { UnplacedReasonType } from './planning-run.graphql.js';
import { SentenceType } from './sentence.graphql.js';
import { PlannedSlotType, PriceType } from './slot.graphql.js';
import { SlotEffectsType } from './visit-proposal.graphql.js';

@ObjectType('VisitAlternative', { description: 'Another slot that the rules allow.' })
export class VisitAlternativeType {
  @Field(() => PlannedSlotType, { description: 'Who, when and how.' })
  slot: PlannedSlotType;

  @Field(() => PriceType, { description: 'What it costs on top of the slot in the plan.' })
  price: PriceType;
}

@ObjectType('NearestChange', {
  description: 'The least change of the wishes or of what is entered that would make a place for a visit.',
})
export class NearestChangeType {
  @Field({ description: 'What would change.' })
  kind: string;

  @Field(() => SentenceType, { description: 'In words.' })
  sentence: SentenceType;
}

@ObjectType('VisitExplanation', {
  description: 'Why a visit lies where it lies in a plan, or nowhere; from the record of its run.',
})
export class VisitExplanationType {
  @Field(() => ID, { description: 'The run.' })
  runId: string;

  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of the wished visits, from 1.' })
  visitNo: number;

  @Field(() => PlannedSlotType, { nullable: true, description: 'Where it lies; null without a place.' })
  slot: PlannedSlotType | null;

  @Field(() => PriceType, {
    nullable: true,
    description: 'What it costs there; null without a place, or where it was pinned or published before.',
  })
  price: PriceType | null;

  @Field(() => [VisitAlternativeType], { description: 'The next best slots, cheapest first.' })
  alternatives: VisitAlternativeType[];

  @Field(() => [UnplacedReasonType], { description: 'Why it has no place; empty when it has one.' })
  reasons: UnplacedReasonType[];

  @Field(() => [NearestChangeType], { description: 'What would make a place; empty when it has one.' })
  nearestChanges: NearestChangeType[];
}

@ObjectType('WhyNotAnswer', { description: 'Why a specialist was not planned for a request.' })
export class WhyNotAnswerType {
  @Field(() => ID, { description: 'The run.' })
  runId: string;

  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; null for any.' })
  date: string | null;

  @Field({ description: 'Whether no rule stood against it: then another slot was better.' })
  possible: boolean;

  @Field(() => String, { nullable: true, description: 'The rule that fails where it comes closest.' })
  ruleId: string | null;

  @Field(() => SentenceType, { nullable: true, description: 'That rule, in words.' })
  sentence: SentenceType | null;
}

@ObjectType('PlanViolation', { description: 'A rule that a plan breaks.' })
export class PlanViolationType {
  @Field({ description: 'The rule.' })
  ruleId: string;

  @Field(() => ID, { nullable: true, description: 'The request that it is about.' })
  supportRequestId: string | null;

  @Field(() => Int, { nullable: true, description: 'Which of its visits.' })
  visitNo: number | null;

  @Field(() => SentenceType, { description: 'In words.' })
  sentence: SentenceType;
}

@ObjectType('MoveJudgement', { description: 'What a change of a plan by hand means.' })
export class MoveJudgementType {
  @Field({ description: 'Whether it was made: not on trial, and never against a hard rule.' })
  applied: boolean;

  @Field(() => [PlanViolationType], { description: 'Rules that it breaks, or breaks more often.' })
  violations: PlanViolationType[];

  @Field(() => PriceType, { description: 'What it costs on top of the plan as it was.' })
  price: PriceType;

  @Field(() => ID, { description: 'Version of the proposal as it is now.' })
  version: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The proposal; null when it was taken out, or only tried in a place.',
  })
  proposedVisitId: string | null;
}

@ObjectType('PlanSlot', { description: 'A place that the rules allow a visit of a proposed plan.' })
export class PlanSlotType {
  @Field(() => PlannedSlotType, { description: 'Who, when and how.' })
  slot: PlannedSlotType;

  @Field(() => SlotEffectsType, { description: 'Its effect: ways, days that are left, what it would miss.' })
  effects: SlotEffectsType;

  @Field(() => PriceType, { description: 'What the plan would cost on top of what it costs now.' })
  price: PriceType;
}
