import { type Actor, DomainError } from '@banso/kernel';
import type { ImportKind } from './import-kinds.js';

/** Changes when the columns of the book do. */
const VERSION = '1';
const MARK = 'banso-kit';

/** 閉域用ブック: a workbook that a town fills in where it has no connection, and that comes back by whatever way. */
export interface OfflineKit {
  readonly kind: ImportKind;
  readonly municipalityId: string;
}

/** What the book carries unseen: for whom it was made, and which version of it. */
export const kitKey = ({ kind, municipalityId }: OfflineKit): string =>
  [MARK, VERSION, kind, municipalityId].join(':');

/**
 * Whose book it is; null for a table that is none of ours.
 * @throws DomainError for a book of another version, of another kind of table, or of another town than the reader's
 */
export function kitOf(key: string | null, actor: Actor, kind: ImportKind): OfflineKit | null {
  const [mark, version, ofKind, municipalityId = ''] = (key ?? '').split(':');
  if (mark !== MARK) return null;
  if (version !== VERSION) throw new DomainError('BAD_INPUT', 'kit.other-version');
  if (ofKind !== kind) throw new DomainError('BAD_INPUT', 'kit.other-kind');
  const isForeign =
    (actor.role === 'MUNICIPALITY_STAFF' && actor.municipalityId !== municipalityId) ||
    municipalityId.slice(0, 2) !== actor.prefectureId;
  if (isForeign) throw new DomainError('BAD_INPUT', 'kit.other-town', { code: municipalityId });
  return { kind, municipalityId };
}
