import {
  CANCEL_SIDES,
  type CancelSide,
  DECLINE_KINDS,
  GAP_STATES,
  VISIT_ACTIONS,
  VISIT_SORTS,
  VISIT_STATUSES,
  type VisitSort,
  type VisitStatus,
} from '@banso/dispatch';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import type { VisitMode } from '@banso/talent';
import { VisitModeEnum } from '../talent/words.graphql.js';

export const VisitStatusEnum = enumOf('VisitStatus', VISIT_STATUSES, 'Where a published visit stands.');
export const VisitSortEnum = enumOf('VisitSort', VISIT_SORTS, 'By what a list of visits is sorted.');
export const VisitActionEnum = enumOf('VisitAction', VISIT_ACTIONS, 'What you may do with a visit.');
export const CancelSideEnum = enumOf(
  'CancelSide',
  CANCEL_SIDES,
  'On whose side the cause of a cancellation lies.',
);

export const DeclineKindEnum = enumOf(
  'DeclineKind',
  DECLINE_KINDS,
  'Why somebody cannot come: another duty; unwell, or their family; the way; not their field; or another reason, in words.',
);
export const GapStateEnum = enumOf(
  'GapState',
  GAP_STATES,
  'What became of a slot that fell away at short notice: a repair is looked for, was taken, or it stays empty.',
);

@ObjectType('VisitEvent', { description: 'One change of state of a visit.' })
export class VisitEventType {
  @Field(() => VisitStatusEnum, { nullable: true, description: 'State before; null for the first line.' })
  fromStatus: VisitStatus | null;

  @Field(() => VisitStatusEnum, { description: 'State after.' })
  toStatus: VisitStatus;

  @Field({ description: 'Who changed it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('Visit', { description: 'A published visit, on site or online.' })
export class VisitType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The request that it serves.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of the wished visits, from 1.' })
  visitNo: number;

  @Field(() => ID, { description: 'Who goes.' })
  specialistId: string;

  @Field(() => ID, { description: 'Where.' })
  municipalityId: string;

  @Field(() => VisitModeEnum, { description: 'On site or online.' })
  mode: VisitMode;

  @Field(() => GraphQLISODateTime, { description: 'Start.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'End.' })
  endsAt: Date;

  @Field({ description: 'Whether the specialist sleeps in the town the night before.' })
  nightBefore: boolean;

  @Field({ description: 'Whether the specialist sleeps in the town the night after.' })
  nightAfter: boolean;

  @Field(() => VisitStatusEnum, { description: 'Where it stands.' })
  status: VisitStatus;

  @Field({ description: 'Whether the hub keeps it where it is.' })
  pinned: boolean;

  @Field(() => CancelSideEnum, {
    nullable: true,
    description: 'On whose side the cause of its cancellation lay.',
  })
  cancelSide: CancelSide | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'By when whoever goes is expected to answer; null for visits of before.',
  })
  answerBy: string | null;
}

export const VisitConnection = connectionOf(VisitType, 'Visit');

@InputType('VisitFilter', { description: 'Which visits to list.' })
export class VisitFilterInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'From this day.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'To this day, included.' })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of this specialist.' })
  specialistId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only at this town.' })
  municipalityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for this request.' })
  supportRequestId?: string | null;

  @Field(() => [VisitStatusEnum], { nullable: true, description: 'Only in these states.' })
  statuses?: VisitStatus[] | null;

  @Field(() => VisitModeEnum, { nullable: true, description: 'Only on site, or only online.' })
  mode?: VisitMode | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only where an answer was expected before this day and has not come.',
  })
  unansweredOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only those from this day on that fell away at short notice and still wait for a repair.',
  })
  gapFrom?: string | null;

  @Field(() => VisitSortEnum, { nullable: true, description: 'By what it is sorted; by time when left out.' })
  sortBy?: VisitSort | null;

  @Field(() => Boolean, { nullable: true, description: 'The last first, where it is sorted by something.' })
  descending?: boolean | null;
}
