import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Skill', { description: 'One item of the skill catalogue.' })
export class SkillType {
  @Field(() => ID, { description: 'Identifier, such as GOV-07.' })
  id: string;

  @Field({ description: 'DSS-P (national standard) or GOV (of public administration).' })
  scheme: string;

  @Field({ description: 'Category in Japanese.' })
  category: string;

  @Field({ description: 'Category in English.' })
  categoryEn: string;

  @Field({ description: 'Subcategory in Japanese.' })
  subcategory: string;

  @Field({ description: 'Subcategory in English.' })
  subcategoryEn: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;
}

@ObjectType('TalentProfile', {
  description: 'One of the four kinds of digital talent of the national standard.',
})
export class TalentProfileType {
  @Field(() => ID, { description: 'Identifier, such as SERVICE_DESIGNER.' })
  id: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'What such a person does, in Japanese.' })
  summary: string;

  @Field({ description: 'What such a person does, in English.' })
  summaryEn: string;
}

@ObjectType('TroubleGroup', {
  description: 'A group of themes, in words in which a town meets its troubles.',
})
export class TroubleGroupType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'Its place among the groups, 1 first.' })
  position: number;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;
}

@ObjectType('ThemeNeed', { description: 'A skill that a theme calls for.' })
export class ThemeNeedType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'How deep, 1 to 4.' })
  level: number;

  @Field({ description: 'Whether the theme cannot be supported without it.' })
  essential: boolean;
}
