import type { LocalDate } from '@banso/kernel';
import type { Size, Wait, WaitState } from '@banso/overview';
import type { SupportRequestStatus } from '@banso/support';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { SupportRequestStatusEnum } from '../support/support-request.graphql.js';
import {
  OverviewSizeEnum,
  OverviewWaitEnum,
  OverviewWaitStateEnum,
  OverviewYearType,
} from './year.graphql.js';

const days = { nullable: true } as const;

@ObjectType('WaitFigures', { description: 'How long it took, in calendar days; each figure is a real wait.' })
export class WaitFiguresType {
  @Field(() => OverviewWaitEnum, { description: 'Up to what.' })
  wait: Wait;

  @Field(() => OverviewSizeEnum, { nullable: true, description: 'Of towns of this size; null: of all.' })
  size: Size | null;

  @Field(() => Int, { description: 'Requests for which it has come.' })
  met: number;

  @Field(() => Int, { ...days, description: 'Half of them took no longer.' })
  median: number | null;

  @Field(() => Int, { ...days, description: 'Nine of ten took no longer.' })
  ninetieth: number | null;

  @Field(() => Int, { ...days, description: 'The longest.' })
  longest: number | null;

  @Field(() => Int, { description: 'Requests that still wait.' })
  waiting: number;

  @Field(() => Int, { ...days, description: 'The longest of these so far.' })
  longestSoFar: number | null;
}

@ObjectType('WaitOverview', { description: 'How long towns waited in a year.' })
export class WaitOverviewType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => Int, { description: 'Requests that were received.' })
  received: number;

  @Field(() => [WaitFiguresType], { description: 'By wait and size of town.' })
  figures: WaitFiguresType[];

  @Field(() => [WaitFiguresType], { description: 'Of the requests of the year before.' })
  before: WaitFiguresType[];
}

@ObjectType('RequestWait', { description: 'A request that was received in a year, and how long it waited.' })
export class RequestWaitType {
  @Field(() => ID, { description: 'The request.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number: string | null;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => SupportRequestStatusEnum, { description: 'Where it stands.' })
  status: SupportRequestStatus;

  @Field(() => OverviewSizeEnum, { description: 'The size of its town.' })
  size: Size;

  @Field(() => LocalDateScalar, { description: 'When it was received.' })
  receivedOn: LocalDate;

  @Field(() => LocalDateScalar, { ...days, description: 'The hub’s first step.' })
  contactOn: LocalDate | null;

  @Field(() => Int, { ...days, description: 'Days up to it.' })
  contactDays: number | null;

  @Field(() => OverviewWaitStateEnum, { description: 'How the wait for it stands.' })
  contactState: WaitState;

  @Field(() => LocalDateScalar, { ...days, description: 'The first visit that was made.' })
  visitOn: LocalDate | null;

  @Field(() => Int, { ...days, description: 'Days up to it.' })
  visitDays: number | null;

  @Field(() => OverviewWaitStateEnum, { description: 'How the wait for it stands.' })
  visitState: WaitState;
}

export const RequestWaitConnection = connectionOf(RequestWaitType, 'RequestWait');
