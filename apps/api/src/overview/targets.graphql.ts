import type { LocalDate } from '@banso/kernel';
import { type OverviewTarget, TARGET_KINDS, type TargetKind } from '@banso/overview';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { OverviewYearType } from './year.graphql.js';

export const TargetKindEnum = enumOf(
  'TargetKind',
  TARGET_KINDS,
  'Towns visited (per cent); experts and leaders (people); all staff trained (per cent).',
);

@ObjectType('OverviewTarget', { description: 'What the hub wants to reach in a year, in one version.' })
export class OverviewTargetType {
  @Field(() => ID, { description: 'Identifier of the version.' })
  id: string;

  @Field(() => Int, { description: 'The fiscal year, from April.' })
  fiscalYear: number;

  @Field(() => TargetKindEnum, { description: 'Of what.' })
  kind: TargetKind;

  @Field(() => Int, { description: 'People, or per cent.' })
  target: number;

  @Field(() => Int, { nullable: true, description: 'People who were secured.' })
  secured: number | null;

  @Field(() => Int, { nullable: true, description: 'People who were trained.' })
  trained: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many a share is reckoned.' })
  headcount: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When they were counted.' })
  countedOn: LocalDate | null;

  @Field({ description: 'The plan or decision that says so.' })
  source: string;

  @Field(() => ID, { description: 'Its version; whoever sets it anew says which one was read.' })
  version: string;

  @Field({ description: 'Who set it.' })
  setByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  setAt: Date;

  municipalityId: string | null;
}

@ObjectType('TargetInForce', { description: 'A target that holds, with the versions before it.' })
export class TargetInForceType {
  @Field(() => OverviewTargetType, { description: 'The version that holds.' })
  current: OverviewTargetType;

  @Field(() => [OverviewTargetType], { description: 'Every version, the latest first.' })
  history: OverviewTargetType[];

  @Field(() => Int, {
    nullable: true,
    description: 'People or points that are missing; null: nothing was counted.',
  })
  missing: number | null;

  @Field(() => Int, { nullable: true, description: 'Per cent, rounded down; null: nothing was counted.' })
  reached: number | null;
}

@ObjectType('TargetOverview', { description: 'The targets of a year.' })
export class TargetOverviewType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => [TargetInForceType], { description: 'The prefecture’s own first, then each town’s.' })
  rows: TargetInForceType[];

  @Field(() => Int, { description: 'Specialists in the pool now, for comparison.' })
  pool: number;
}

@InputType({ description: 'A target, and how far it is.' })
export class TargetInput {
  @Field(() => String, { nullable: true, description: 'The version that was read; leave out for a new one.' })
  seen?: string | null;

  @Field(() => Int, { description: 'The fiscal year, from April.' })
  fiscalYear: number;

  @Field(() => TargetKindEnum, { description: 'Of what.' })
  kind: TargetKind;

  @Field(() => ID, { nullable: true, description: 'The town; leave out for the prefecture itself.' })
  municipalityId?: string | null;

  @Field(() => Int, { description: 'People, or per cent.' })
  target: number;

  @Field(() => Int, { nullable: true, description: 'People who were secured.' })
  secured?: number | null;

  @Field(() => Int, { nullable: true, description: 'People who were trained.' })
  trained?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many a share is reckoned.' })
  headcount?: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When they were counted; needed with a count.',
  })
  countedOn?: LocalDate | null;

  @Field({ description: 'The plan or decision that says so, at most 300 characters.' })
  source: string;
}

export const saidTarget = (row: OverviewTarget): OverviewTargetType =>
  Object.assign(new OverviewTargetType(), row, { version: String(row.version) });
