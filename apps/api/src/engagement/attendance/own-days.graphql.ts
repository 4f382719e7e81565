import type { ContractBasis } from '@banso/dispatch';
import type { LocalDate } from '@banso/kernel';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContractBasisEnum } from '../../dispatch/contract-basis.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';

@ObjectType('OwnMonth', { description: 'Your days of one month.' })
export class OwnMonthType {
  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: LocalDate;

  @Field(() => Float, { description: 'Days that are over.' })
  usedDays: number;

  @Field(() => Float, { description: 'Days to come.' })
  plannedDays: number;
}

@ObjectType('OwnTown', { description: 'Your days at one town. A day at two towns counts for both.' })
export class OwnTownType {
  @Field(() => ID, { description: 'Code of the town.' })
  municipalityId: string;

  @Field(() => Float, { description: 'Days that are over.' })
  usedDays: number;

  @Field(() => Float, { description: 'Days to come.' })
  plannedDays: number;
}

@ObjectType('OwnDays', {
  description: 'Your days of a fiscal year: visits, and days recorded for a placement.',
})
export class OwnDaysType {
  @Field(() => Int, { description: 'The fiscal year, April to March.' })
  fiscalYear: number;

  @Field(() => Float, { description: 'Days with visits that were made, or at a post. A day counts once.' })
  usedDays: number;

  @Field(() => Float, { description: 'Days with visits to come, as far as they are not used anyway.' })
  plannedDays: number;

  @Field(() => Int, { nullable: true, description: 'Days of the year that were agreed; null without.' })
  contractDays: number | null;

  @Field(() => ContractBasisEnum, { description: 'Where the agreed days come from.' })
  basis: ContractBasis;

  @Field(() => Float, { nullable: true, description: 'What is left; below zero: more than agreed.' })
  leftDays: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day of what binds today; null without an agreement.',
  })
  contractEndsOn: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'From which day its end is talked about.' })
  noticeFrom: LocalDate | null;

  @Field(() => [OwnMonthType], { description: 'By month, those with days only.' })
  months: OwnMonthType[];

  @Field(() => [OwnTownType], { description: 'By town, the most days first.' })
  towns: OwnTownType[];
}
