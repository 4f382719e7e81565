import type { WeeklyHalf } from '@banso/kernel';
import { PLACEMENT_ACTIONS, PLACEMENT_STATUSES, type PlacementStatus } from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { connectionOf } from '../../page.graphql.js';
import { WeeklyHalfEnum } from '../../talent/words.graphql.js';

export const PlacementStatusEnum = enumOf('PlacementStatus', PLACEMENT_STATUSES, 'Where a placement stands.');

export const PlacementActionEnum = enumOf(
  'PlacementAction',
  PLACEMENT_ACTIONS,
  'What a person may do with a placement.',
);

@ObjectType('PlacementEvent', { description: 'One step of a placement.' })
export class PlacementEventType {
  @Field(() => PlacementStatusEnum, { nullable: true, description: 'State before; null for the first line.' })
  fromStatus: PlacementStatus | null;

  @Field(() => PlacementStatusEnum, { description: 'State after.' })
  toStatus: PlacementStatus;

  @Field({ description: 'Role of who did it; SYSTEM when the day came.' })
  actorRole: string;

  @Field({ description: 'Name of who did it.' })
  actorName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('Placement', {
  description: 'One person at one town: a post, the half-days of the week that belong to it, a term.',
})
export class PlacementType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The agreement under which the person is placed.' })
  agreementId: string | null;

  @Field(() => ID, { description: 'Who is placed.' })
  specialistId: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'The post, in the words of the town.' })
  post: string;

  @Field(() => [WeeklyHalfEnum], { description: 'The half-days of the week that belong to the town.' })
  weekly: WeeklyHalf[];

  @Field(() => PlacementStatusEnum, { description: 'Where it stands.' })
  status: PlacementStatus;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  endsOn: string;
}

export const PlacementConnection = connectionOf(PlacementType, 'Placement');

@InputType({ description: 'Which placements to list.' })
export class PlacementFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only of this person.' })
  specialistId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only at this town.' })
  municipalityId?: string | null;

  @Field(() => [PlacementStatusEnum], { nullable: true, description: 'Only these states.' })
  statuses?: PlacementStatus[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those whose term covers this day.' })
  on?: string | null;
}

@InputType('PlacementInput', { description: 'Where somebody is to be placed.' })
export class PlacementInputType {
  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field(() => ID, { description: 'The town; a party of the agreement.' })
  municipalityId: string;

  @Field(() => ID, { description: 'The agreement; it must cover the whole term.' })
  agreementId: string;

  @Field({ description: 'The post, at most 60 characters.' })
  post: string;

  @Field(() => [WeeklyHalfEnum], {
    description: 'Half-days that the person works and that no other placement takes.',
  })
  weekly: WeeklyHalf[];

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  endsOn: string;
}

@ObjectType('AgreementChoice', { description: 'An agreement under which somebody can be placed.' })
export class AgreementChoiceType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Its number.' })
  number: string;

  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  endsOn: string;

  @Field(() => [ID], { description: 'Towns that are a party of it.' })
  municipalityIds: string[];
}

@ObjectType('EmployerChoice', { description: 'A party that can employ somebody.' })
export class EmployerChoiceType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;
}

@ObjectType('PlacementChoices', { description: 'What a placement or an appointment can rest on.' })
export class PlacementChoicesType {
  @Field(() => [AgreementChoiceType], { description: 'Signed agreements, by number.' })
  agreements: AgreementChoiceType[];

  @Field(() => [EmployerChoiceType], { description: 'Parties, by name.' })
  employers: EmployerChoiceType[];
}
