import { placesByIds } from '@banso/directory';
import { type Change, groupBy } from '@banso/kernel';
import {
  type Audience,
  noticesSettled,
  type NoticeLine,
  type NoticeKind,
  notify,
  type Teller,
} from '@banso/notices';
import type { Tx } from '@banso/platform';
import type { Visit } from './visit.entity.js';

/** One visit that is not as it was. */
export interface ChangedVisit {
  readonly visit: Visit;
  readonly change: NonNullable<NoticeLine['change']>;
  /** When it was to begin before it was moved. */
  readonly was?: Date;
}

const KIND = {
  NEW: 'VISIT_PUBLISHED',
  MOVED: 'VISIT_MOVED',
  CANCELLED: 'VISIT_CANCELLED',
} as const satisfies Readonly<Record<ChangedVisit['change'], NoticeKind>>;
const ABOUT_VISITS = Object.values(KIND);

/**
 * Tells towns and specialists what is different for them: each one notice for all of their visits that one change
 * touches. `key`: what happened, once. `except`: whose own doing it was.
 */
export async function tellOfVisits(
  tx: Tx,
  teller: Teller,
  key: string,
  changed: readonly ChangedVisit[],
  { except = null, note = null }: { readonly except?: string | null; readonly note?: string | null } = {},
): Promise<void> {
  if (changed.length === 0) return;
  const words = await wordsOf(tx, changed);
  // What was said of these visits before holds no longer.
  for (const { visit, change } of changed)
    if (change !== 'NEW') await noticesSettled(tx, teller, { type: 'VISIT', id: visit.id }, ABOUT_VISITS);
  const byTown = groupBy(changed, ({ visit }) => visit.municipalityId);
  for (const [municipalityId, visits] of byTown)
    if (municipalityId !== except)
      await tellOne(tx, teller, { key, visits, words, note, to: { municipalityId } });
  const bySpecialist = groupBy(changed, ({ visit }) => visit.specialistId);
  for (const [specialistId, visits] of bySpecialist)
    if (specialistId !== except)
      await tellOne(tx, teller, { key, visits, words, note, to: { specialistId } });
}

interface One {
  readonly key: string;
  readonly visits: readonly ChangedVisit[];
  readonly words: (changed: ChangedVisit, withPerson: boolean) => NoticeLine;
  /** A line of whoever publishes. */
  readonly note: string | null;
  readonly to: Audience;
}

async function tellOne(tx: Tx, teller: Teller, { key, visits, words, note, to }: One): Promise<void> {
  const sorted = [...visits].sort((a, b) => +a.visit.startsAt - +b.visit.startsAt);
  const [first] = sorted;
  if (!first) return;
  const withPerson = 'municipalityId' in to;
  const said = { to, key: `${key}:${Object.values(to).join('')}` };
  if (sorted.length === 1) {
    const facts = withoutChange(words(first, withPerson));
    await notify(tx, teller, {
      ...said,
      kind: KIND[first.change],
      about: { type: 'VISIT', id: first.visit.id },
      facts: { ...facts, note },
    });
    return;
  }
  const lines = sorted.map((one) => words(one, withPerson));
  const { place } = words(first, withPerson);
  await notify(tx, teller, {
    ...said,
    kind: 'PLAN_PUBLISHED',
    about: { type: 'VISITS', id: key },
    facts: { count: lines.length, lines: lines.slice(0, 60), note, ...(withPerson && { place }) },
  });
}

/** Of a single visit the kind of the notice says what became of it. */
const withoutChange = ({ number, place, startsAt, endsAt, wasAt, person }: NoticeLine): NoticeLine => ({
  number,
  place,
  startsAt,
  endsAt,
  wasAt,
  person,
});

/** How a visit is said: number, time, place, and to the town who comes. */
async function wordsOf(tx: Tx, changed: readonly ChangedVisit[]): Promise<One['words']> {
  const visits = changed.map(({ visit }) => visit);
  const numbers: { id: string; number: string | null }[] = await tx.query(
    'SELECT id, number FROM support_request WHERE id = ANY ($1)',
    [visits.map(({ supportRequestId }) => supportRequestId)],
  );
  const places = await placesByIds(
    tx,
    visits.map(({ municipalityId }) => municipalityId),
  );
  const people: { id: string; name: string }[] = await tx.query(
    'SELECT id, name FROM specialist WHERE id = ANY ($1)',
    [visits.map(({ specialistId }) => specialistId)],
  );
  const person = new Map(people.map((row) => [row.id, row.name]));
  const number = new Map(numbers.map((row) => [row.id, row.number]));
  const place = new Map(places.map((row) => [row.id, row.name]));
  return ({ visit, change, was }, withPerson) => ({
    change,
    number: number.get(visit.supportRequestId) ?? null,
    startsAt: visit.startsAt.toISOString(),
    endsAt: visit.endsAt.toISOString(),
    wasAt: was && +was !== +visit.startsAt ? was.toISOString() : null,
    place: `${place.get(visit.municipalityId) ?? ''}${visit.mode === 'ONLINE' ? '（オンライン）' : ''}`,
    person: withPerson ? (person.get(visit.specialistId) ?? null) : null,
  });
}

/** One visit is called off: whoever did it knows; a specialist who cannot come leaves the hub to find another way. */
export async function tellOfCallOff(tx: Tx, visit: Visit, { actor, at }: Change): Promise<void> {
  const own = actor.role === 'SPECIALIST' ? actor.specialistId : null;
  const teller = { actor: { prefectureId: visit.prefectureId }, at };
  const key = `called-off:${visit.id}:${at.toISOString()}`;
  const cancelled = [{ visit, change: 'CANCELLED' as const }];
  await tellOfVisits(tx, teller, key, cancelled, { except: own });
  // Of what falls away at short notice the hub hears in words of its own.
  if (own === null || visit.gap === 'OPEN') return;
  const words = await wordsOf(tx, cancelled);
  await notify(tx, teller, {
    kind: 'VISIT_DECLINED',
    about: { type: 'VISIT', id: visit.id },
    to: { hubDuty: 'COORDINATOR' },
    facts: cancelled.map((one) => withoutChange(words(one, true)))[0] ?? {},
    key,
  });
}

/** Whoever comes has said yes: the town may prepare, and nobody is asked any more. */
export async function tellOfAcceptance(tx: Tx, visit: Visit, { at }: Change): Promise<void> {
  const teller = { actor: { prefectureId: visit.prefectureId }, at };
  const accepted = { visit, change: 'NEW' as const };
  const words = await wordsOf(tx, [accepted]);
  await noticesSettled(tx, teller, { type: 'VISIT', id: visit.id }, ABOUT_VISITS);
  await notify(tx, teller, {
    kind: 'VISIT_CONFIRMED',
    about: { type: 'VISIT', id: visit.id },
    to: { municipalityId: visit.municipalityId },
    facts: withoutChange(words(accepted, true)),
    key: `confirmed:${visit.id}:${at.toISOString()}`,
  });
}

/** The yes was a mistake: the town is not told of it in the digest of the day. */
export async function tellOfNoAcceptance(tx: Tx, visit: Visit, { at }: Change): Promise<void> {
  const teller = { actor: { prefectureId: visit.prefectureId }, at };
  await noticesSettled(tx, teller, { type: 'VISIT', id: visit.id }, ['VISIT_CONFIRMED']);
}
