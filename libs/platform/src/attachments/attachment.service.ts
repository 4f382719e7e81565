import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Actor, type Clock, DomainError, notFound, permit } from '@banso/kernel';
import { requireSeen } from '../audit/record-version.js';
import type { Db, Tx } from '../db.js';
import { log } from '../log.js';
import { enqueue } from '../outbox.js';
import type { AttachmentOwner, FileOwner } from './attachment-owner.js';
import { Attachment } from './attachment.entity.js';
import { scanAttachment } from './attachment.jobs.js';
import { assertRoom, attachmentsOf, findAttachment, lockRoom, type OwnerRef } from './attachment.queries.js';
import { kindOf } from './file-content.js';
import type { FileKeeping } from './file-keeping.js';
import type { FileKind } from './file-kinds.js';
import { parseName } from './file-name.js';
import { FileGone, type SpooledFile, StoreAway } from './file-store.js';
import { photoPieces } from './photo-pieces.js';

/** A file on its way in. */
export interface Upload {
  readonly name: unknown;
  readonly content: AsyncIterable<Buffer>;
  /** The client's number of this wish: sent again with it, it is kept once. */
  readonly key: string | null;
}

export interface AttachmentFolder {
  readonly files: readonly Attachment[];
  readonly owner: FileOwner;
}

interface Settings {
  readonly owners: readonly AttachmentOwner[];
  /** What all files of a prefecture may come to, in bytes. */
  readonly mostOfPrefecture: number;
}

/** What is known of a file once it lies in the store. */
interface Kept {
  readonly name: string;
  readonly kind: FileKind;
  readonly storedAs: string;
  readonly file: SpooledFile;
}

/** Files of records: whoever may read the record may read them. */
export class AttachmentService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly keeping: FileKeeping,
    private readonly settings: Settings,
  ) {}

  list(actor: Actor, ref: OwnerRef): Promise<AttachmentFolder> {
    return this.db.read(actor, async (tx) => {
      const owner = await this.ownerOf(tx, actor, ref);
      return { files: await attachmentsOf(tx, ref), owner };
    });
  }

  /** Refuses early what would be refused late: before a body is read. */
  assertMayAdd(actor: Actor, ref: OwnerRef): Promise<void> {
    return this.db.read(actor, async (tx) => {
      permit((await this.ownerOf(tx, actor, ref)).mayAdd);
      await assertRoom(tx, actor, ref, { more: 0, mostOfPrefecture: this.settings.mostOfPrefecture });
    });
  }

  /** First the file is kept, then the row: no row ever points to nothing. What is left without one is swept. */
  async add(actor: Actor, ref: OwnerRef, { name: given, content, key }: Upload): Promise<Attachment> {
    const name = parseName(given);
    const taken = await this.keeping.spool.take(content);
    let file = taken;
    try {
      const kind = await kindOf(taken, name);
      const pieces = await photoPieces(kind, taken);
      if (pieces) file = await this.keeping.spool.rewrite(taken, pieces);
      const storedAs = randomUUID();
      await asked(this.keeping.store.put(storedAs, file));
      return await this.enter(withWish(actor, key, { ...ref, name, sha256: taken.sha256 }), ref, {
        name,
        kind,
        storedAs,
        file,
      });
    } finally {
      await this.keeping.spool.discard(taken);
      await this.keeping.spool.discard(file);
    }
  }

  /** A file that the actor may have, opened. */
  async open(
    actor: Actor,
    id: string,
  ): Promise<{ readonly attachment: Attachment; readonly content: Readable }> {
    const attachment = await this.db.read(actor, async (tx) => {
      const found = await findAttachment(tx, id);
      await this.ownerOfFile(tx, actor, found);
      found.assertHandedOut(this.keeping.scanner !== null);
      return found;
    });
    try {
      return { attachment, content: await asked(this.keeping.store.open(attachment.storedAs)) };
    } catch (error) {
      if (!(error instanceof FileGone)) throw error;
      log.error({ attachmentId: attachment.id }, 'attachment.gone');
      throw new DomainError('NOT_FOUND', 'attachment.gone');
    }
  }

  rename(actor: Actor, id: string, { name, seen }: { name: string; seen: string }): Promise<Attachment> {
    return this.db.write(actor, async (tx) => {
      const attachment = await this.take(tx, actor, id);
      await requireSeen(tx, actor, {
        entity: Attachment,
        id: attachment.id,
        version: seen,
        properties: ['name'],
      });
      attachment.rename(parseName(name));
      return tx.save(Attachment, attachment);
    });
  }

  /** The row goes at once; the database asks for the object to follow. */
  remove(actor: Actor, id: string): Promise<Attachment> {
    return this.db.write(actor, async (tx) => {
      const attachment = await this.take(tx, actor, id);
      await tx.delete(Attachment, { id: attachment.id });
      return attachment;
    });
  }

  private async enter(
    actor: Actor,
    ref: OwnerRef,
    { name, kind, storedAs, file }: Kept,
  ): Promise<Attachment> {
    try {
      const attachment = await this.db.write(actor, async (tx) => {
        const owner = await this.ownerOf(tx, actor, ref);
        permit(owner.mayAdd);
        await lockRoom(tx, owner.prefectureId);
        await assertRoom(tx, actor, ref, {
          more: file.bytes,
          mostOfPrefecture: this.settings.mostOfPrefecture,
        });
        const row = Object.assign(new Attachment(), {
          ...ref,
          id: randomUUID(),
          prefectureId: owner.prefectureId,
          municipalityId: owner.municipalityId,
          specialistId: owner.specialistId,
          name,
          kind,
          bytes: file.bytes,
          sha256: file.sha256,
          storedAs,
          scan: 'NOT_SCANNED',
          scannedAt: null,
          addedBy: actor.accountId,
          addedByName: actor.name,
          addedRole: actor.role,
          addedAt: this.clock.now(),
        } as const);
        await tx.insert(Attachment, row);
        if (this.keeping.scanner)
          await enqueue(tx, scanAttachment, { attachmentId: row.id }, { prefectureId: row.prefectureId });
        return row;
      });
      // The same wish again: the first one's file is the one that counts.
      if (attachment.storedAs !== storedAs) await this.letGo(storedAs);
      return attachment;
    } catch (error) {
      // Refused for certain. Of anything else nobody knows whether the row is there: the sweep will see.
      if (error instanceof DomainError) await this.letGo(storedAs);
      throw error;
    }
  }

  private async letGo(storedAs: string): Promise<void> {
    await this.keeping.store.remove(storedAs).catch(() => log.warn({ storedAs }, 'attachment.left-over'));
  }

  private async take(tx: Tx, actor: Actor, id: string): Promise<Attachment> {
    const attachment = await findAttachment(tx, id);
    const owner = await this.ownerOfFile(tx, actor, attachment);
    permit(owner.mayChange(attachment));
    return attachment;
  }

  private ownerOf(tx: Tx, actor: Actor, { ownerType, ownerId }: OwnerRef): Promise<FileOwner> {
    const owner = this.settings.owners.find(({ type }) => type === ownerType);
    if (!owner) throw notFound('attachment');
    return owner.find(tx, actor, ownerId);
  }

  /** A record that the actor cannot see has no files for them. */
  private async ownerOfFile(tx: Tx, actor: Actor, attachment: Attachment): Promise<FileOwner> {
    try {
      return await this.ownerOf(tx, actor, attachment);
    } catch (error) {
      throw error instanceof DomainError && error.code === 'NOT_FOUND' ? notFound('attachment') : error;
    }
  }
}

function withWish(actor: Actor, key: string | null, args: object): Actor {
  if (actor.role === 'SYSTEM') return actor;
  return { ...actor, wish: key ? { key, operation: 'addAttachment', args: JSON.stringify(args) } : null };
}

/** A store that does not answer is no bug: it passes. */
async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    log.warn({ store: error.message }, 'attachment.store-away');
    throw new DomainError('CONFLICT', 'attachment.store-away');
  }
}
