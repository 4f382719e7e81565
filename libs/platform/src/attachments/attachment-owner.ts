import type { Actor } from '@banso/kernel';
import type { Tx } from '../db.js';
import type { Attachment, AttachmentOwnerType } from './attachment.entity.js';

/** A record that files hang on, as one actor has it before them. */
export interface FileOwner {
  readonly prefectureId: string;
  /** The town whose record it is, for the rows of its files. */
  readonly municipalityId: string | null;
  /** Whose report or claim it is; or the specialist who adds something to what they answer. */
  readonly specialistId: string | null;
  readonly mayAdd: boolean;
  /** Take it away or name it anew. */
  readonly mayChange: (file: Pick<Attachment, 'addedRole'>) => boolean;
}

/** One kind of record with files. Whoever can load the record may read its files. */
export interface AttachmentOwner {
  readonly type: AttachmentOwnerType;
  /** @throws DomainError NOT_FOUND for what the actor cannot see */
  readonly find: (tx: Tx, actor: Actor, id: string) => Promise<FileOwner>;
}
