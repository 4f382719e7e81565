import {
  ABOUT_TYPES,
  type AboutType,
  INBOX_STATES,
  type InboxCounts,
  type InboxItem,
  type InboxState,
  NOTICE_ASKS,
  NOTICE_KIND_NAMES,
  type NoticeAsks,
  type NoticeFacts,
  type NoticeKind,
  type NoticeLine,
} from '@banso/notices';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';

export const NoticeKindEnum = enumOf('NoticeKind', NOTICE_KIND_NAMES, 'What a notice tells.');
export const NoticeAsksEnum = enumOf(
  'NoticeAsks',
  NOTICE_ASKS,
  'Whether something has to be done, or may as well be known.',
);
const AboutTypeEnum = enumOf('NoticeAbout', ABOUT_TYPES, 'To which kind of record a notice leads.');
const InboxStateEnum = enumOf('InboxState', INBOX_STATES, 'Open, or seen to.');
const DoneHowEnum = enumOf(
  'InboxDone',
  ['MARKED', 'SETTLED'],
  'How it was seen to: you marked it, or what it asked for was done.',
);
const ChangeEnum = enumOf('NoticeChange', ['NEW', 'MOVED', 'CANCELLED'], 'What became of a visit.');

@ObjectType('NoticeLine', { description: 'One of several visits that a notice is about.' })
export class NoticeLineType implements NoticeLine {
  @Field(() => ChangeEnum, { nullable: true, description: 'What became of it.' })
  change?: NoticeLine['change'];

  @Field(() => String, { nullable: true, description: 'Number of its case.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it begins.' })
  startsAt?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends.' })
  endsAt?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day, where there is no hour.' })
  on?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was before.' })
  wasAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Who comes, or who asks.' })
  person?: string | null;
}

@ObjectType('NoticeFacts', { description: 'What a notice says, beside its words.' })
export class NoticeFactsType implements NoticeFacts {
  @Field(() => String, { nullable: true, description: 'The number under which both sides know it.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it begins.' })
  startsAt?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends.' })
  endsAt?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day, where there is no hour.' })
  on?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was before.' })
  wasAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Who comes, or who asks.' })
  person?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when something has to be done.' })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many of what it is about.' })
  count?: number | null;

  @Field(() => String, { nullable: true, description: 'One more sentence.' })
  note?: string | null;

  @Field(() => [NoticeLineType], { nullable: true, description: 'The visits, where there are several.' })
  lines?: NoticeLineType[] | null;
}

@ObjectType('InboxItem', { description: 'Something that you were told, in the place in which you act now.' })
export class InboxItemType implements Pick<
  InboxItem,
  'id' | 'kind' | 'aboutId' | 'at' | 'doneAt' | 'doneHow'
> {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => NoticeKindEnum, { description: 'What it tells.' })
  kind: NoticeKind;

  @Field(() => AboutTypeEnum, { description: 'To which kind of record it leads.' })
  aboutType: AboutType;

  @Field(() => ID, { description: 'The record.' })
  aboutId: string;

  @Field(() => GraphQLISODateTime, { description: 'When it came about.' })
  at: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was seen to; null while open.' })
  doneAt: Date | null;

  @Field(() => DoneHowEnum, { nullable: true, description: 'How it was seen to.' })
  doneHow: 'MARKED' | 'SETTLED' | null;
}

export const InboxItemConnection = connectionOf(InboxItemType, 'InboxItem');

@InputType({ description: 'Which of what you were told.' })
export class InboxFilterInput {
  @Field(() => InboxStateEnum, { nullable: true, description: 'Open, or seen to; both when left out.' })
  state?: InboxState | null;

  @Field(() => NoticeAsksEnum, {
    nullable: true,
    description: 'What asks for an action, or what only informs.',
  })
  asks?: NoticeAsks | null;
}

@ObjectType('InboxCounts', { description: 'How much of what you were told is open.' })
export class InboxCountsType implements InboxCounts {
  @Field(() => Int, { description: 'What asks for an action.' })
  action: number;

  @Field(() => Int, { description: 'What only informs.' })
  inform: number;
}
