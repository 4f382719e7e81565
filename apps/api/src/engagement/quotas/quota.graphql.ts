import {
  QUOTA_MODES,
  QUOTA_PERIODS,
  QUOTA_SCOPES,
  QUOTA_STATES,
  QUOTA_UNITS,
  type QuotaMode,
  type QuotaPeriod,
  type QuotaScope,
  type QuotaState,
  type QuotaUnit,
} from '@banso/engagement';
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';

export const QuotaScopeEnum = enumOf('QuotaScope', QUOTA_SCOPES, 'Whose visits a quota counts.');
export const QuotaPeriodEnum = enumOf('QuotaPeriod', QUOTA_PERIODS, 'For how long one count goes on.');
export const QuotaUnitEnum = enumOf(
  'QuotaUnit',
  QUOTA_UNITS,
  'What is counted: days (one person on one date), hours, or visits.',
);
export const QuotaModeEnum = enumOf('QuotaMode', QUOTA_MODES, 'Which visits a quota counts.');
export const QuotaStateEnum = enumOf('QuotaState', QUOTA_STATES, 'How near its limit a count is.');

@ObjectType('Quota', { description: 'How much may be used up; what is used is counted from the visits.' })
export class QuotaType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'What it is called.' })
  name: string;

  @Field(() => QuotaScopeEnum, { description: 'Whose visits it counts.' })
  scope: QuotaScope;

  @Field(() => ID, { nullable: true, description: 'The one town, or the town of the one case.' })
  municipalityId: string | null;

  @Field(() => ID, { nullable: true, description: 'The one case.' })
  supportRequestId: string | null;

  @Field(() => ID, { nullable: true, description: 'The agreement.' })
  agreementId: string | null;

  @Field(() => ID, { nullable: true, description: 'The theme.' })
  themeId: string | null;

  @Field(() => QuotaPeriodEnum, { description: 'For how long one count goes on.' })
  period: QuotaPeriod;

  @Field(() => Int, { nullable: true, description: 'The one fiscal year; null = each by itself.' })
  fiscalYear: number | null;

  @Field(() => QuotaUnitEnum, { description: 'What is counted.' })
  unit: QuotaUnit;

  @Field(() => QuotaModeEnum, { description: 'Which visits.' })
  counts: QuotaMode;

  @Field(() => Int, { description: 'At most, in its unit.' })
  limit: number;

  @Field(() => Int, { description: 'Percentage from which it warns.' })
  warnPercent: number;

  @Field(() => String, { nullable: true, description: 'What else is to be known.' })
  note: string | null;

  @Field({ description: 'Where the limit is said.' })
  source: string;

  @Field(() => String, { nullable: true, description: 'Why it was raised last.' })
  raisedReason: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it ended.' })
  endedReason: string | null;

  @Field({ description: 'Who set it last.' })
  setByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  setAt: Date;
}

@ObjectType('QuotaUse', { description: 'One count of a quota: of a town or a case, of a month or a year.' })
export class QuotaUseType {
  @Field(() => QuotaType, { description: 'The quota.' })
  quota: QuotaType;

  @Field(() => ID, { nullable: true, description: 'The town that it is of.' })
  municipalityId: string | null;

  @Field(() => ID, { nullable: true, description: 'The case that it is of.' })
  supportRequestId: string | null;

  @Field({ description: 'Month (2026-12) or fiscal year (2026); empty = its whole life.' })
  span: string;

  @Field(() => Float, { description: 'Used by the visits that stand, in the unit of the quota.' })
  used: number;

  @Field(() => Float, { description: 'At most.' })
  limit: number;

  @Field(() => QuotaStateEnum, { description: 'How near the limit.' })
  state: QuotaState;

  @Field(() => Float, {
    nullable: true,
    description: 'With the plan, or with what the request still asks for; null = nothing is added.',
  })
  withMore: number | null;

  @Field(() => QuotaStateEnum, { nullable: true, description: 'How near the limit that would be.' })
  stateWithMore: QuotaState | null;
}

@ObjectType('QuotaWithUse', { description: 'A quota with each of its counts, the fullest first.' })
export class QuotaWithUseType {
  @Field(() => QuotaType, { description: 'The quota.' })
  quota: QuotaType;

  @Field(() => [QuotaUseType], { description: 'Its counts now, at most 100.' })
  uses: QuotaUseType[];
}

@InputType({ description: 'What a quota says; a coordinator does not raise its limit.' })
export class QuotaTermsInput {
  @Field({ description: 'What it is called, at most 60 characters.' })
  name: string;

  @Field(() => Int, { description: 'At most, in its unit.' })
  limit: number;

  @Field(() => Int, { description: 'Percentage from which it warns, 1 to 100.' })
  warnPercent: number;

  @Field(() => String, { nullable: true, description: 'What else is to be known, at most 500 characters.' })
  note?: string | null;

  @Field({ description: 'Where the limit is said, at most 300 characters.' })
  source: string;
}

@InputType({ description: 'A new quota. Whom it is about and what it counts stay as they are.' })
export class QuotaInput extends QuotaTermsInput {
  @Field(() => QuotaScopeEnum, { description: 'Whose visits it counts.' })
  scope: QuotaScope;

  @Field(() => ID, { nullable: true, description: 'Only this town; null = each town by itself.' })
  municipalityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this case; null = each case by itself.' })
  supportRequestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The agreement, where it is of one.' })
  agreementId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The theme, where it is of one.' })
  themeId?: string | null;

  @Field(() => QuotaPeriodEnum, { description: 'For how long one count goes on.' })
  period: QuotaPeriod;

  @Field(() => Int, { nullable: true, description: 'Only this fiscal year; null = each by itself.' })
  fiscalYear?: number | null;

  @Field(() => QuotaUnitEnum, { description: 'What is counted.' })
  unit: QuotaUnit;

  @Field(() => QuotaModeEnum, { description: 'Which visits.' })
  counts: QuotaMode;
}
