import {
  ALL_FILE_KINDS,
  ATTACHMENT_OWNERS,
  type FileKind,
  SCAN_STATES,
  type ScanState,
} from '@banso/platform';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';

export const AttachmentOwnerEnum = enumOf(
  'AttachmentOwner',
  ATTACHMENT_OWNERS,
  'Records that files may be put to.',
);
export const FileKindEnum = enumOf('FileKind', ALL_FILE_KINDS, 'What a file is, by its content.');
export const ScanStateEnum = enumOf('ScanState', SCAN_STATES, 'What the virus scanner says of a file.');

@ObjectType('Attachment', { description: 'A file that was put to a record; fetched from `/files/<id>`.' })
export class AttachmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name, as given.' })
  name: string;

  @Field(() => FileKindEnum, { description: 'What it is, by its content.' })
  kind: FileKind;

  @Field(() => Int, { description: 'Its size in bytes.' })
  bytes: number;

  @Field(() => ScanStateEnum, { description: 'What the virus scanner says of it.' })
  scan: ScanState;

  @Field(() => GraphQLISODateTime, { description: 'When it was added.' })
  addedAt: Date;

  @Field({ description: 'Who added it.' })
  addedByName: string;
}

@ObjectType('AttachmentFolder', { description: 'The files of a record.' })
export class AttachmentFolderType {
  @Field(() => ID, { description: 'The record.' })
  id: string;

  @Field(() => [AttachmentType], { description: 'Its files, in the order in which they came.' })
  files: readonly AttachmentType[];

  @Field(() => [ID], { description: 'Those that you may take away or rename.' })
  changeable: readonly string[];

  @Field({ description: 'Whether you may add one.' })
  mayAdd: boolean;

  @Field(() => Int, { description: 'How many files it may have.' })
  mostFiles: number;

  @Field(() => Int, { description: 'How large one may be, in bytes.' })
  mostBytes: number;
}
