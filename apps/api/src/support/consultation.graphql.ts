import {
  CONSULTATION_ACTIONS,
  CONSULTATION_STATUSES,
  type ConsultationStatus,
  type DecidingRule,
  DECIDING_RULES,
} from '@banso/support';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { viewed } from '../audit/viewed.js';
import { enumOf } from '../enum.graphql.js';
import { connectionOf } from '../page.graphql.js';
import { PurchaseInput } from './procurement.graphql.js';

export const ConsultationStatusEnum = enumOf(
  'ConsultationStatus',
  CONSULTATION_STATUSES,
  'Where a consultation stands.',
);
export const ConsultationActionEnum = enumOf(
  'ConsultationAction',
  CONSULTATION_ACTIONS,
  'What a person may do with a consultation.',
);
export const DecidingRuleEnum = enumOf(
  'DecidingRule',
  DECIDING_RULES,
  'What told the specialist who was asked from the next best.',
);

@ObjectType('ConsultationEvent', { description: 'One step of a consultation.' })
export class ConsultationEventType {
  @Field(() => ConsultationStatusEnum, {
    nullable: true,
    description: 'State before; null for the first line.',
  })
  fromStatus: ConsultationStatus | null;

  @Field(() => ConsultationStatusEnum, { description: 'State after.' })
  toStatus: ConsultationStatus;

  @Field({ description: 'Role of the person who did it; SYSTEM for the desk itself.' })
  actorRole: string;

  @Field({ description: 'Name of the person who did it.' })
  actorName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('DeskCandidate', { description: 'What the desk knew of a specialist when it chose.' })
export class DeskCandidateType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field({ description: 'Whether the desk would ask this specialist without the hub.' })
  suitable: boolean;

  @Field({ description: "Serves the theme's field in this fiscal year." })
  fieldMatch: boolean;

  @Field(() => Int, { description: "How many of the theme's essential skills are there." })
  essentialMet: number;

  @Field(() => Int, { description: 'How many essential skills the theme calls for.' })
  essentialTotal: number;

  @Field({ description: 'Was at the desk in that half-day.' })
  onDuty: boolean;

  @Field(() => Int, { description: 'Questions that the specialist had not answered yet.' })
  openConsultations: number;
}

@ObjectType('DeskAssignment', { description: 'Why this specialist was asked, and who would have been next.' })
export class DeskAssignmentType {
  @Field(() => DeskCandidateType, {
    nullable: true,
    description: 'Who was asked; null when nobody was suitable.',
  })
  chosen: DeskCandidateType | null;

  @Field(() => DecidingRuleEnum, { nullable: true, description: 'What decided.' })
  decidedBy: DecidingRule | null;

  @Field(() => [DeskCandidateType], { description: 'The best of the others who have not been asked.' })
  runnersUp: readonly DeskCandidateType[];
}

@ObjectType('Consultation', { description: 'A question that a specialist answers at the desk.' })
export class ConsultationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Number, such as S8-0012.' })
  number: string;

  @Field(() => ConsultationStatusEnum, { description: 'Where it stands.' })
  status: ConsultationStatus;

  @Field(() => ID, { description: 'The town that asks.' })
  municipalityId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Support theme; null when the town does not know what it is about.',
  })
  themeId: string | null;

  @Field({ description: 'The question.', middleware: [viewed('consultation')] })
  question: string;

  @Field({ description: 'Section in charge at the town.' })
  contactSection: string;

  @Field(() => GraphQLISODateTime, { description: 'By when it is to be answered.' })
  dueAt: Date;

  @Field(() => ID, { nullable: true, description: 'Whose turn it is.' })
  specialistId: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is their turn.' })
  assignedAt: Date | null;

  @Field(() => Int, { description: 'How often the present question was late or had nobody to go to.' })
  escalations: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it waits for the hub.' })
  escalatedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The latest answer.' })
  answer: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered last.' })
  answeredAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was over.' })
  closedAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'The support request that it became, if any.' })
  supportRequestId: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked.' })
  createdAt: Date;
}

export const ConsultationConnection = connectionOf(ConsultationType, 'Consultation');

@InputType({ description: 'What a town wants to know.' })
export class ConsultationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Support theme; leave out when you do not know what it is about.',
  })
  themeId?: string | null;

  @Field({ description: 'The question, at most 4,000 characters; no personal data.' })
  question: string;

  @Field({ description: 'Section in charge.' })
  contactSection: string;

  @Field(() => PurchaseInput, {
    nullable: true,
    description: 'What the question is about to buy: whoever is tied to a vendor never sees it.',
  })
  purchase?: PurchaseInput | null;
}

@InputType({ description: 'Which consultations to list.' })
export class ConsultationFilter {
  @Field(() => [ConsultationStatusEnum], { nullable: true, description: 'Only these states.' })
  statuses?: ConsultationStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Only this town.' })
  municipalityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this theme.' })
  themeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that this specialist has.' })
  specialistId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that wait for the hub, or only the others.',
  })
  escalated?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Part of the question, or the whole number.' })
  search?: string | null;
}
