import type { Half, Weekday } from '@banso/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { HalfEnum } from '../support/support-request.graphql.js';
import { WeekdayEnum } from './words.graphql.js';

@ObjectType('ExpertField', { description: 'A field of expertise of one fiscal year.' })
export class ExpertFieldType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'The fiscal year in which it applies; it begins in April.' })
  fiscalYear: number;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;
}

@InputType({ description: 'A field of expertise of one fiscal year.' })
export class ExpertFieldInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The field to change; when left out, the one of this name, or a new one.',
  })
  id?: string | null;

  @Field(() => Int, { description: 'This fiscal year or the next.' })
  fiscalYear: number;

  @Field({ description: 'Name in Japanese, once within the year.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => [ID], { description: 'Its themes; each belongs to one field of the year.' })
  themeIds: string[];

  @Field(() => [ID], { description: 'The specialists who serve it.' })
  specialistIds: string[];

  @Field(() => ID, { description: 'The version that you have read; 0 for a new field.' })
  seen: string;
}

@ObjectType('DeskShift', { description: 'Who answers consultations in one half-day of the week.' })
export class DeskShiftType {
  @Field(() => WeekdayEnum, { description: 'The day of the week.' })
  weekday: Weekday;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;
}

@InputType({ description: 'Who answers consultations in one half-day of the week.' })
export class DeskShiftInput {
  @Field(() => WeekdayEnum, { description: 'Monday to Friday.' })
  weekday: Weekday;

  @Field(() => HalfEnum, { description: 'Morning or afternoon.' })
  half: Half;

  @Field(() => [ID], { description: 'Specialists who work then; empty for nobody.' })
  specialistIds: string[];

  @Field(() => ID, { description: 'The version that you have read; 0 where nobody was.' })
  seen: string;
}
