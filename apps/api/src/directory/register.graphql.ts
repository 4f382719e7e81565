import { type ClosureKind, MUNICIPALITY_SORTS, type MunicipalitySort } from '@banso/directory';
import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { connectionOf } from '../page.graphql.js';
import { MunicipalityType } from './municipality.graphql.js';

export const MunicipalityConnection = connectionOf(MunicipalityType, 'Municipality');

export const MunicipalitySortEnum = enumOf(
  'MunicipalitySort',
  MUNICIPALITY_SORTS,
  'By what a list of municipalities is sorted: by code, or by the reading of the name.',
);

@ArgsType()
export class MunicipalitySorting {
  @Field(() => MunicipalitySortEnum, {
    nullable: true,
    description: 'By what it is sorted; by code when left out.',
  })
  sortBy?: MunicipalitySort | null;

  @Field(() => Boolean, { nullable: true, description: 'The last first, where it is sorted by something.' })
  descending?: boolean | null;
}

export const ClosureKindEnum = enumOf(
  'ClosureKind',
  ['WEEKEND', 'HOLIDAY', 'YEAR_END'],
  'Why the offices are closed on a day.',
);

@ObjectType('Prefecture', { description: 'A prefecture, as in the national register.' })
export class PrefectureType {
  @Field(() => ID, { description: 'Code, two digits.' })
  id: string;

  @Field(() => ID, { description: 'Six-digit code; it also names the prefectural office as a place.' })
  lgcode: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Reading in hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => Float, { description: 'Latitude of the prefectural office, degrees.' })
  officeLat: number;

  @Field(() => Float, { description: 'Longitude of the prefectural office, degrees.' })
  officeLng: number;

  @Field(() => Int, { description: 'Residents in the Basic Resident Register.' })
  population: number;

  @Field(() => LocalDateScalar, { description: 'The date of that population.' })
  populationOn: string;
}

@ObjectType('Place', {
  description: 'A town office or the prefectural office: a base, or the goal of a visit.',
})
export class PlaceType {
  @Field(() => ID, { description: 'Six-digit code of the town or of the prefecture.' })
  id: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'Reading in hiragana.' })
  kana: string;

  @Field(() => Float, { description: 'Latitude of the office, degrees.' })
  officeLat: number;

  @Field(() => Float, { description: 'Longitude of the office, degrees.' })
  officeLng: number;
}

@ObjectType('OfficeClosure', { description: 'A day on which the offices are closed.' })
export class OfficeClosureType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => ClosureKindEnum, { description: 'Why.' })
  kind: ClosureKind;

  @Field({ description: 'Name of the day in Japanese.' })
  name: string;

  @Field({ description: 'Name of the day in English.' })
  nameEn: string;
}
