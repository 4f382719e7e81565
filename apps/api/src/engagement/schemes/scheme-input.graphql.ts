import type { CapBasis, SchemeCost } from '@banso/engagement';
import type { SupportMode, Urgency } from '@banso/support';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { SupportModeEnum, UrgencyEnum } from '../../support/support-request.graphql.js';
import { CapBasisEnum, SchemeCostEnum } from './scheme.graphql.js';

@InputType({
  description: 'A trouble, as every scheme is asked about it. What a request says need not be said.',
})
export class SchemeNeedInput {
  @Field(() => ID, { nullable: true, description: 'The support request that it is about.' })
  supportRequestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The consultation that it is about.' })
  consultationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The town, where nothing else says it; your own for a town.',
  })
  municipalityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Support theme; null = unknown.' })
  themeId?: string | null;

  @Field(() => SupportModeEnum, { nullable: true, description: 'Wished form.' })
  mode?: SupportMode | null;

  @Field(() => Int, { nullable: true, description: 'Visits, 1 to 200.' })
  visits?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of a visit, 30 to 480.' })
  visitMinutes?: number | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'How pressing it is.' })
  urgency?: Urgency | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months for which somebody shall come again and again; null = single visits.',
  })
  months?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the scheme's briefing was attended." })
  briefingAttended?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the town's financial strength index is below 1; null = unknown.",
  })
  belowStrengthOne?: boolean | null;
}

@InputType({ description: 'An own scheme of the prefecture.' })
export class PrefectureSchemeInput {
  @Field({ description: 'Name, at most 80 characters.' })
  name: string;

  @Field(() => CapBasisEnum, { description: 'What its limits are counted over.' })
  capPer: CapBasis;

  @Field(() => Int, { nullable: true, description: 'Days on site at most.' })
  onSiteDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hours online at most.' })
  onlineHours?: number | null;

  @Field(() => Int, { nullable: true, description: 'Supports at most.' })
  visits?: number | null;

  @Field(() => SchemeCostEnum, { nullable: true, description: 'Who pays; null = to be confirmed.' })
  cost?: SchemeCost | null;

  @Field({ description: 'What it costs the town, in words.' })
  costWords: string;

  @Field({ description: 'Its rules; may be empty.' })
  rules: string;

  @Field({ description: 'Where all this is said.' })
  source: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = open.' })
  validTo?: string | null;
}

@InputType({ description: 'A last day for applications that the hub has found out.' })
export class IntakeWindowInput {
  @Field({ description: 'The scheme.' })
  schemeId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day, where it is known.' })
  opensOn?: string | null;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  closesOn: string;

  @Field(() => String, { nullable: true, description: 'Time on the last day, such as 15:00.' })
  closesAt?: string | null;

  @Field({ description: 'Where it is said.' })
  source: string;
}

@InputType({ description: 'What a town has used of a scheme.' })
export class SchemeUseInput {
  @Field(() => ID, { description: 'The town: your own, or one of your prefecture.' })
  municipalityId: string;

  @Field({ description: 'The scheme.' })
  schemeId: string;

  @Field(() => Int, { description: 'The fiscal year.' })
  fiscalYear: number;

  @Field(() => ID, { nullable: true, description: 'The case, if it came from one.' })
  supportRequestId?: string | null;

  @Field(() => Int, { description: 'Days on site.' })
  onSiteDays: number;

  @Field(() => Int, { description: 'Minutes online.' })
  onlineMinutes: number;

  @Field(() => Int, { description: 'Supports.' })
  visits: number;

  @Field(() => String, { nullable: true, description: 'What else is to be known, at most 500 characters.' })
  note?: string | null;
}
