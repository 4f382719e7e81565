import {
  IMPORT_KINDS,
  IMPORT_STATUSES,
  type ImportKind,
  type ImportStatus,
  ROW_OUTCOMES,
  ROW_STATES,
  type RowOutcome,
  type RowState,
} from '@banso/exchange';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { connectionOf } from '../page.graphql.js';

export const ImportKindEnum = enumOf('ImportKind', IMPORT_KINDS, 'What a table brings.');
export const ImportStatusEnum = enumOf('ImportStatus', IMPORT_STATUSES, 'Where an import stands.');
export const ImportRowStateEnum = enumOf('ImportRowState', ROW_STATES, 'Where a row of an import stands.');
export const ImportRowOutcomeEnum = enumOf('ImportRowOutcome', ROW_OUTCOMES, 'What becomes of a row.');

@ObjectType('ImportColumn', { description: 'What a column of a file may bring.' })
export class ImportColumnType {
  @Field({ description: 'Its own name.' })
  name: string;

  @Field({ description: 'What it is called, in your language.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'How to fill it in.' })
  hint: string | null;

  @Field({ description: 'Whether a file has to have it.' })
  needed: boolean;
}

@ObjectType('ImportMapping', { description: 'Which head of the file stands for a column.' })
export class ImportMappingType {
  @Field({ description: 'The column.' })
  column: string;

  @Field({ description: 'The head of the file.' })
  head: string;
}

@ObjectType('ImportCount', { description: 'How many rows there are of a kind.' })
export class ImportCountType {
  @Field(() => ImportRowStateEnum, { description: 'Where they stand.' })
  state: RowState;

  @Field(() => ImportRowOutcomeEnum, { description: 'What becomes of them.' })
  outcome: RowOutcome;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('ImportMessage', { description: 'What there is to say about a cell or a row.' })
export class ImportMessageType {
  @Field({ description: 'Whether the row is not taken in because of it.' })
  isError: boolean;

  @Field({ description: 'The sentence, in your language.' })
  text: string;
}

@ObjectType('ImportCell', { description: 'One cell of a row.' })
export class ImportCellType {
  @Field({ description: 'The column.' })
  column: string;

  @Field({ description: 'What it says: as it stood in the file, or as it was put right.' })
  value: string;

  @Field({ description: 'Whether somebody has put it right on the screen.' })
  isFixed: boolean;

  @Field(() => [ImportMessageType], { description: 'What there is to say about it.' })
  messages: ImportMessageType[];
}

@ObjectType('ImportRow', { description: 'A row of a file.' })
export class ImportRowType {
  @Field(() => Int, { description: 'As the file counts.' })
  no: number;

  @Field(() => ImportRowStateEnum, { description: 'Where it stands.' })
  state: RowState;

  @Field(() => ImportRowOutcomeEnum, { description: 'What becomes of it, or has become.' })
  outcome: RowOutcome;

  @Field(() => [ImportCellType], { description: 'The cells of the columns that are read.' })
  cells: ImportCellType[];

  @Field(() => [ImportMessageType], { description: 'What there is to say about the whole row.' })
  messages: ImportMessageType[];

  @Field(() => ID, { nullable: true, description: 'The record that it has become, or has changed.' })
  recordId: string | null;
}

export const ImportRowConnection = connectionOf(ImportRowType, 'ImportRow');

@ObjectType('TableImport', { description: 'A table that somebody brought.' })
export class TableImportType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ImportKindEnum, { description: 'What it brings.' })
  kind: ImportKind;

  @Field(() => ImportStatusEnum, { description: 'Where it stands.' })
  status: ImportStatus;

  @Field({ description: 'Name of the file.' })
  fileName: string;

  @Field({ description: 'XLSX, UTF8, CP932 or UTF16.' })
  encoding: string;

  @Field(() => [String], { description: 'The heads of the file.' })
  headers: string[];

  @Field({ description: 'Who brought it.' })
  requestedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was brought.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last taken in.' })
  appliedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it can be undone.' })
  undoUntil: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was undone.' })
  undoneAt: Date | null;
}

export const TableImportConnection = connectionOf(TableImportType, 'TableImport');

@ObjectType('SheetFile', { description: 'A table as a file.' })
export class SheetFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field({ description: 'The file, as base64.' })
  content: string;
}

@InputType({ description: 'Which head of the file stands for a column.' })
export class ImportMappingInput {
  @Field({ description: 'The column.' })
  column: string;

  @Field({ description: 'The head of the file.' })
  head: string;
}

@InputType({ description: 'A cell that was put right.' })
export class ImportFixInput {
  @Field(() => Int, { description: 'The row, as the file counts.' })
  no: number;

  @Field({ description: 'The column.' })
  column: string;

  @Field({ description: 'What it should say.' })
  value: string;
}
