import { type Actor, DomainError, knownId, notFound } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '../db.js';
import { ATTACHMENT_LIMITS } from './attachment-limits.js';
import { Attachment, type AttachmentOwnerType } from './attachment.entity.js';

export interface OwnerRef {
  readonly ownerType: AttachmentOwnerType;
  readonly ownerId: string;
}

/** Of an owner that the caller has already been allowed to see; in the order in which they came. */
export const attachmentsOf = (tx: Tx, { ownerType, ownerId }: OwnerRef): Promise<Attachment[]> =>
  tx.find(Attachment, { where: { ownerType, ownerId }, order: { addedAt: 'ASC', id: 'ASC' } });

/** Whether it is the actor's business is still to be asked of its owner. */
export async function findAttachment(tx: Tx, id: string): Promise<Attachment> {
  const found = await tx.findOneBy(Attachment, { id: knownId('attachment', id) });
  if (!found) throw notFound('attachment');
  return found;
}

/** Of several at once, one after the other: the last place is given once. */
export async function lockRoom(tx: Tx, prefectureId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('attachment'), hashtext($1))`, [prefectureId]);
}

/** @throws DomainError when the record, or all of the prefecture's files together, would be too many */
export async function assertRoom(
  tx: Tx,
  actor: Actor,
  owner: OwnerRef,
  { more, mostOfPrefecture }: { readonly more: number; readonly mostOfPrefecture: number },
): Promise<void> {
  const { ownerType, ownerId } = owner;
  // Also those that the actor cannot see: a sum is all that comes back.
  const [used] = await beyondOwnRows(tx, () =>
    tx.query<{ files: number; bytes: string }[]>(
      `SELECT count(*) FILTER (WHERE owner_type = $2 AND owner_id = $3)::int AS files, coalesce(sum(bytes), 0) AS bytes
       FROM attachment WHERE prefecture_id = $1`,
      [actor.prefectureId, ownerType, ownerId],
    ),
  );
  if ((used?.files ?? 0) >= ATTACHMENT_LIMITS.files)
    throw new DomainError('CONFLICT', 'attachment.too-many', { limit: ATTACHMENT_LIMITS.files });
  if (Number(used?.bytes ?? 0) + more > mostOfPrefecture)
    throw new DomainError('CONFLICT', 'attachment.prefecture-full', {
      limitMb: Math.floor(mostOfPrefecture / 1024 / 1024),
    });
}
