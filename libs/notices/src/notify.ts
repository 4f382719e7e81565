import { randomUUID } from 'node:crypto';
import type { HubDuty } from '@banso/kernel';
import { enqueue, type Tx } from '@banso/platform';
import { settleNotices, spreadNotice } from './notice.jobs.js';
import { type NoticeFacts, noticeFacts } from './notice-facts.js';
import type { NoticeKind } from './notice-kinds.js';

/** Which record a notice leads to. */
export interface About {
  readonly type: AboutType;
  readonly id: string;
}
export const ABOUT_TYPES = [
  'SUPPORT_REQUEST',
  'CONSULTATION',
  'VISIT',
  'VISITS',
  'OFFER',
  'PLANNING_RUN',
  'AGREEMENT',
  'TRAVEL_CLAIM',
  'DATE_INQUIRY',
] as const;
export type AboutType = (typeof ABOUT_TYPES)[number];

/** Whom something is told: a specialist, a town's staff, hub staff by their duty, or one person. */
export type Audience =
  | { readonly specialistId: string }
  | { readonly municipalityId: string }
  | { readonly hubDuty: HubDuty }
  | { readonly accountId: string };

export interface Told {
  readonly kind: NoticeKind;
  readonly about: About;
  readonly to: Audience;
  readonly facts: NoticeFacts;
  /** The same key is told once, ever, within a prefecture. */
  readonly key: string;
}

/** In which prefecture something came about, and when; a `Change` says it. */
export interface Teller {
  readonly actor: { readonly prefectureId: string | null };
  readonly at: Date;
}

/**
 * Tells somebody of the actor's prefecture something, if and only if the transaction commits. Who that is in the end, the
 * inbox, mail and wording are background work.
 */
export async function notify(
  tx: Tx,
  { actor, at }: Teller,
  { kind, about, to, facts, key }: Told,
): Promise<void> {
  const { prefectureId } = actor;
  if (prefectureId === null) throw new Error('A notice belongs to a prefecture');
  const id = randomUUID();
  const told: unknown[] = await tx.query(
    `INSERT INTO notice (id, prefecture_id, kind, about_type, about_id, municipality_id, specialist_id, account_id, hub_duty, facts, key, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (prefecture_id, key) DO NOTHING RETURNING id`,
    [
      id,
      prefectureId,
      kind,
      about.type,
      about.id,
      'municipalityId' in to ? to.municipalityId : null,
      'specialistId' in to ? to.specialistId : null,
      'accountId' in to ? to.accountId : null,
      'hubDuty' in to ? to.hubDuty : null,
      JSON.stringify(noticeFacts.parse(facts)),
      key,
      at,
    ],
  );
  if (told.length > 0) await enqueue(tx, spreadNotice, { noticeId: id }, { prefectureId });
}

/**
 * What notices about a record asked for is done: they are closed in every inbox. Those of the same transaction stay, so
 * that one change may close the old ones and tell the new one. `kinds`: these alone.
 */
export async function noticesSettled(
  tx: Tx,
  { actor, at }: Teller,
  { type, id }: About,
  kinds: readonly NoticeKind[] | null = null,
): Promise<void> {
  const [began]: { at: string }[] = await tx.query('SELECT now()::text AS at');
  await enqueue(
    tx,
    settleNotices,
    {
      aboutType: type,
      aboutId: id,
      kinds: kinds && [...kinds],
      before: at.toISOString(),
      begun: began?.at ?? '',
    },
    { prefectureId: actor.prefectureId },
  );
}
