import type { Clock } from '@banso/kernel';
import {
  type Db,
  type FileKeeping,
  type Handling,
  long,
  removeStoredFile,
  removeStoredFileHandler,
  scanAttachment,
  scanAttachmentHandler,
  sweepAttachments,
  sweepAttachmentsHandler,
} from '@banso/platform';

/** What is done in the store of files: none of it inside a transaction. */
export const attachmentHandlings = (files: FileKeeping, db: Db, clock: Clock): readonly Handling[] => [
  long(removeStoredFile, removeStoredFileHandler(files)),
  long(scanAttachment, scanAttachmentHandler(files, clock)),
  long(sweepAttachments, sweepAttachmentsHandler(files, db, clock)),
];
