import {
  type AwayReason,
  type BoardContract,
  type BoardUnplaced,
  type BoardVisit,
  type ContractBasis,
  type VisitStatus,
} from '@banso/dispatch';
import { type Urgency } from '@banso/support';
import type { VisitMode } from '@banso/talent';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';
import { UrgencyEnum } from '../support/support-request.graphql.js';
import { VisitModeEnum } from '../talent/words.graphql.js';
import { ContractBasisEnum } from './contract-basis.graphql.js';
import { UnplacedReasonType } from './planning-run.graphql.js';
import { VisitStatusEnum } from './visit.graphql.js';

// Compact rows: a board has hundreds of visits, which name towns, requests and people by id.

@ObjectType('BoardName', { description: 'A name in both languages.' })
export class BoardNameType {
  @Field({ description: 'In Japanese.' })
  name: string;

  @Field({ description: 'In English.' })
  nameEn: string;
}

@ObjectType('BoardDay', { description: 'A day of a board.' })
export class BoardDayType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => BoardNameType, { nullable: true, description: 'Why the offices are closed; null when open.' })
  closure: BoardNameType | null;
}

@ObjectType('BoardAway', { description: 'Why somebody is away on a day, as it was written down.' })
export class BoardAwayType implements AwayReason {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field({ description: 'In the words of whoever wrote it.' })
  reason: string;
}

@ObjectType('BoardContract', { description: 'Days of the fiscal year; half a day is 0.5, each counts once.' })
export class BoardContractType implements BoardContract {
  @Field(() => Float, { description: 'Days with visits that were made, or at a post.' })
  usedDays: number;

  @Field(() => Float, { description: 'Days with visits to come, as far as they are not used anyway.' })
  plannedDays: number;

  @Field(() => Float, { description: 'Days that only the drafts add.' })
  draftedDays: number;

  @Field(() => Int, { nullable: true, description: 'Days that the year has; null when nothing was agreed.' })
  contractDays: number | null;

  @Field(() => ContractBasisEnum, { description: 'Where they come from.' })
  basis: ContractBasis;
}

@ObjectType('BoardSpecialist', { description: 'A row of a board.' })
export class BoardSpecialistType {
  @Field(() => ID, { description: 'The specialist.' })
  id: string;

  @Field({ description: 'The name.' })
  name: string;

  @Field({ description: 'The name in Latin letters.' })
  nameEn: string;

  @Field({ description: 'The reading.' })
  kana: string;

  @Field({ description: 'Whether still of the pool.' })
  active: boolean;

  @Field(() => [BoardNameType], { description: 'Fields of the fiscal year.' })
  fields: BoardNameType[];

  @Field(() => [ID], { description: 'Themes that belong to those fields.' })
  themeIds: string[];

  @Field(() => BoardContractType, { description: 'Days of the contract.' })
  contract: BoardContractType;

  @Field({
    description:
      'Two letters a day, morning and afternoon: W works, C offices closed, N not in the weekly pattern, O day off, R repeat rule, P placed at a town, U not appointed.',
  })
  days: string;

  @Field(() => [BoardAwayType], { description: 'Reasons of absence, by day.' })
  reasons: BoardAwayType[];
}

@ObjectType('BoardVisit', { description: 'A visit on a board: published, held, or a draft.' })
export class BoardVisitType implements BoardVisit {
  @Field(() => ID, { description: 'Of the visit, or of the proposed visit.' })
  id: string;

  @Field(() => VisitStatusEnum, { nullable: true, description: 'Null: a draft, seen by the hub only.' })
  status: VisitStatus | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Version of a draft; whoever moves it says which was read.',
  })
  version: string | null;

  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of its visits, from 1.' })
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

  @Field({ description: 'Whether the night before is spent in the town.' })
  nightBefore: boolean;

  @Field({ description: 'Whether the night after is spent in the town.' })
  nightAfter: boolean;

  @Field(() => Int, { description: 'Minutes on the way there and on or back.' })
  travelMinutes: number;

  @Field({ description: 'Whether it stays where it is when others are planned.' })
  pinned: boolean;

  @Field({ description: 'Whether somebody put it there by hand.' })
  edited: boolean;

  @Field(() => ID, { nullable: true, description: 'The published visit that a draft would move.' })
  replacesVisitId: string | null;
}

@ObjectType('BoardUnplaced', { description: 'A visit without a place.' })
export class BoardUnplacedType implements Omit<BoardUnplaced, 'reasons'> {
  @Field(() => ID, { description: 'The request.' })
  supportRequestId: string;

  @Field(() => Int, { description: 'Which of its visits, from 1.' })
  visitNo: number;

  @Field(() => [UnplacedReasonType], {
    description: 'At most three reasons; empty when no plan knows of it.',
  })
  reasons: UnplacedReasonType[];

  @Field(() => ID, { nullable: true, description: 'The published visit that would be called off.' })
  replacesVisitId: string | null;

  @Field(() => ID, { description: 'Its version; whoever gives it a place says which one was read.' })
  version: string;

  @Field({ description: 'False: it came after the plan was made, or there is no plan.' })
  isInPlan: boolean;
}

@ObjectType('BoardRequest', { description: 'A request that a board names.' })
export class BoardRequestType {
  @Field(() => ID, { description: 'The request.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number: string | null;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => ID, { nullable: true, description: 'Its theme; null when the town does not know.' })
  themeId: string | null;

  @Field(() => ID, { description: 'Whose it is.' })
  municipalityId: string;

  @Field(() => UrgencyEnum, { description: 'How urgent.' })
  urgency: Urgency;

  @Field(() => Int, { description: 'Visits wished for.' })
  visits: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when.' })
  deadlineOn: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it waits.' })
  submittedAt: Date | null;
}

@ObjectType('BoardTheme', { description: 'A theme that a board names.' })
export class BoardThemeType extends BoardNameType {
  @Field(() => ID, { description: 'The theme.' })
  id: string;
}

@ObjectType('BoardTown', { description: 'A town of the prefecture.' })
export class BoardTownType extends BoardNameType {
  @Field(() => ID, { description: 'The town.' })
  id: string;

  @Field({ description: 'The reading.' })
  kana: string;

  @Field(() => String, { nullable: true, description: 'District; only towns and villages have one.' })
  district: string | null;
}

@ObjectType('Board', { description: 'The planning board: everything that it shows of some days.' })
export class BoardType {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to: string;

  @Field(() => [BoardDayType], { description: 'Its days, in order.' })
  days: BoardDayType[];

  @Field(() => [BoardVisitType], {
    description: 'Published visits of these days, and all drafts of the plan.',
  })
  visits: BoardVisitType[];

  @Field(() => [BoardUnplacedType], { description: 'Visits without a place.' })
  unplaced: BoardUnplacedType[];

  @Field(() => [BoardRequestType], { description: 'The requests of all these visits.' })
  requests: BoardRequestType[];

  @Field(() => [BoardThemeType], { description: 'The themes of those requests.' })
  themes: BoardThemeType[];

  @Field(() => [BoardTownType], { description: 'The towns of the prefecture.' })
  municipalities: BoardTownType[];

  @Field(() => Int, { description: 'Drafts of the plan that are not public yet.' })
  drafts: number;
}
