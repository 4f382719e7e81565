import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('JobState', { description: 'Jobs of one kind that are not yet done, in counts.' })
export class JobStateType {
  @Field({ description: 'Name of the job.' })
  job: string;

  @Field(() => Int, { description: 'Due, and nobody runs them yet.' })
  waiting: number;

  @Field(() => Int, { description: 'Seconds that the oldest of these has waited.' })
  oldestSeconds: number;

  @Field(() => Int, { description: 'For a later time, such as a reminder or the next try.' })
  later: number;

  @Field(() => Int, { description: 'Long jobs that a worker runs now.' })
  running: number;

  @Field(() => Int, { description: 'Failed before, and tried again by themselves.' })
  failing: number;

  @Field(() => Int, { description: 'Set aside after their last attempt.' })
  dead: number;
}

@ObjectType('FailingJob', {
  description: 'A job that failed and will be tried again by itself: not whose it is.',
})
export class FailingJobType {
  @Field(() => ID, { description: 'Names it in the log.' })
  id: string;

  @Field({ description: 'Name of the job.' })
  job: string;

  @Field(() => Int, { description: 'How often it failed.' })
  failures: number;

  @Field(() => String, {
    nullable: true,
    description: 'What went wrong, where it can be told without anything of anybody.',
  })
  error: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it is tried again.' })
  nextAt: Date;
}

@ObjectType('ScheduleState', { description: 'Something that recurs.' })
export class ScheduleStateType {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'Seconds between two turns; null before the first.' })
  everySeconds: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it last had its turn.' })
  lastAskedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its work last came to an end.' })
  lastDoneAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it has its next turn.' })
  nextAt: Date;

  @Field({ description: 'More than one turn behind: no worker keeps it.' })
  late: boolean;
}

@ObjectType('WorkerState', { description: 'A process that does the work.' })
export class WorkerStateType {
  @Field(() => ID, { description: 'Made by chance when it starts.' })
  id: string;

  @Field({ description: 'Version of its software.' })
  version: string;

  @Field(() => GraphQLISODateTime, { description: 'When it started.' })
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last said that it lives.' })
  seenAt: Date;

  @Field({ description: 'It has said nothing for so long that it is gone, or stands still.' })
  silent: boolean;

  @Field(() => Int, { description: 'Jobs that it can do at one time.' })
  hands: number;

  @Field(() => Int, { description: 'Jobs that it was doing then.' })
  busy: number;

  @Field({ description: 'It was told to stop and ends what it has in hand.' })
  draining: boolean;
}

@ObjectType('WorkState', { description: 'The work that runs later: counts, times and names of ours.' })
export class WorkStateType {
  @Field(() => GraphQLISODateTime, { description: 'The moment that this shows.' })
  at: Date;

  @Field(() => [JobStateType], { description: 'Jobs that are not yet done, the longest wait first.' })
  jobs: readonly JobStateType[];

  @Field(() => [FailingJobType], { description: 'Jobs that are tried again next, at most fifty.' })
  failing: readonly FailingJobType[];

  @Field(() => [ScheduleStateType], { description: 'What recurs.' })
  schedules: readonly ScheduleStateType[];

  @Field(() => [WorkerStateType], { description: 'Workers that said within the hour that they live.' })
  workers: readonly WorkerStateType[];
}
