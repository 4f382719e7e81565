import type { LocalDate } from '@banso/kernel';
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../local-date.scalar.js';

@ObjectType('AttendanceDay', { description: 'A day, or half of one, that was worked for a placement.' })
export class AttendanceDayType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The placement.' })
  placementId: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  workedOn: LocalDate;

  @Field(() => Int, { description: 'Half-days: 1 or 2.' })
  halfDays: number;

  @Field(() => Int, { description: 'What the return trip cost, yen.' })
  travelYen: number;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  note: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the month's guideline was exceeded with this day.",
  })
  beyondReason: string | null;

  @Field({ description: 'Who recorded it.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was recorded.' })
  recordedAt: Date;
}

@ObjectType('AttendanceSheet', {
  description: 'One month of one placement: its days, against what was agreed.',
})
export class AttendanceSheetType {
  @Field(() => ID, { description: 'The placement.' })
  placementId: string;

  @Field({ description: 'The post.' })
  post: string;

  @Field(() => ID, { description: 'Who is placed.' })
  specialistId: string;

  @Field(() => ID, { description: 'Code of the town.' })
  municipalityId: string;

  @Field(() => LocalDateScalar, { description: 'First day of the placement.' })
  startsOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day of the placement.' })
  endsOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: LocalDate;

  @Field(() => Float, { description: 'Days of the person in the month, at all towns of the agreement.' })
  usedDays: number;

  @Field(() => Int, { nullable: true, description: 'Days a month that were agreed; null without.' })
  agreedDays: number | null;

  @Field({ description: 'Whether more days than agreed are refused; otherwise they take a reason.' })
  isCap: boolean;

  @Field({ description: 'Whether the month was billed, so that its days can no longer be changed.' })
  closed: boolean;

  @Field({ description: 'Whether you may record days of it.' })
  mayRecord: boolean;

  @Field(() => [AttendanceDayType], { description: 'The days, in their order.' })
  days: AttendanceDayType[];
}

@ObjectType('BeyondGuideline', { description: 'A month that is fuller than agreed: said, not refused.' })
export class BeyondGuidelineType {
  @Field(() => Float, { description: 'Days with the one that was recorded.' })
  usedDays: number;

  @Field(() => Int, { description: 'Days that were agreed.' })
  agreedDays: number;
}

@ObjectType('RecordedDay', { description: 'A day that was recorded, and how the month stands with it.' })
export class RecordedDayType {
  @Field(() => AttendanceDayType, { description: 'The day.' })
  day: AttendanceDayType;

  @Field(() => Float, { description: 'Days of the month with it.' })
  usedDays: number;

  @Field(() => BeyondGuidelineType, { nullable: true, description: 'Set where the guideline is exceeded.' })
  warning: BeyondGuidelineType | null;
}

@InputType({ description: 'A day that was worked.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'For which placement.' })
  placementId: string;

  @Field(() => LocalDateScalar, { description: 'The day, today or earlier, in the term of the placement.' })
  workedOn: LocalDate;

  @Field(() => Int, { description: 'Half-days: 1 or 2.' })
  halfDays: number;

  @Field(() => Int, { description: 'What the return trip cost, yen; 0 without one.' })
  travelYen: number;

  @Field(() => String, { nullable: true, description: 'Remark, at most 500 characters.' })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Needed where the day exceeds the guideline, at most 500 characters.',
  })
  beyondReason?: string | null;
}
