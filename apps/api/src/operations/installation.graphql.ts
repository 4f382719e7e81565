import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { connectionOf } from '../page.graphql.js';

export const QUEUE_BACKENDS = ['POSTGRES', 'REDIS'] as const;
export type QueueBackend = (typeof QUEUE_BACKENDS)[number];
export const QueueBackendEnum = enumOf('QueueBackend', QUEUE_BACKENDS, 'What rings the workers.');

@ObjectType('OutboxState', { description: 'How far the work that runs later is behind.' })
export class OutboxStateType {
  @Field(() => Int, { description: 'Jobs that wait or run; those that were set aside are not among them.' })
  waiting: number;

  @Field(() => Int, {
    description: 'Seconds that the oldest due job has waited without anybody running it; 0 when none waits.',
  })
  oldestWaitingSeconds: number;

  @Field(() => Int, { description: 'Jobs that were set aside after their last attempt.' })
  dead: number;
}

@ObjectType('LivePrefecture', { description: 'A prefecture of which somebody can sign in: counts alone.' })
export class LivePrefectureType {
  @Field(() => ID, { description: 'Its code, two digits.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its name in English.' })
  nameEn: string;

  @Field(() => Int, { description: 'Accounts of its hub that can sign in.' })
  hubAccounts: number;

  @Field(() => Int, { description: 'Towns of which somebody can sign in.' })
  towns: number;
}

@ObjectType('Installation', {
  description: 'How the installation is: versions and counts, and not a word of anybody in it.',
})
export class InstallationType {
  @Field({ description: 'Version of the software.' })
  version: string;

  @Field({ description: 'Version of Postgres.' })
  postgresVersion: string;

  @Field(() => QueueBackendEnum, { description: 'What rings the workers; the work itself is in Postgres.' })
  queueBackend: QueueBackend;

  @Field(() => [String], { description: 'Changes that the schema of the database has had, in their order.' })
  schemaChanges: readonly string[];

  @Field(() => [String], {
    description: 'Changes that this software knows and the database has not had; none when all is well.',
  })
  pendingChanges: readonly string[];

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the audit log was last sealed; null before the first time.',
  })
  auditSealedAt: Date | null;

  @Field(() => OutboxStateType, { description: 'The work that runs later.' })
  outbox: OutboxStateType;

  @Field(() => [LivePrefectureType], { description: 'Prefectures of which somebody can sign in.' })
  prefectures: readonly LivePrefectureType[];
}

@ObjectType('DeadOutboxRow', {
  description: 'A job that was set aside: what it was and what went wrong, not whose it is.',
})
export class DeadOutboxRowType {
  @Field(() => ID, { description: 'Names it, to try it again.' })
  id: string;

  @Field({ description: 'Name of the job.' })
  job: string;

  @Field(() => Int, { description: 'How often it failed.' })
  failures: number;

  @Field(() => Int, { description: 'How often it was sent to a worker.' })
  sends: number;

  @Field(() => String, {
    nullable: true,
    description: 'What went wrong, where it can be told without anything of anybody.',
  })
  error: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Since when it is set aside.' })
  deadAt: Date;
}

export const DeadOutboxRowConnection = connectionOf(DeadOutboxRowType, 'DeadOutboxRow');

@ObjectType('RetriedOutboxRows', { description: 'What became of jobs that somebody wants tried again.' })
export class RetriedOutboxRowsType {
  @Field(() => [ID], { description: 'They will be tried now.' })
  retried: readonly string[];

  @Field(() => [ID], { description: 'Not set aside any more: somebody was there before.' })
  noLongerDead: readonly string[];
}
