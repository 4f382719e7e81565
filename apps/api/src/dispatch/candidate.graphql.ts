import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { SentenceType } from './sentence.graphql.js';
import type { VisitMode } from '@banso/talent';
import { VisitModeEnum } from '../talent/words.graphql.js';

@ObjectType('CandidatePart', { description: 'One part of a score.' })
export class CandidatePartType {
  @Field({ description: 'skill, travel, load, continuity, slot or wish.' })
  id: string;

  @Field(() => Int, { description: 'Points given.' })
  points: number;

  @Field(() => Int, { description: 'Points that could be given.' })
  max: number;
}

@ObjectType('CandidateSlot', { description: 'The first time at which the first visit would fit.' })
export class CandidateSlotType {
  @Field(() => GraphQLISODateTime, { description: 'Start.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'End.' })
  endsAt: Date;
}

@ObjectType('Candidate', { description: 'A specialist who could take a request.' })
export class CandidateType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => Int, { description: 'Points out of 100.' })
  score: number;

  @Field(() => [CandidatePartType], { description: 'What the score rests on.' })
  parts: CandidatePartType[];

  @Field(() => CandidateSlotType, { nullable: true, description: 'The first time that fits.' })
  firstSlot: CandidateSlotType | null;

  @Field(() => VisitModeEnum, { description: 'On site or online.' })
  mode: VisitMode;
}

@ObjectType('ExcludedCandidate', {
  description: 'A specialist who cannot take a request, and the first rule in the way.',
})
export class ExcludedCandidateType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field({ description: 'The rule.' })
  ruleId: string;

  @Field(() => SentenceType, { description: 'Why, in words.' })
  sentence: SentenceType;
}

@ObjectType('CandidateRanking', { description: 'Everyone of the pool, in one of two lists.' })
export class CandidateRankingType {
  @Field(() => [CandidateType], { description: 'Who could take it, best first.' })
  candidates: CandidateType[];

  @Field(() => [ExcludedCandidateType], { description: 'Who could not, and why.' })
  excluded: ExcludedCandidateType[];
}
