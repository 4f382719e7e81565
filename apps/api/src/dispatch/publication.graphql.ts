import {
  type PlanPublication,
  PUBLICATION_ORDER_STATUSES,
  type PublicationOrderStatus,
  type VisitChange,
} from '@banso/dispatch';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { PlanPublicationType } from './planning-run.graphql.js';
import { VisitChangeType } from './repair.graphql.js';
import { SentenceType } from './sentence.graphql.js';

export const PublicationOrderStatusEnum = enumOf(
  'PublicationOrderStatus',
  PUBLICATION_ORDER_STATUSES,
  'Whether a publication waits, or what became of it.',
);

@ObjectType('PublicationOrder', {
  description: 'A plan that is to be published when the time to think better of it is over.',
})
export class PublicationOrderType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The planning run.' })
  runId: string;

  @Field(() => PublicationOrderStatusEnum, { description: 'Whether it waits, or what became of it.' })
  status: PublicationOrderStatus;

  @Field(() => GraphQLISODateTime, { description: 'When it is published.' })
  dueAt: Date;

  @Field(() => String, { nullable: true, description: 'A line for those who are told.' })
  words: string | null;

  @Field({ description: 'Who ordered it.' })
  orderedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was ordered.' })
  orderedAt: Date;

  @Field(() => String, { nullable: true, description: 'Who took it back, or sent it before its time.' })
  settledByName: string | null;
}

@ObjectType('KeptBack', { description: 'What cannot go back to how an older version left it.' })
export class KeptBackType {
  @Field(() => VisitChangeType, { description: 'What would have changed.' })
  change: VisitChange;

  @Field(() => SentenceType, { description: 'Why it cannot.' })
  sentence: SentenceType;
}

@ObjectType('Restoration', { description: 'What going back to an older version of the plan would do today.' })
export class RestorationType {
  @Field(() => ID, { description: 'The older version.' })
  publicationId: string;

  @Field(() => Int, { description: 'Its number.' })
  version: number;

  @Field(() => Int, { description: 'The version in force; whoever goes back says which one was seen.' })
  latest: number;

  @Field(() => [VisitChangeType], { description: 'What would change.' })
  changes: VisitChange[];

  @Field(() => [KeptBackType], { description: 'What would stay as it is, and why.' })
  keptBack: KeptBackType[];
}

@ObjectType('PersonPresent', { description: 'Somebody else who has the same plan before them.' })
export class PersonPresentType {
  @Field(() => ID, { description: 'Their account.' })
  accountId: string;

  @Field({ description: 'Their name.' })
  name: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  since: Date;
}

@ObjectType('ToldParty', { description: 'A town or a specialist who is told of a publication.' })
export class ToldPartyType {
  @Field(() => Int, { description: 'Of how many visits.' })
  visits: number;

  @Field(() => Int, { description: 'People with an inbox here.' })
  people: number;

  @Field(() => Int, { description: 'Of these, people who also have mail of it.' })
  byMail: number;
}

@ObjectType('PublicationRecord', { description: 'A published version and what it changed.' })
export class PublicationRecordType {
  @Field(() => PlanPublicationType, { description: 'The version.' })
  publication: PlanPublication;

  @Field(() => [VisitChangeType], {
    nullable: true,
    description: 'What it made of each visit, by day; null for versions of which that was not kept.',
  })
  changes: VisitChange[] | null;
}
