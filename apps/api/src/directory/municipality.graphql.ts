import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';

@ObjectType('Municipality', {
  description: 'A city, town, village or special ward, as in the national register.',
})
export class MunicipalityType {
  @Field(() => ID, { description: 'Local government code: six digits, the last a check digit.' })
  id: string;

  @Field(() => ID, { description: 'Code of its prefecture, two digits.' })
  prefectureId: string;

  @Field(() => String, { nullable: true, description: 'District (郡) of a town or village.' })
  district: string | null;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Reading in hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'designated_city, city, special_ward, town or village.' })
  kind: string;

  @Field(() => Float, { description: 'Latitude of the main office, degrees.' })
  officeLat: number;

  @Field(() => Float, { description: 'Longitude of the main office, degrees.' })
  officeLng: number;

  @Field(() => Int, { description: 'Residents in the Basic Resident Register.' })
  population: number;

  @Field(() => LocalDateScalar, { description: 'The date of that population.' })
  populationOn: string;

  @Field({ description: 'main, fixed_link (joined by a bridge) or none (ferry or air only).' })
  roadLink: string;
}
