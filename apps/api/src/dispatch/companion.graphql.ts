import {
  COLLEAGUE_STATES,
  type ColleagueState,
  COMPANION_STATUSES,
  type CompanionStatus,
} from '@banso/dispatch';
import type { WeeklyHalf } from '@banso/kernel';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { WeeklyHalfEnum } from '../talent/words.graphql.js';

export const CompanionStatusEnum = enumOf(
  'CompanionStatus',
  COMPANION_STATUSES,
  'Comes along, is asked again since the visit was moved, or is elsewhere then.',
);
export const ColleagueStateEnum = enumOf(
  'ColleagueState',
  COLLEAGUE_STATES,
  'Free; not one of their half-days; busy; with another visit; named already.',
);

@ObjectType('Companion', { description: 'Somebody of the prefecture who comes along to a visit.' })
export class CompanionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field({ description: 'Who.' })
  accountName: string;

  @Field(() => CompanionStatusEnum, { description: 'Whether they come.' })
  status: CompanionStatus;
}

@ObjectType('Colleague', { description: 'Somebody of the hub who might come along.' })
export class ColleagueType {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;

  @Field({ description: 'Who.' })
  name: string;

  @Field({ description: 'The same in Latin letters.' })
  nameEn: string;

  @Field(() => ColleagueStateEnum, { description: 'Whether they are free, the way there and back included.' })
  state: ColleagueState;

  @Field(() => Int, { description: 'Visits to this town to which they came along or will.' })
  timesAtTown: number;

  @Field(() => Int, { description: 'The same with this specialist.' })
  timesWithSpecialist: number;
}

@ObjectType('CompanionBusy', { description: 'What else you have to do; colleagues see that you are busy.' })
export class CompanionBusyType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'What; for yourself alone.' })
  title: string;

  @Field(() => GraphQLISODateTime, { description: 'Start.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'End.' })
  endsAt: Date;
}

@ObjectType('CompanionCalendar', { description: 'Your own calendar as somebody who comes along.' })
export class CompanionCalendarType {
  @Field(() => [CompanionBusyType], { description: 'What you noted, by time.' })
  busy: CompanionBusyType[];

  @Field(() => [CompanionType], { description: 'To which visits you come along, by time.' })
  companions: CompanionType[];

  @Field(() => [WeeklyHalfEnum], {
    nullable: true,
    description: 'Half-days of the week in which you can come along; null: all.',
  })
  weekly: WeeklyHalf[] | null;
}

@ObjectType('NotedBusy', { description: 'What was noted, and what it hits.' })
export class NotedBusyType {
  @Field(() => CompanionBusyType, { description: 'What was noted.' })
  busy: CompanionBusyType;

  @Field(() => Int, { description: 'Visits to which you were to come along then; the hub is told.' })
  visitsHit: number;
}

@InputType({ description: 'Something that takes your time.' })
export class CompanionBusyInput {
  @Field({ description: 'What; for yourself alone.' })
  title: string;

  @Field(() => GraphQLISODateTime, { description: 'Start.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'End; at most 31 days later.' })
  endsAt: Date;
}
