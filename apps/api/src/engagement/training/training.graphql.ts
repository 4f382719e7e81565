import {
  EMPLOYMENT_FORMS,
  type EmploymentForm,
  GATED_VISITS,
  type GatedVisits,
  TRAINING_SCOPES,
  type TrainingScope,
} from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const TrainingScopeEnum = enumOf(
  'TrainingScope',
  TRAINING_SCOPES,
  'Done once by a person, or once for each town.',
);
export const GatedVisitsEnum = enumOf('GatedVisits', GATED_VISITS, 'Whose visits wait for training too.');
export const EmploymentFormEnum = enumOf('EmploymentForm', EMPLOYMENT_FORMS, 'How somebody is appointed.');

@ObjectType('TrainingModule', { description: 'One module of training.' })
export class TrainingModuleType {
  @Field(() => ID, { description: 'Its letter, such as A.' })
  code: string;

  @Field(() => TrainingScopeEnum, { description: 'Once for a person, or for each town.' })
  scope: TrainingScope;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;
}

@InputType({ description: 'A module of training: a new one, or other words for a known one.' })
export class TrainingModuleInput {
  @Field({ description: 'A capital letter, with letters or digits after it.' })
  code: string;

  @Field(() => TrainingScopeEnum, { description: 'Once for a person, or for each town; stays as it is.' })
  scope: TrainingScope;

  @Field({ description: 'Name in Japanese, at most 60 characters.' })
  name: string;

  @Field({ description: 'Name in English, at most 100 characters.' })
  nameEn: string;
}

@ObjectType('TrainingRule', { description: 'Which training comes before a placement.' })
export class TrainingRuleType {
  @Field(() => Int, { description: 'Its version; 0 is the rule that every prefecture begins with.' })
  version: number;

  @Field(() => [String], { description: 'Letters of the modules.' })
  gating: readonly string[];

  @Field(() => String, { nullable: true, description: 'Who set it; null for the first rule.' })
  setByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When.' })
  setAt: Date | null;
}

@InputType({ description: 'Which training comes before a placement, as a whole.' })
export class TrainingRuleInput {
  @Field(() => Int, { description: 'The version that was read.' })
  version: number;

  @Field(() => [String], { description: 'Letters of known modules; empty for none.' })
  gating: string[];

  @Field(() => GatedVisitsEnum, { description: 'Whose visits wait for it too.' })
  gatedVisits: GatedVisits;
}

@ObjectType('TrainingCompletion', { description: 'Somebody has done a module.' })
export class TrainingCompletionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field({ description: "The module's letter." })
  moduleCode: string;

  @Field(() => ID, { nullable: true, description: 'For which town; null for a module that is done once.' })
  municipalityId: string | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it was completed.' })
  completedOn: string;

  @Field({ description: 'What shows it.' })
  evidence: string;

  @Field({ description: 'Who wrote it down.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was taken back; null = it counts.',
  })
  removedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  removedReason: string | null;
}

@InputType({ description: 'A module that somebody has done.' })
export class TrainingCompletionInput {
  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field({ description: "The module's letter." })
  moduleCode: string;

  @Field(() => ID, { nullable: true, description: 'The town, for a module of towns only.' })
  municipalityId?: string | null;

  @Field(() => LocalDateScalar, { description: 'Today or before.' })
  completedOn: string;

  @Field({ description: 'What shows it, at most 200 characters.' })
  evidence: string;
}

@ObjectType('Employment', { description: 'How a specialist is appointed, by whom, for how long.' })
export class EmploymentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field(() => EmploymentFormEnum, { description: 'Form of appointment.' })
  form: EmploymentForm;

  @Field(() => String, { nullable: true, description: "Grade on the employer's scale." })
  grade: string | null;

  @Field(() => ID, { description: 'The party that employs.' })
  partyId: string;

  @Field(() => ID, { nullable: true, description: 'The agreement that it rests on.' })
  agreementId: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null without a term.' })
  endsOn: string | null;

  @Field(() => String, { nullable: true, description: 'Why it ended earlier than it was to.' })
  endReason: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was taken back; null = it counts.',
  })
  removedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  removedReason: string | null;
}

@InputType('EmploymentInput', { description: 'How somebody is appointed.' })
export class EmploymentInputType {
  @Field(() => EmploymentFormEnum, { description: 'Form of appointment.' })
  form: EmploymentForm;

  @Field(() => String, { nullable: true, description: "Grade on the employer's scale." })
  grade?: string | null;

  @Field(() => ID, { description: 'The party that employs.' })
  partyId: string;

  @Field(() => ID, { nullable: true, description: 'The agreement that it rests on.' })
  agreementId?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; leave out without a term.' })
  endsOn?: string | null;
}
