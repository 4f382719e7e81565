import { type HubStaff, knownId, notFound } from '@banso/kernel';
import { type ErasedPerson, everywhere, namesIn, type Tx } from '@banso/platform';
import { labelsOf, PersonErasure, type Subject } from './person-erasure.entity.js';

/** Somebody who is there no more and is still named. */
export interface FormerPerson {
  /** The membership that ended last, or the specialist: what an erasure is asked for by. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly role: 'HUB_STAFF' | 'MUNICIPALITY_STAFF' | 'SPECIALIST';
  readonly municipalityId: string | null;
  /** When they left; null for a specialist without an account, of whom nobody noted it. */
  readonly leftAt: Date | null;
}

/** A membership of this prefecture or a specialist of its pool: whom it belongs to, in both parts. */
export async function subjectOf(tx: Tx, { prefectureId }: HubStaff, id: string): Promise<Subject> {
  const [found]: Subject[] = await tx.query(
    `SELECT m.account_id AS "accountId", coalesce(m.specialist_id, (SELECT o.specialist_id FROM membership o
         WHERE o.account_id = m.account_id AND o.prefecture_id = m.prefecture_id AND o.specialist_id IS NOT NULL
         ORDER BY o.id LIMIT 1)) AS "specialistId"
       FROM membership m WHERE (m.id = $1 OR m.specialist_id = $1) AND m.prefecture_id = $2
     UNION ALL
     SELECT NULL, s.id FROM specialist s WHERE s.id = $1 AND s.prefecture_id = $2
       AND NOT EXISTS (SELECT FROM membership m WHERE m.specialist_id = s.id) LIMIT 1`,
    [knownId('person', id), prefectureId],
  );
  if (!found) throw notFound('person');
  return found;
}

/** The erasure that was done already, if it was; a specialist may have had several accounts, one after the other. */
export const erasureOf = (
  tx: Tx,
  { prefectureId }: HubStaff,
  { accountId, specialistId }: Subject,
): Promise<PersonErasure | null> =>
  tx.findOneBy(
    PersonErasure,
    accountId === null ? { prefectureId, specialistId: specialistId ?? '' } : { prefectureId, accountId },
  );

/** What is left to erase: not the specialist, where that went with another account. */
export async function leftOf(tx: Tx, { prefectureId }: HubStaff, subject: Subject): Promise<Subject> {
  const { specialistId } = subject;
  if (specialistId === null) return subject;
  const isDone = await tx.existsBy(PersonErasure, { prefectureId, specialistId });
  return isDone ? { ...subject, specialistId: null } : subject;
}

/** The next number of the prefecture; whoever asks holds its lock. */
export async function nextNumber(tx: Tx, prefectureId: string): Promise<number> {
  const [row]: { next: number }[] = await tx.query(
    'SELECT coalesce(max(number), 0)::int + 1 AS next FROM person_erasure WHERE prefecture_id = $1',
    [prefectureId],
  );
  return row?.next ?? 1;
}

/** Their names, and whether the account goes on in a prefecture that has not erased it. For background work. */
export async function personOf(
  tx: Tx,
  { prefectureId }: HubStaff,
  subject: Subject,
  number: number,
): Promise<ErasedPerson> {
  const names: (string | null)[][] = [];
  const [account]: { words: string[]; kept: boolean }[] = await everywhere(tx, () =>
    tx.query(
      `SELECT ARRAY[a.display_name, a.name_en, a.login_id] AS words,
         EXISTS (SELECT FROM membership m WHERE m.account_id = a.id AND m.prefecture_id <> $2
           AND (m.ended_at IS NULL OR NOT EXISTS (SELECT FROM person_erasure e
             WHERE e.account_id = a.id AND e.prefecture_id = m.prefecture_id))) AS kept
       FROM account a WHERE a.id = $1`,
      [subject.accountId, prefectureId],
    ),
  );
  names.push(account?.words ?? []);
  const [specialist]: { words: string[] }[] = await tx.query(
    'SELECT ARRAY[name, kana, name_en] AS words FROM specialist WHERE id = $1 AND prefecture_id = $2',
    [subject.specialistId, prefectureId],
  );
  names.push(specialist?.words ?? []);
  return {
    ...subject,
    prefectureId,
    names: namesIn(names.flat()),
    ...labelsOf(number),
    accountKept: account?.kept ?? false,
  };
}

/** Everybody of the prefecture who has left and is not erased, the last first. For background work. */
export const formerPeople = (tx: Tx, { prefectureId }: HubStaff): Promise<FormerPerson[]> =>
  tx.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (m.account_id) m.id, a.display_name AS name, a.name_en AS "nameEn", m.role,
         m.municipality_id AS "municipalityId", m.ended_at AS "leftAt"
       FROM membership m JOIN account a ON a.id = m.account_id
       WHERE m.prefecture_id = $1
         AND NOT EXISTS (SELECT FROM membership o WHERE o.account_id = m.account_id AND o.prefecture_id = $1
           AND o.ended_at IS NULL)
         AND NOT EXISTS (SELECT FROM person_erasure e WHERE e.prefecture_id = $1 AND e.account_id = m.account_id)
       ORDER BY m.account_id, m.ended_at DESC) staff
     UNION ALL
     SELECT s.id, s.name, s.name_en, 'SPECIALIST', NULL, NULL FROM specialist s
     WHERE s.prefecture_id = $1 AND NOT s.active
       AND NOT EXISTS (SELECT FROM membership m WHERE m.specialist_id = s.id)
       AND NOT EXISTS (SELECT FROM person_erasure e WHERE e.prefecture_id = $1 AND e.specialist_id = s.id)
     ORDER BY "leftAt" DESC NULLS LAST, id LIMIT 200`,
    [prefectureId],
  );
