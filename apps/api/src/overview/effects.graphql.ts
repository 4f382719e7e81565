import type { LocalDate } from '@banso/kernel';
import { STEP_ENDS, type StepEnd } from '@banso/overview';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { StepOwnerEnum } from '../reports/visit-report.graphql.js';
import { OverviewYearType } from './year.graphql.js';

export const StepEndEnum = enumOf(
  'StepEnd',
  STEP_ENDS,
  'Done within 90 days, not done in them, still within them, or given up.',
);

@ObjectType('EffectSteps', { description: 'What became of next steps that were agreed in a year.' })
export class EffectStepsType {
  @Field(() => Int, { description: 'Agreed.' })
  agreed: number;

  @Field(() => Int, { description: 'Done within 90 days.' })
  inTime: number;

  @Field(() => Int, { description: 'Not done in them.' })
  late: number;

  @Field(() => Int, { description: 'Open, with days left.' })
  running: number;

  @Field(() => Int, { description: 'Given up.' })
  dropped: number;
}

const points = { nullable: true } as const;

@ObjectType('Ratings', { description: 'The mean of five points each; nothing where too few answered.' })
export class RatingsType {
  @Field(() => Int, { description: 'How many answered.' })
  answers: number;

  @Field(() => Int, { description: 'From how many towns.' })
  towns: number;

  @Field({ description: 'Not shown, because somebody could be told from it.' })
  hidden: boolean;

  @Field(() => Float, { ...points, description: 'It was useful.' })
  usefulness: number | null;

  @Field(() => Float, { ...points, description: 'It was clear.' })
  clarity: number | null;

  @Field(() => Float, { ...points, description: 'It brought something forward.' })
  progress: number | null;

  @Field(() => Float, { ...points, description: 'Wanted again.' })
  again: number | null;
}

@ObjectType('ThemeRatings', { description: 'Ratings of cases of one theme.' })
export class ThemeRatingsType extends RatingsType {
  themeId: string | null;
}

@ObjectType('EffectFigures', { description: 'What support came to.' })
export class EffectFiguresType {
  @Field(() => EffectStepsType, { description: 'Next steps.' })
  steps: EffectStepsType;

  @Field(() => RatingsType, { description: 'Ratings of all.' })
  ratings: RatingsType;

  @Field(() => Int, {
    description: 'Requests of a theme for which the town had asked within the year before.',
  })
  repeats: number;

  @Field(() => Int, { description: 'Of how many requests with a theme.' })
  requests: number;
}

@ObjectType('EffectOverview', { description: 'What support of a year came to.' })
export class EffectOverviewType extends EffectFiguresType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => EffectFiguresType, { description: 'The year before.' })
  before: EffectFiguresType;

  @Field(() => [ThemeRatingsType], { description: 'Ratings by theme.' })
  themes: ThemeRatingsType[];
}

@ObjectType('StepOutcome', { description: 'A next step that was agreed in a year.' })
export class StepOutcomeType {
  @Field(() => ID, { description: 'The step.' })
  id: string;

  @Field(() => ID, { description: 'Its request.' })
  supportRequestId: string;

  @Field(() => String, { nullable: true, description: 'Number of the request.' })
  number: string | null;

  @Field({ description: 'Title of the request.' })
  title: string;

  @Field({ description: 'What was to be done.' })
  what: string;

  @Field(() => StepOwnerEnum, { description: 'By whom.' })
  owner: string;

  @Field(() => LocalDateScalar, { description: 'When it was agreed.' })
  agreedOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'When it was due.' })
  dueOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was done or given up.' })
  closedOn: LocalDate | null;

  @Field(() => StepEndEnum, { description: 'What became of it.' })
  end: StepEnd;
}

@ObjectType('RepeatedNeed', {
  description: 'A request for what its town had asked for within the year before.',
})
export class RepeatedNeedType {
  @Field(() => ID, { description: 'The request.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number: string | null;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'When it was received.' })
  receivedOn: LocalDate;

  @Field(() => ID, { description: 'The request before it.' })
  earlierId: string;

  @Field(() => String, { nullable: true, description: 'Number of that one.' })
  earlierNumber: string | null;

  @Field(() => LocalDateScalar, { description: 'When that was received.' })
  earlierOn: LocalDate;
}

export const StepOutcomeConnection = connectionOf(StepOutcomeType, 'StepOutcome');
export const RepeatedNeedConnection = connectionOf(RepeatedNeedType, 'RepeatedNeed');
