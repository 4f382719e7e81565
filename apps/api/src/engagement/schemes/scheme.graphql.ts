import {
  CAP_BASES,
  type CapBasis,
  REASON_WEIGHTS,
  type ReasonWeight,
  SCHEME_COSTS,
  SCHEME_FITS,
  SCHEME_KINDS,
  SCHEME_ORIGINS,
  type SchemeCost,
  type SchemeFit,
  type SchemeKind,
  type SchemeOrigin,
} from '@banso/engagement';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { SentenceType } from '../../dispatch/sentence.graphql.js';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

export const SchemeKindEnum = enumOf('SchemeKind', SCHEME_KINDS, 'What a scheme gives.');
export const SchemeOriginEnum = enumOf('SchemeOrigin', SCHEME_ORIGINS, 'Whose scheme it is.');
export const SchemeCostEnum = enumOf('SchemeCost', SCHEME_COSTS, 'Who pays, seen from the town.');
export const CapBasisEnum = enumOf('CapBasis', CAP_BASES, 'What a cap is counted over.');
export const SchemeFitEnum = enumOf('SchemeFit', SCHEME_FITS, 'Whether a scheme fits a trouble.');
export const RouteReasonWeightEnum = enumOf(
  'RouteReasonWeight',
  REASON_WEIGHTS,
  'Whether a reason shuts a scheme out, has to be met, or is to be known.',
);

@ObjectType('SchemeCaps', { description: 'How much a scheme gives; null = not said.' })
export class SchemeCapsType {
  @Field(() => CapBasisEnum, { nullable: true, description: 'What is counted over; null = to be confirmed.' })
  per: CapBasis | null;

  @Field(() => Int, { nullable: true, description: 'Days on site.' })
  onSiteDays: number | null;

  @Field(() => Int, { nullable: true, description: 'Hours online.' })
  onlineHours: number | null;

  @Field(() => Int, { nullable: true, description: 'Supports of any form.' })
  visits: number | null;
}

@ObjectType('IntakeWindow', { description: 'A last day for applications.' })
export class IntakeWindowType {
  @Field(() => ID, { nullable: true, description: 'Where the hub has entered it: identifier.' })
  id?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day, where it is known.' })
  opensOn: string | null;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  closesOn: string;

  @Field(() => String, { nullable: true, description: 'Time on the last day, such as 15:00.' })
  closesAt: string | null;

  @Field(() => String, { nullable: true, description: 'Where the hub has it from.' })
  source?: string | null;
}

@ObjectType('Scheme', { description: 'What a town can be sent to: the pool, a national or an own scheme.' })
export class SchemeType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => SchemeOriginEnum, { description: 'Whose it is.' })
  origin: SchemeOrigin;

  @Field(() => SchemeKindEnum, { description: 'What it gives.' })
  kind: SchemeKind;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English, where it has one.' })
  nameEn: string;

  @Field(() => SentenceType, { nullable: true, description: 'Who runs it.' })
  organ: SentenceType | null;

  @Field(() => SentenceType, { nullable: true, description: 'What it is.' })
  summary: SentenceType | null;

  @Field(() => SchemeCapsType, { description: 'How much it gives.' })
  caps: SchemeCapsType;

  @Field(() => SchemeCostEnum, { nullable: true, description: 'Who pays; null = to be confirmed.' })
  cost: SchemeCost | null;

  @Field(() => SentenceType, { description: 'What it costs the town, in words.' })
  costWords: SentenceType;

  @Field(() => [SentenceType], { description: 'Its rules, to be read.' })
  rules: SentenceType[];

  @Field(() => [SentenceType], { description: 'What has to be confirmed where it is run.' })
  toConfirm: SentenceType[];

  @Field(() => Int, { nullable: true, description: 'Intakes a year; null = not said.' })
  windowCount: number | null;

  @Field({ description: 'Where all this is said.' })
  source: string;

  @Field(() => Int, { nullable: true, description: 'Fiscal year of its terms.' })
  fiscalYear: number | null;

  @Field({ description: 'Whether its source names that year.' })
  yearStated: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of an own scheme.' })
  validFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of an own scheme.' })
  validTo: string | null;

  @Field(() => [IntakeWindowType], { description: 'Dates that are known, by day.' })
  windows: IntakeWindowType[];
}

@ObjectType('RouteReason', { description: 'Why a scheme fits, or does not.' })
export class RouteReasonType {
  @Field({ description: 'Which rule.' })
  code: string;

  @Field(() => RouteReasonWeightEnum, { description: 'How much it weighs.' })
  weight: ReasonWeight;

  @Field(() => SentenceType, { description: 'In words, with the figures.' })
  sentence: SentenceType;
}

@ObjectType('SchemeRoute', { description: 'What a scheme says to a trouble.' })
export class SchemeRouteType {
  @Field(() => SchemeType, { description: 'The scheme.' })
  scheme: SchemeType;

  @Field(() => SchemeFitEnum, { description: 'Whether it fits.' })
  fit: SchemeFit;

  @Field(() => [RouteReasonType], { description: 'Why.' })
  reasons: RouteReasonType[];

  @Field(() => Int, { nullable: true, description: 'Days on site that are left; null = no such cap.' })
  leftOnSiteDays: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes online that are left; null = no such cap.' })
  leftOnlineMinutes: number | null;

  @Field(() => Int, { nullable: true, description: 'Supports that are left; null = no such cap.' })
  leftVisits: number | null;

  @Field(() => IntakeWindowType, { nullable: true, description: 'The next last day that is known.' })
  nextWindow: IntakeWindowType | null;
}

@ObjectType('SchemeUse', { description: 'That a town was sent to a scheme.' })
export class SchemeUseType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field({ description: 'The scheme.' })
  schemeId: string;

  @Field(() => Int, { description: 'The fiscal year.' })
  fiscalYear: number;

  @Field(() => ID, { nullable: true, description: 'The case, if it came from one.' })
  supportRequestId: string | null;

  @Field(() => Int, { description: 'Days on site.' })
  onSiteDays: number;

  @Field(() => Int, { description: 'Minutes online.' })
  onlineMinutes: number;

  @Field(() => Int, { description: 'Supports.' })
  visits: number;

  @Field(() => String, { nullable: true, description: 'What else is to be known.' })
  note: string | null;

  @Field({ description: 'Who wrote it down.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  recordedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was taken back.' })
  removedAt: Date | null;
}
