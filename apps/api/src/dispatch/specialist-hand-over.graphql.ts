import { SPECIALIST_WORK_KINDS, type SpecialistWorkKind } from '@banso/dispatch';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { SentenceType } from './sentence.graphql.js';

export const SpecialistWorkKindEnum = enumOf(
  'SpecialistWorkKind',
  SPECIALIST_WORK_KINDS,
  'What lies with a specialist: a case by name, a place on a shortlist or an offer, a question, a plan on the table, a visit to come.',
);

@ObjectType('SpecialistWork', { description: 'Something that lies with a specialist, and whether it moves.' })
export class SpecialistWorkType {
  @Field(() => SpecialistWorkKindEnum, { description: 'What it is.' })
  kind: SpecialistWorkKind;

  @Field(() => ID, { description: 'The request, the consultation, the planning run or the visit.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its number, or that of the request of a visit.' })
  number: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; null for a plan.' })
  title: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When a visit begins.' })
  startsAt: Date | null;

  @Field(() => SentenceType, {
    nullable: true,
    description: 'Why it stays; null where it moves or has moved.',
  })
  stays: SentenceType | null;
}

@InputType({ description: 'Whose work goes to whom.' })
export class SpecialistHandOverInput {
  @Field(() => ID, { description: 'Who leaves, or is away for long.' })
  specialistId: string;

  @Field(() => ID, { nullable: true, description: 'Who goes on; left out: back to matching.' })
  successorId?: string | null;

  @Field(() => [ID], { description: 'What was shown as moving, at most 500: nothing else moves.' })
  ids: string[];

  @Field({ description: 'Why; it stands in every history.' })
  reason: string;
}
