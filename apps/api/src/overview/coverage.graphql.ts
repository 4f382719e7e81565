import type { LocalDate } from '@banso/kernel';
import { REACHES, type Reach, type Size } from '@banso/overview';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { OverviewSizeEnum, OverviewYearType } from './year.graphql.js';

export const TownReachEnum = enumOf('TownReach', REACHES, 'How far a town has been reached in a year.');

@ObjectType('TownCoverage', { description: 'One municipality of the register in a year.' })
export class TownCoverageType {
  @Field(() => ID, { description: 'Code of the town.' })
  municipalityId: string;

  @Field(() => OverviewSizeEnum, { description: 'By how many people live there.' })
  size: Size;

  @Field(() => TownReachEnum, { description: 'Whether somebody came, or only called.' })
  reach: Reach;

  @Field(() => Int, { description: 'Visits on site that were made.' })
  onSite: number;

  @Field(() => Int, { description: 'Visits online that were made.' })
  online: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last visit on site, of whatever year.' })
  lastOn: LocalDate | null;

  @Field(() => Int, { nullable: true, description: 'Days since then.' })
  daysSince: number | null;

  @Field(() => Int, { description: 'Visits on site in the year before.' })
  onSiteBefore: number;
}

@ObjectType('CoverageFigures', { description: 'How many towns were reached.' })
export class CoverageFiguresType {
  @Field(() => Int, { description: 'Towns of the register.' })
  towns: number;

  @Field(() => Int, { description: 'With a visit on site that was made.' })
  visited: number;

  @Field(() => Int, { description: 'With visits online alone.' })
  onlineOnly: number;

  @Field(() => Int, { description: 'With neither.' })
  notVisited: number;

  @Field(() => Int, { description: 'Visits on site.' })
  onSite: number;

  @Field(() => Int, { description: 'Visits online.' })
  online: number;
}

@ObjectType('CoverageOverview', { description: 'Which towns have been visited in a year.' })
export class CoverageOverviewType extends CoverageFiguresType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => CoverageFiguresType, { description: 'The whole year before.' })
  before: CoverageFiguresType;

  @Field(() => [TownCoverageType], { description: 'Each town, those that nobody has visited first.' })
  rows: TownCoverageType[];
}
