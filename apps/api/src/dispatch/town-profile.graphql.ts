import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';

@ObjectType('BusyPeriod', { description: 'Days in which a town would rather have no visit.' })
export class BusyPeriodType {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day, included.' })
  to: string;

  @Field({ description: 'What it is, such as an assembly.' })
  label: string;
}

@ObjectType('TownProfile', { description: 'What the planner should know of a town.' })
export class TownProfileType {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => Int, { nullable: true, description: 'People who do its IT; null when nobody has said.' })
  itStaff: number | null;

  @Field({ description: 'Whether one person at most does its IT: such a town is protected in a plan.' })
  isOnePerson: boolean;

  @Field(() => [BusyPeriodType], { description: 'When visits are unwelcome.' })
  busy: BusyPeriodType[];

  @Field({ description: 'Who said so.' })
  setByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  setAt: Date;
}

@InputType({ description: 'Days in which a town would rather have no visit.' })
export class BusyPeriodInput {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day, included; at most 92 days in all.' })
  to: string;

  @Field({ description: 'What it is, at most 60 characters.' })
  label: string;
}

@InputType({ description: 'What the planner should know of a town; in the place of what was said before.' })
export class TownProfileInput {
  @Field(() => ID, { description: 'The town: your own, or one of your prefecture.' })
  municipalityId: string;

  @Field(() => Int, { nullable: true, description: 'People who do its IT, part-time ones included.' })
  itStaff?: number | null;

  @Field(() => [BusyPeriodInput], { description: 'At most 40 periods.' })
  busy: BusyPeriodInput[];

  @Field(() => ID, { description: 'The version that you have read; 0 when nothing had been said.' })
  seen: string;
}
