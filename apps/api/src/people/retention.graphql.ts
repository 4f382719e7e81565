import { RETENTION_ACTIONS, type RetentionAction, type RetentionKind } from '@banso/platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { SentenceType } from '../dispatch/sentence.graphql.js';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { RetentionKindEnum } from './erasure.graphql.js';

export const RetentionActionEnum = enumOf(
  'RetentionAction',
  RETENTION_ACTIONS,
  'What is done when the time of a record is over.',
);

@ObjectType('RetentionRun', { description: 'What a day’s run let go of one kind of record.' })
export class RetentionRunType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  ranOn: string;

  @Field(() => Int, { description: 'By how many days, as it was then.' })
  days: number;

  @Field(() => Int, { description: 'Rows that went or were blanked.' })
  rows: number;
}

@ObjectType('Retention', { description: 'How long one kind of record is kept, and what that means today.' })
export class RetentionType {
  @Field(() => RetentionKindEnum, { description: 'Which records.' })
  kind: RetentionKind;

  @Field(() => SentenceType, { description: 'What they are called.' })
  label: SentenceType;

  @Field(() => SentenceType, { description: 'From which day on it is counted.' })
  from: SentenceType;

  @Field(() => SentenceType, { description: 'Why so long.' })
  why: SentenceType;

  @Field(() => RetentionActionEnum, { description: 'What is done then.' })
  action: RetentionAction;

  @Field(() => Int, { description: 'For how many days.' })
  days: number;

  @Field(() => Int, { description: 'The default of the software; the rules of an office may differ.' })
  defaultDays: number;

  @Field(() => Int, { description: 'The fewest days that may be chosen.' })
  leastDays: number;

  @Field(() => Int, { description: 'The most days that may be chosen.' })
  mostDays: number;

  @Field(() => String, { nullable: true, description: 'Who chose; null for the default.' })
  setByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When; null for the default.' })
  setAt: Date | null;

  @Field(() => ID, { description: 'Its version; whoever changes it says which one was read.' })
  version: string;

  @Field(() => Int, { description: 'Rows that would go by today; of people, those who wait for an erasure.' })
  due: number;

  @Field(() => RetentionRunType, { nullable: true, description: 'The last run.' })
  lastRun: RetentionRunType | null;
}

@InputType({ description: 'How long one kind of record is kept from now on.' })
export class RetentionInput {
  @Field(() => RetentionKindEnum, { description: 'Which records.' })
  kind: RetentionKind;

  @Field(() => Int, { description: 'For how many days, within the limits.' })
  days: number;

  @Field(() => String, { description: 'The version that you have read; 0 for the default.' })
  seen: string;
}
