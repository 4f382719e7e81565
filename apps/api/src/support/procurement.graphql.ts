import type { LocalDate } from '@banso/kernel';
import { ADVICE_CAUSES, type AdviceCause, PROCUREMENT_PHASES, type ProcurementPhase } from '@banso/support';
import { FIRM_RELATIONS, type FirmRelation } from '@banso/talent';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';

export const ProcurementPhaseEnum = enumOf(
  'ProcurementPhase',
  PROCUREMENT_PHASES,
  'How far a purchase is; NONE: nothing is bought.',
);
export const FirmRelationEnum = enumOf(
  'FirmRelation',
  FIRM_RELATIONS,
  'What ties a specialist to a firm: work, stock, or a contract of the past.',
);
export const AdviceCauseEnum = enumOf('AdviceCause', ADVICE_CAUSES, 'A visit that was made, or an answer.');

@ObjectType('Firm', { description: 'A firm as people write it down.' })
export class FirmType {
  @Field({ description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Corporate number, thirteen digits, if known.' })
  corporateNumber: string | null;
}

@InputType({ description: 'A firm as people write it down.' })
export class FirmInput {
  @Field({ description: 'Name, at most 120 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Corporate number, thirteen digits, if you know it.' })
  corporateNumber?: string | null;
}

@ObjectType('SpecialistFirm', {
  description: 'A firm that a specialist is tied to; for the hub and the person, never for a town.',
})
export class SpecialistFirmType extends FirmType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => FirmRelationEnum, { description: 'What ties them.' })
  relation: FirmRelation;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when, if known.' })
  from: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when; null while it lasts.' })
  to: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'How the hub knows; null: the person said so.' })
  source: string | null;

  @Field({ description: 'Who wrote it down.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was written down.' })
  recordedAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when it counts no more, being wrong.',
  })
  removedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who removed it.' })
  removedByName: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was removed.' })
  removedReason: string | null;
}

@InputType({ description: 'A firm that a specialist is tied to.' })
export class SpecialistFirmInput extends FirmInput {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => FirmRelationEnum, { description: 'What ties them.' })
  relation: FirmRelation;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when, if known.' })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when; leave out while it lasts.' })
  to?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How the hub knows: a pledge, a report of side work; at most 200 characters. Left out by the person.',
  })
  source?: string | null;
}

@ObjectType('ProcurementEvent', { description: 'One change of a purchase.' })
export class ProcurementEventType {
  @Field(() => Int, { description: 'Counts the changes, from 1.' })
  version: number;

  @Field(() => ProcurementPhaseEnum, { description: 'The phase from then on.' })
  phase: ProcurementPhase;

  @Field(() => [FirmType], { description: 'The vendors from then on.' })
  vendors: readonly FirmType[];

  @Field({ description: 'Role of the person who changed it.' })
  actorRole: string;

  @Field({ description: 'Name of the person who changed it.' })
  actorName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('Procurement', {
  description: 'What a case buys and from whom: secrets of the town and its hub.',
})
export class ProcurementType {
  @Field(() => ID, { description: 'The request or consultation.' })
  caseId: string;

  @Field(() => Int, { description: 'Counts the changes; 0 while nothing is written down.' })
  version: number;

  @Field(() => ProcurementPhaseEnum, { description: 'How far the purchase is.' })
  phase: ProcurementPhase;
}

@ObjectType('ShutOut', {
  description: 'Somebody who is shut out of a case, being tied to a vendor; for the hub.',
})
export class ShutOutType {
  @Field(() => ID, { description: 'Who is shut out.' })
  specialistId: string;

  @Field({ description: 'The vendor, as the case has it.' })
  vendor: string;

  @Field({ description: 'The same firm, as it stands with the person.' })
  firm: string;

  @Field(() => FirmRelationEnum, { description: 'What ties them.' })
  relation: FirmRelation;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which the tie counts; null while it lasts.',
  })
  until: LocalDate | null;
}

@ObjectType('BidRestrictionNote', {
  description:
    'Somebody advised on a specification: which firms may have to stay out of the bidding. For the town and its hub.',
})
export class BidRestrictionNoteType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Who advised.' })
  specialistId: string;

  @Field(() => AdviceCauseEnum, { description: 'What the advice was.' })
  cause: AdviceCause;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  advisedAt: Date;

  @Field(() => [FirmType], { description: 'Firms tied to the specialist on that day.' })
  firms: readonly FirmType[];
}

@ObjectType('ConflictCheck', {
  description: 'That everybody was held against the vendors of a case; no names.',
})
export class ConflictCheckType {
  @Field(() => GraphQLISODateTime, { description: 'When it was last checked.' })
  checkedAt: Date;

  @Field({ description: 'Whether advice now may keep the firms of whoever gives it from bidding.' })
  restrictsBidding: boolean;
}

@InputType({ description: 'What a case buys and from whom, as it is said with the first word.' })
export class PurchaseInput {
  @Field(() => ProcurementPhaseEnum, { description: 'How far the purchase is.' })
  phase: ProcurementPhase;

  @Field(() => [FirmInput], {
    description: 'Every firm that takes part or may, at most 30; none without a purchase.',
  })
  vendors: FirmInput[];
}

@InputType({ description: 'What a case buys and from whom.' })
export class ProcurementInput extends PurchaseInput {
  @Field(() => ID, { description: 'The request or consultation.' })
  caseId: string;

  @Field(() => Int, { description: 'The version that you read; 0 for the first time.' })
  version: number;
}
