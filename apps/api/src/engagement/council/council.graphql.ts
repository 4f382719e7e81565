import {
  MEETING_KINDS,
  MEETING_STATUSES,
  type MeetingKind,
  type MeetingStatus,
  ROUND_KINDS,
  type RoundKind,
  STOP_STATUSES,
  type StopStatus,
} from '@banso/engagement';
import type { LocalDate } from '@banso/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const CouncilMeetingKindEnum = enumOf(
  'CouncilMeetingKind',
  MEETING_KINDS,
  'The council, its steering group, a working group, a joint training of the staff of all towns.',
);
export const CouncilMeetingStatusEnum = enumOf(
  'CouncilMeetingStatus',
  MEETING_STATUSES,
  'Planned, held, or called off.',
);
export const RoundKindEnum = enumOf(
  'RoundKind',
  ROUND_KINDS,
  'Visits to every town; hearings online in the first and in the second half of the year.',
);
export const RoundStopStatusEnum = enumOf(
  'RoundStopStatus',
  STOP_STATUSES,
  'Planned, dated, companion named, visited, issues noted, handled.',
);

@ObjectType('Declaration', { description: 'What the prefecture and its towns signed together.' })
export class DeclarationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Title.' })
  title: string;

  @Field({ description: 'Its words.' })
  body: string;

  @Field(() => LocalDateScalar, { description: 'The day of the declaration.' })
  declaredOn: LocalDate;
}

@ObjectType('DeclarationSignatory', { description: 'Who signs a declaration.' })
export class DeclarationSignatoryType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The town; null for the prefecture itself.' })
  municipalityId: string | null;

  @Field({ description: 'Office, such as mayor.' })
  title: string;

  @Field({ description: 'Name; empty before it is signed.' })
  name: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was signed; null: not yet.' })
  signedOn: LocalDate | null;
}

@InputType({ description: 'A declaration; without an id a new one, for all towns to sign.' })
export class DeclarationInput {
  @Field(() => ID, { nullable: true, description: 'The declaration to change.' })
  id?: string | null;

  @Field(() => ID, { nullable: true, description: 'The version that you have read; needed to change one.' })
  seen?: string | null;

  @Field({ description: 'Title, at most 100 characters, once in the prefecture.' })
  title: string;

  @Field({ description: 'Its words, at most 4,000 characters.' })
  body: string;

  @Field(() => LocalDateScalar, { description: 'The day of the declaration.' })
  declaredOn: LocalDate;
}

@InputType({ description: 'A signature.' })
export class SignatureInput {
  @Field({ description: 'Office, at most 60 characters.' })
  title: string;

  @Field({ description: 'Name, at most 60 characters.' })
  name: string;

  @Field(() => LocalDateScalar, { description: 'When it was signed, today at the latest.' })
  signedOn: LocalDate;
}

@ObjectType('CouncilMeeting', { description: 'What the prefecture and its towns meet for.' })
export class CouncilMeetingType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => CouncilMeetingKindEnum, { description: 'What it is.' })
  kind: MeetingKind;

  @Field({ description: 'Title.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  heldOn: LocalDate;

  @Field(() => CouncilMeetingStatusEnum, { description: 'State.' })
  status: MeetingStatus;

  @Field(() => String, { nullable: true, description: 'Minutes.' })
  record: string | null;
}

@ObjectType('CouncilAttendance', { description: 'How many people of a town came to a meeting.' })
export class CouncilAttendanceType {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => Int, { description: 'Its people.' })
  people: number;
}

@ObjectType('CaseShare', { description: 'What a town told the others of in a joint training.' })
export class CaseShareType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'Title.' })
  title: string;

  @Field({ description: 'What was told.' })
  body: string;
}

@ObjectType('TrainingYear', { description: 'How the joint trainings of a fiscal year stand.' })
export class TrainingYearType {
  @Field(() => Int, { description: 'The fiscal year.' })
  fiscalYear: number;

  @Field(() => Int, { description: 'Held.' })
  held: number;

  @Field(() => Int, { description: 'Planned.' })
  planned: number;

  @Field(() => Int, { description: 'How many a year needs at least.' })
  needed: number;

  @Field({ description: 'Whether too few were held; told from 1 January on.' })
  isGap: boolean;
}

@InputType({ description: 'A meeting to come.' })
export class CouncilMeetingInput {
  @Field(() => CouncilMeetingKindEnum, { description: 'What it is.' })
  kind: MeetingKind;

  @Field({ description: 'Title, at most 100 characters.' })
  title: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  heldOn: LocalDate;
}

@InputType({ description: 'How many people of a town came.' })
export class CouncilAttendanceInput {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => Int, { description: 'Its people: 1 to 500.' })
  people: number;
}

@InputType({ description: 'What a town told the others of.' })
export class CaseShareInput {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'Title, at most 100 characters.' })
  title: string;

  @Field({ description: 'What was told, at most 2,000 characters.' })
  body: string;
}

@InputType({ description: 'What became of a meeting.' })
export class CouncilRecordInput {
  @Field({ description: 'Minutes, at most 4,000 characters.' })
  record: string;

  @Field(() => [CouncilAttendanceInput], { description: 'Who came, each town once.' })
  came: CouncilAttendanceInput[];

  @Field(() => [CaseShareInput], { description: 'Cases that were shared; in a joint training only.' })
  cases: CaseShareInput[];
}

@ObjectType('TownRound', { description: 'A round through every town of the prefecture.' })
export class TownRoundType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'The fiscal year.' })
  fiscalYear: number;

  @Field(() => RoundKindEnum, { description: 'Visits or hearings.' })
  kind: RoundKind;

  @Field(() => Int, { description: 'Which one of its kind in the year.' })
  no: number;

  @Field(() => ID, { description: 'The specialist who leads it.' })
  specialistId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was opened before the one before had been everywhere.',
  })
  reason: string | null;
}

@ObjectType('RoundCoverage', { description: 'How far a round has come.' })
export class RoundCoverageType {
  @Field(() => Int, { description: 'Towns visited.' })
  visited: number;

  @Field(() => Int, { description: 'Towns of the round.' })
  total: number;
}

@ObjectType('RoundStop', { description: 'One town of a round.' })
export class RoundStopType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => Int, { description: 'Towns of one tour are seen one after the other.' })
  tour: number;

  @Field(() => String, { nullable: true, description: 'When its ferries go.' })
  ferryNote: string | null;

  @Field(() => RoundStopStatusEnum, { description: 'State.' })
  status: StopStatus;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day that was agreed.' })
  plannedOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Who of the prefecture comes along.' })
  companion: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was visited or heard.' })
  visitedOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Its issues, as noted.' })
  issues: string | null;

  @Field(() => String, { nullable: true, description: 'What is done about them.' })
  handling: string | null;
}

@InputType({ description: 'A round to be opened.' })
export class TownRoundInput {
  @Field(() => Int, { description: 'This fiscal year or the next.' })
  fiscalYear: number;

  @Field(() => RoundKindEnum, { description: 'Visits or hearings.' })
  kind: RoundKind;

  @Field(() => ID, { description: 'The specialist who leads it.' })
  specialistId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why; needed while the one before has not been everywhere.',
  })
  reason?: string | null;
}

@InputType({ description: 'The place of a town in a round.' })
export class RoundPlaceInput {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => Int, { description: 'Its tour, counted from 1.' })
  tour: number;

  @Field(() => String, { nullable: true, description: 'When its ferries go, at most 200 characters.' })
  ferryNote?: string | null;
}

@InputType({ description: 'The order of a round.' })
export class RoundArrangementInput {
  @Field(() => ID, { description: 'The version that you have read.' })
  seen: string;

  @Field(() => [RoundPlaceInput], { description: 'Every town of the round once, in the new order.' })
  stops: RoundPlaceInput[];
}

@InputType({ description: 'The next state of a town in a round.' })
export class RoundStepInput {
  @Field(() => RoundStopStatusEnum, { description: 'The state.' })
  status: StopStatus;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day: needed for a date; for a visit the date when left out.',
  })
  on?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Who comes along; needed for a companion.' })
  companion?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The issues, or what is done about them; at most 4,000 characters.',
  })
  words?: string | null;
}
