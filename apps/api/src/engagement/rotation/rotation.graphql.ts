import type { WeeklyHalf } from '@banso/kernel';
import { ROTATION_STATUSES, type RotationStatus } from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { WeeklyHalfEnum } from '../../talent/words.graphql.js';

export const RotationStatusEnum = enumOf('RotationStatus', ROTATION_STATUSES, 'Where a rotation stands.');

@ObjectType('Rotation', { description: 'Changes of placements on one day, applied as one.' })
export class RotationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'First day of the new placements; the old end on its eve.' })
  on: string;

  @Field(() => RotationStatusEnum, { description: 'Where it stands.' })
  status: RotationStatus;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was applied.' })
  appliedAt: Date | null;
}

@ObjectType('RotationTarget', { description: 'Where somebody goes.' })
export class RotationTargetType {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'The post.' })
  post: string;

  @Field(() => [WeeklyHalfEnum], { description: 'The half-days of the week.' })
  weekly: WeeklyHalf[];

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  endsOn: string;
}

@ObjectType('RotationMove', { description: "One person's change." })
export class RotationMoveType {
  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field(() => ID, { nullable: true, description: 'The placement that ends; null for none.' })
  leavesId: string | null;

  @Field(() => RotationTargetType, { nullable: true, description: 'Where to; null for nowhere.' })
  goesTo: RotationTargetType | null;
}

@InputType({ description: 'Where somebody goes.' })
export class RotationTargetInput {
  @Field(() => ID, { description: 'The agreement; it must cover the whole term.' })
  agreementId: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'The post, at most 60 characters.' })
  post: string;

  @Field(() => [WeeklyHalfEnum], { description: 'The half-days of the week.' })
  weekly: WeeklyHalf[];

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  endsOn: string;
}

@InputType({ description: "One person's change: out of a placement, into another, or both." })
export class RotationMoveInput {
  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field(() => ID, { nullable: true, description: 'The placement that ends.' })
  leavesId?: string | null;

  @Field(() => RotationTargetInput, { nullable: true, description: 'Where to.' })
  goesTo?: RotationTargetInput | null;
}

@InputType('RotationInput', { description: 'A rotation, as a whole.' })
export class RotationInputType {
  @Field(() => ID, { nullable: true, description: 'The draft to change; a new one when left out.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The version that was read, for a draft.' })
  seen?: string | null;

  @Field({ description: 'What it is called, at most 100 characters.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'First day of the new placements; 1 April as a rule.' })
  on: string;

  @Field(() => [RotationMoveInput], { description: 'Who moves, at least one.' })
  moves: RotationMoveInput[];
}
