import {
  APPLICANT_STATUSES,
  APPLICANT_STEPS,
  type ApplicantStatus,
  type ApplicantStep,
  type OpenOrClosed,
} from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { viewed } from '../../audit/viewed.js';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { SpecialistInput } from '../../talent/specialist.graphql.js';
import { OpenOrClosedEnum } from '../surveys/survey.graphql.js';
import { EmploymentInputType } from '../training/training.graphql.js';

export const ApplicantStatusEnum = enumOf(
  'ApplicantStatus',
  APPLICANT_STATUSES,
  'How far an application is.',
);
export const ApplicantStepEnum = enumOf('ApplicantStep', APPLICANT_STEPS, 'Where an application goes next.');

@ObjectType('Recruitment', { description: 'People looked for together.' })
export class RecruitmentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The survey that it answers.' })
  surveyId: string | null;

  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => Int, { description: 'How many people.' })
  people: number;

  @Field(() => LocalDateScalar, { description: 'Closing day.' })
  closesOn: string;

  @Field({ description: 'How long what applicants wrote is kept, and why.' })
  retentionNote: string;

  @Field(() => OpenOrClosedEnum, { description: 'Whether it is open.' })
  status: OpenOrClosed;
}

@InputType('RecruitmentInput', { description: 'A recruitment to be opened.' })
export class RecruitmentInputType {
  @Field(() => ID, { nullable: true, description: 'The survey that it answers.' })
  surveyId?: string | null;

  @Field({ description: 'What it is called, at most 100 characters.' })
  title: string;

  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => Int, { description: 'How many people, at least 1.' })
  people: number;

  @Field(() => LocalDateScalar, { description: 'Closing day.' })
  closesOn: string;

  @Field({ description: 'How long what applicants write is kept, and why; at most 300 characters.' })
  retentionNote: string;
}

@ObjectType('ApplicantEvent', { description: 'One step of an application.' })
export class ApplicantEventType {
  @Field(() => ApplicantStatusEnum, { nullable: true, description: 'State before; null for the first line.' })
  fromStatus: ApplicantStatus | null;

  @Field(() => ApplicantStatusEnum, { description: 'State after.' })
  toStatus: ApplicantStatus;

  @Field({ description: 'Who did it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('Applicant', { description: 'Somebody who applied; known to the hub alone.' })
export class ApplicantType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The recruitment.' })
  recruitmentId: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Reading in hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'How the person is reached.', middleware: [viewed('applicant')] })
  contact: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the hub notes.',
    middleware: [viewed('applicant')],
  })
  note: string | null;

  @Field(() => LocalDateScalar, { description: 'The day of the application.' })
  appliedOn: string;

  @Field(() => ApplicantStatusEnum, { description: 'How far it is.' })
  status: ApplicantStatus;

  @Field(() => ID, { nullable: true, description: 'The specialist that the person became.' })
  specialistId: string | null;
}

@InputType('ApplicantInput', { description: 'Somebody who applied.' })
export class ApplicantInputType {
  @Field({ description: 'Name in Japanese, at most 60 characters.' })
  name: string;

  @Field({ description: 'Reading; katakana is taken as hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'How the person is reached, at most 200 characters.' })
  contact: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  note?: string | null;

  @Field(() => LocalDateScalar, { description: 'The day of the application.' })
  appliedOn: string;
}

@InputType('ApplicantStepInput', { description: 'Where an application goes next.' })
export class ApplicantStepInputType {
  @Field(() => ApplicantStepEnum, { description: 'The next state.' })
  step: ApplicantStep;

  @Field(() => String, { nullable: true, description: 'Why; needed to decline or to reject.' })
  reason?: string | null;
}

@InputType({ description: 'What makes an applicant a specialist.' })
export class HireInput {
  @Field(() => SpecialistInput, { description: 'What the hub writes down about the specialist.' })
  specialist: SpecialistInput;

  @Field(() => EmploymentInputType, { description: 'How the person is appointed.' })
  employment: EmploymentInputType;
}
