import type { WeeklyHalf } from '@banso/kernel';
import { type Evidence, SPECIALIST_SORTS, type SpecialistSort, type VisitMode } from '@banso/talent';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { viewed } from '../audit/viewed.js';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { EvidenceEnum, VisitModeEnum, WeeklyHalfEnum } from './words.graphql.js';

export const SpecialistSortEnum = enumOf(
  'SpecialistSort',
  SPECIALIST_SORTS,
  'By what a list of specialists is sorted.',
);

@ObjectType('Specialist', { description: 'A specialist of the shared pool.' })
export class SpecialistType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Reading in hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => ID, {
    description: 'Where the working day begins and ends: code of a town office or of the prefectural office.',
  })
  baseId: string;

  @Field({ description: 'Form of employment, in Japanese.', middleware: [viewed('specialist')] })
  employment: string;

  @Field({ description: 'Form of employment, in English.', middleware: [viewed('specialist')] })
  employmentEn: string;

  @Field(() => [VisitModeEnum], { description: 'Ways of serving.' })
  modes: VisitMode[];

  @Field(() => Int, { nullable: true, description: 'Guideline of days a month; a guide, not a limit.' })
  monthlyDays: number | null;

  @Field(() => Int, { description: 'Most nights away in a row; 0 = home every evening.' })
  nights: number;

  @Field(() => [WeeklyHalfEnum], { description: 'Weekly working pattern.' })
  weekly: WeeklyHalf[];

  @Field({ description: 'False for somebody who left the pool.' })
  active: boolean;
}

export const SpecialistConnection = connectionOf(SpecialistType, 'Specialist');

@ObjectType('SkillLevel', { description: 'What is known today about one skill of a specialist.' })
export class SkillLevelType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: '0 (none) to 4 (expert).' })
  level: number;

  @Field(() => EvidenceEnum, { description: 'What the level rests on.' })
  evidence: Evidence;

  @Field(() => String, { nullable: true, description: 'Remark for the hub and the person; null for a town.' })
  note: string | null;

  @Field(() => LocalDateScalar, { description: 'When it was found.' })
  assessedOn: string;

  @Field({ description: 'Who found it.' })
  assessedBy: string;
}

@InputType({ description: 'What the hub writes down about a specialist.' })
export class SpecialistInput {
  @Field({ description: 'Name in Japanese, at most 60 characters.' })
  name: string;

  @Field({ description: 'Reading; katakana is taken as hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => ID, { description: 'A place of your prefecture.' })
  baseId: string;

  @Field({ description: 'Form of employment in Japanese, at most 200 characters.' })
  employment: string;

  @Field({ description: 'Form of employment in English, at most 200 characters.' })
  employmentEn: string;

  @Field(() => [VisitModeEnum], { description: 'Ways of serving, at least one.' })
  modes: VisitMode[];

  @Field(() => Int, {
    nullable: true,
    description: 'Guideline of days a month, 1 to 31; leave out without one.',
  })
  monthlyDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Most nights away in a row, 0 to 6; as before when left out, 0 for somebody new.',
  })
  nights?: number | null;

  @Field(() => [WeeklyHalfEnum], { description: 'Weekly working pattern, at least one half-day.' })
  weekly: WeeklyHalf[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'False for somebody who leaves the pool; as before when left out.',
  })
  active?: boolean | null;
}

@InputType({ description: 'Which specialists to list.' })
export class SpecialistFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, the reading or the English name.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this talent profile.' })
  profileId?: string | null;

  @Field(() => VisitModeEnum, { nullable: true, description: 'Only who serves in this way.' })
  mode?: VisitMode | null;

  @Field(() => ID, { nullable: true, description: 'Only who has this skill, from level 1.' })
  skillId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only who is, or is not, in the pool today.' })
  active?: boolean | null;

  @Field(() => SpecialistSortEnum, {
    nullable: true,
    description: 'By what it is sorted; by the reading when left out.',
  })
  sortBy?: SpecialistSort | null;

  @Field(() => Boolean, { nullable: true, description: 'The last first, where it is sorted by something.' })
  descending?: boolean | null;
}

@InputType({ description: 'A finding about one skill of a specialist.' })
export class AssessmentInput {
  @Field(() => ID, { description: 'Whose skill.' })
  specialistId: string;

  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: '0 (none) to 4 (expert).' })
  level: number;

  @Field(() => EvidenceEnum, { description: 'What it rests on; a specialist can only declare.' })
  evidence: Evidence;

  @Field(() => String, { nullable: true, description: 'Remark, at most 500 characters.' })
  note?: string | null;
}
