import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Specialist', { description: 'A specialist of the shared pool.' })
export class SpecialistType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Reading in hiragana.' })
  kana: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => ID, { description: 'Talent profile.' })
  profileId: string;

  @Field(() => ID, {
    description: 'Where the working day begins and ends: code of a town office or of the prefectural office.',
  })
  baseId: string;

  @Field({ description: 'Form of employment, in Japanese.' })
  employment: string;

  @Field({ description: 'Form of employment, in English.' })
  employmentEn: string;

  @Field(() => [String], { description: 'Ways of serving: ON_SITE, ONLINE.' })
  modes: string[];

  @Field(() => Int, { nullable: true, description: 'Guideline of days a month; a guide, not a limit.' })
  monthlyDays: number | null;

  @Field(() => [String], { description: 'Weekly working pattern, such as MON_AM.' })
  weekly: string[];

  @Field({ description: 'False for somebody who left the pool.' })
  active: boolean;
}
