import {
  PROPOSAL_SIDES,
  PROPOSAL_STATUSES,
  type ProposalSide,
  type ProposalStatus,
  VISIT_PROPOSAL_ACTIONS,
} from '@banso/dispatch';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { connectionOf } from '../page.graphql.js';
import { WishedHalfDayInput } from '../support/support-request.graphql.js';
import { SentenceType } from './sentence.graphql.js';
import { PlannedSlotType } from './slot.graphql.js';

export const ProposalSideEnum = enumOf(
  'ProposalSide',
  PROPOSAL_SIDES,
  'Who asks for another day: whoever goes, or the town.',
);
export const ProposalStatusEnum = enumOf(
  'ProposalStatus',
  PROPOSAL_STATUSES,
  'Where another day that was asked for stands; overtaken: the visit was moved, called off or made meanwhile.',
);
export const VisitProposalActionEnum = enumOf(
  'VisitProposalAction',
  VISIT_PROPOSAL_ACTIONS,
  'What you may do with another day that was asked for.',
);

@ObjectType('ProposedSlot', { description: 'The visit may lie anywhere inside.' })
export class ProposedSlotType {
  @Field(() => GraphQLISODateTime, { description: 'From.' })
  from: Date;

  @Field(() => GraphQLISODateTime, { description: 'To.' })
  to: Date;
}

@ObjectType('VisitProposal', { description: 'Another day for a published visit; the hub decides.' })
export class VisitProposalType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field(() => ProposalSideEnum, { description: 'Who asks.' })
  side: ProposalSide;

  @Field(() => ProposalStatusEnum, { description: 'Where it stands.' })
  status: ProposalStatus;

  @Field({ description: 'Who asked.' })
  madeByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  madeAt: Date;

  @Field(() => String, { nullable: true, description: 'Who settled it.' })
  settledByName: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was settled.' })
  settledAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the hub said; always when it refused.' })
  reason: string | null;

  @Field(() => Int, { nullable: true, description: 'Which of its slots was accepted, from 0.' })
  acceptedSlot: number | null;
}

export const VisitProposalConnection = connectionOf(VisitProposalType, 'VisitProposal');

@ObjectType('NearTown', { description: 'Another town to which the same specialist goes.' })
export class NearTownType {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'On the same day; otherwise in the same week.' })
  isSameDay: boolean;
}

@ObjectType('SlotEffects', { description: 'What is worth knowing of a slot before one asks for it.' })
export class SlotEffectsType {
  @Field(() => [SentenceType], {
    description: 'What it would miss, such as the half-days that the town wished for.',
  })
  warnings: SentenceType[];
}

@ObjectType('OpenSlot', { description: 'A slot that every hard rule allows.' })
export class OpenSlotType {
  @Field(() => PlannedSlotType, { description: 'Who, when and how.' })
  slot: PlannedSlotType;

  @Field(() => SlotEffectsType, { description: 'Its effect.' })
  effects: SlotEffectsType;
}

@ObjectType('JudgedSlot', { description: 'A proposed slot as it stands today.' })
export class JudgedSlotType {
  @Field(() => Int, { description: 'Which of the proposed ones, from 0.' })
  index: number;

  @Field(() => ProposedSlotType, { description: 'What was proposed.' })
  proposed: ProposedSlotType;

  @Field(() => OpenSlotType, {
    nullable: true,
    description: 'Where the visit would lie; null when no hard rule allows it any more.',
  })
  open: OpenSlotType | null;
}

@InputType({ description: 'Other days for a visit of yours.' })
export class ProposeOtherDayInput {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field(() => [GraphQLISODateTime], { description: 'Starts of one to three of its open slots.' })
  startsAt: Date[];

  @Field(() => String, { nullable: true, description: 'For the hub; at most 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'Half-days on which the town could receive a visit instead.' })
export class AskOtherDayInput {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field(() => [WishedHalfDayInput], {
    description: 'One to six half-days of working days from tomorrow on.',
  })
  wished: WishedHalfDayInput[];

  @Field({ description: 'Why; the hub reads it. At most 500 characters.' })
  note: string;
}

@InputType({ description: 'Which repair of a visit that fell away to take.' })
export class FallenOptionInput {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field({ description: 'Key of the option.' })
  optionKey: string;

  @Field({ description: 'Why visits change; those concerned read it.' })
  reason: string;
}
