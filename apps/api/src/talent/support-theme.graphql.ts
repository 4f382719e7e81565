import type { ThemeMode } from '@banso/talent';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SupportModeEnum } from '../support/support-request.graphql.js';

@ObjectType('SupportTheme', { description: 'One of the twenty themes of support that a town may choose.' })
export class SupportThemeType {
  @Field(() => ID, { description: 'T01 to T20.' })
  id: string;

  @Field(() => ID, { description: 'The group of troubles that it belongs to.' })
  groupId: string;

  @Field(() => ID, { description: 'The talent profile that usually helps.' })
  profileId: string;

  @Field({ description: 'Name in Japanese.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => SupportModeEnum, { description: 'Usual form of support.' })
  mode: ThemeMode;

  @Field(() => Int, { description: 'Usual number of visits.' })
  visits: number;

  @Field(() => Int, { description: 'Usual length of a visit, minutes.' })
  visitMinutes: number;

  @Field(() => Int, { description: 'Usual days between two visits.' })
  minGapDays: number;

  @Field({ description: 'Whether interests must be checked before a specialist is named.' })
  conflictCheck: boolean;

  @Field({ description: 'The trouble as a clerk would say it, in Japanese.' })
  trouble: string;

  @Field({ description: 'The trouble as a clerk would say it, in English.' })
  troubleEn: string;

  @Field({ description: 'A text to start from, in Japanese.' })
  example: string;

  @Field({ description: 'A text to start from, in English.' })
  exampleEn: string;

  @Field(() => [String], { description: 'Lines to start a request from, in Japanese.' })
  points: string[];

  @Field(() => [String], { description: 'Lines to start a request from, in English.' })
  pointsEn: string[];

  @Field(() => [String], { description: 'What a town has ready when somebody comes, in Japanese.' })
  prepare: string[];

  @Field(() => [String], { description: 'What a town has ready when somebody comes, in English.' })
  prepareEn: string[];
}
