import { OPEN_OR_CLOSED, type OpenOrClosed } from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const OpenOrClosedEnum = enumOf(
  'OpenOrClosed',
  OPEN_OR_CLOSED,
  'Whether it still takes something in.',
);

@ObjectType('DemandSurvey', { description: 'Asks the towns how many people they would share.' })
export class DemandSurveyType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => Int, { description: 'The fiscal year for which people are looked for.' })
  fiscalYear: number;

  @Field(() => [ID], { description: 'Talent profiles that are asked for.' })
  profiles: string[];

  @Field(() => LocalDateScalar, { description: 'Last day for answers.' })
  deadlineOn: string;

  @Field(() => OpenOrClosedEnum, { description: 'Whether it is open.' })
  status: OpenOrClosed;

  @Field(() => GraphQLISODateTime, { description: 'When it was opened.' })
  openedAt: Date;
}

@InputType({ description: 'A survey to be opened.' })
export class DemandSurveyInput {
  @Field({ description: 'What it is called, at most 100 characters.' })
  title: string;

  @Field(() => Int, { description: 'The fiscal year for which people are looked for.' })
  fiscalYear: number;

  @Field(() => [String], { description: 'Talent profiles that are asked for, at least one.' })
  profiles: string[];

  @Field(() => LocalDateScalar, { description: 'Last day for answers, today or later.' })
  deadlineOn: string;
}

@ObjectType('DemandLine', { description: 'One profile of an answer.' })
export class DemandLineType {
  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => Int, { description: 'How many people.' })
  people: number;

  @Field(() => Int, { description: 'For which part of a full week each, in percent.' })
  sharePercent: number;
}

@InputType({ description: 'One profile of an answer.' })
export class DemandLineInput {
  @Field(() => ID, { description: 'A talent profile of the survey, once.' })
  profileId: string;

  @Field(() => Int, { description: 'How many people, 1 to 50.' })
  people: number;

  @Field(() => Int, { description: 'For which part of a full week each, 1 to 100 percent.' })
  sharePercent: number;
}

@ObjectType('DemandAnswer', { description: 'What a town answered.' })
export class DemandAnswerType {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => [DemandLineType], { description: 'By profile; none = it wants nobody.' })
  lines: DemandLineType[];

  @Field(() => String, { nullable: true, description: 'What the town adds.' })
  note: string | null;

  @Field({ description: 'Who answered.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  recordedAt: Date;
}

@InputType({ description: "A town's whole answer." })
export class DemandAnswerInput {
  @Field(() => ID, { description: 'The survey.' })
  surveyId: string;

  @Field(() => String, { nullable: true, description: 'The version that was read; 0 for the first answer.' })
  seen?: string | null;

  @Field(() => [DemandLineInput], { description: 'By profile; empty = the town wants nobody.' })
  lines: DemandLineInput[];

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  note?: string | null;
}

@ObjectType('DemandSum', { description: 'What all towns together want of one profile.' })
export class DemandSumType {
  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => Int, { description: 'How many towns.' })
  towns: number;

  @Field(() => Int, { description: 'How many people, however short their week.' })
  people: number;

  @Field(() => Int, { description: 'In hundredths of one full-time person.' })
  percent: number;
}
