import { LIST_NAMES } from '@banso/exchange';
import { SHEET_FORMATS } from '@banso/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@banso/kernel';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';

export const ListNameEnum = enumOf('ListName', LIST_NAMES, 'A list of a screen.');
export const SheetFormatEnum = enumOf(
  'SheetFormat',
  SHEET_FORMATS,
  'CSV is UTF-8 with a byte order mark; CSV_CP932 what older office software reads.',
);

@ObjectType('SheetCharacter', { description: 'A character that a file does not hold as it is.' })
export class SheetCharacterType {
  @Field(() => Int, { description: 'The row, counted from 1 with the heads.' })
  row: number;

  @Field({ description: 'The head of the column.' })
  head: string;

  @Field({ description: 'The character.' })
  character: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is written instead; null: there is nothing like it.',
  })
  written: string | null;
}

@ObjectType('ListFile', { description: 'A list as a file.' })
export class ListFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field(() => Int, { description: 'How many rows.' })
  rows: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The file, as base64; null where characters would be lost and nobody has said that they may.',
  })
  content: string | null;

  @Field(() => [SheetCharacterType], {
    description: 'Characters that are not there as they were, at most 200.',
  })
  characters: SheetCharacterType[];

  @Field(() => Int, { description: 'How many such characters there are altogether.' })
  characterCount: number;
}

@InputType({ description: 'As the screen filters; what a list does not know is refused.' })
export class ListFilterInput {
  @Field(() => [String], { nullable: true, description: 'States.' })
  statuses?: string[];

  @Field(() => ID, { nullable: true, description: 'A town.' })
  municipalityId?: string;

  @Field(() => ID, { nullable: true, description: 'A theme.' })
  themeId?: string;

  @Field(() => ID, { nullable: true, description: 'A specialist.' })
  specialistId?: string;

  @Field(() => ID, { nullable: true, description: 'A request.' })
  supportRequestId?: string;

  @Field(() => ID, { nullable: true, description: 'A kind of expert.' })
  profileId?: string;

  @Field(() => ID, { nullable: true, description: 'A skill.' })
  skillId?: string;

  @Field(() => ID, { nullable: true, description: 'An agreement.' })
  agreementId?: string;

  @Field(() => ID, { nullable: true, description: 'A body.' })
  partyId?: string;

  @Field(() => ID, { nullable: true, description: 'A placement.' })
  placementId?: string;

  @Field(() => String, { nullable: true, description: 'A kind of agreement.' })
  agreementKind?: string;

  @Field(() => String, { nullable: true, description: 'A kind of body.' })
  partyKind?: string;

  @Field(() => String, { nullable: true, description: 'On site or online.' })
  mode?: string;

  @Field(() => String, { nullable: true, description: 'Words.' })
  search?: string;

  @Field({ nullable: true, description: 'The oldest first.' })
  oldestFirst?: boolean;

  @Field(() => String, { nullable: true, description: 'By what the list is sorted, as on its screen.' })
  sortBy?: string;

  @Field({ nullable: true, description: 'The last first.' })
  descending?: boolean;

  @Field({ nullable: true, description: 'Only what waits for the hub.' })
  escalated?: boolean;

  @Field({ nullable: true, description: 'Only those in the pool, or only those who left.' })
  active?: boolean;

  @Field({ nullable: true, description: 'Also what has ended.' })
  ended?: boolean;

  @Field(() => Int, { nullable: true, description: 'A fiscal year, from April.' })
  fiscalYear?: number;

  @Field(() => String, { nullable: true, description: 'How far towns have been reached.' })
  reach?: string;

  @Field(() => String, { nullable: true, description: 'Towns of a size.' })
  size?: string;

  @Field(() => String, { nullable: true, description: 'For what was waited.' })
  wait?: string;

  @Field(() => String, { nullable: true, description: 'Where a wait stands.' })
  state?: string;

  @Field(() => String, { nullable: true, description: 'Tax lines that lack this.' })
  lack?: string;

  @Field(() => String, { nullable: true, description: 'What became of next steps.' })
  end?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'From this day.' })
  from?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'To this day.' })
  to?: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only where an answer was expected before this day and has not come.',
  })
  unansweredOn?: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only what fell away at short notice from this day on.',
  })
  gapFrom?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On this day.' })
  on?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of a month.' })
  month?: LocalDate;
}
