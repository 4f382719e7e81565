import { AUDIENCES, type Audience, SHEET_FIELDS, type SheetField } from '@banso/support';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';

export const AudienceEnum = enumOf(
  'Audience',
  AUDIENCES,
  'Who will read a request outside the platform: its own offices, other towns, or everybody.',
);
export const SheetFieldEnum = enumOf('SheetField', SHEET_FIELDS, 'A line of a request sheet.');

@ObjectType('SheetLine', { description: 'One line of a request sheet.' })
export class SheetLineType {
  @Field(() => SheetFieldEnum, { description: 'Which one.' })
  field: SheetField;

  @Field(() => String, {
    nullable: true,
    description: 'As this audience may have it; null when it is withheld, empty when there is nothing.',
  })
  value: string | null;
}

@ObjectType('RequestSheet', { description: 'A support request for readers outside the platform.' })
export class RequestSheetType {
  @Field(() => AudienceEnum, { description: 'For whom it was made.' })
  audience: Audience;

  @Field(() => [SheetLineType], { description: 'Its lines, in the order of a form.' })
  lines: SheetLineType[];

  @Field(() => Int, { description: 'Passages of free text that were blacked out; a person reads the rest.' })
  passages: number;
}
