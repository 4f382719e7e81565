import type { Actor } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { saveVisits } from '../visit.queries.js';
import { Visit } from '../visit.entity.js';
import { arrangeTravel } from '../visit-travel.js';

/** Slots that are held for a town keep their specialists' time from now on, the ways included. */
export async function holdVisits(tx: Tx, actor: Actor, visits: readonly Visit[]): Promise<void> {
  await tx.query('SET CONSTRAINTS visit_one_place_at_a_time DEFERRED');
  await saveVisits(tx, await arrangeTravel(tx, actor, visits));
  await saveVisits(tx, visits);
  await tx.query('SET CONSTRAINTS visit_one_place_at_a_time IMMEDIATE');
}

/** What was held was never a visit: the row goes, and its offer tells what it was. Whoever released it may not see it. */
export async function removeHeld(tx: Tx, visits: readonly Visit[]): Promise<void> {
  if (visits.length === 0) return;
  const ids = visits.map(({ id }) => id);
  await beyondOwnRows(tx, () => tx.delete(Visit, { id: In(ids), status: 'HELD' }));
}

/** Their time is free again, and the ways of their days are as they would be without them. */
export async function releaseHeld(tx: Tx, reader: Actor, visits: readonly Visit[]): Promise<void> {
  await removeHeld(tx, visits);
  const gone = visits.map((visit) =>
    Object.assign(new Visit(), visit, { status: 'CANCELLED' as const, newEvents: [] }),
  );
  await saveVisits(tx, await arrangeTravel(tx, reader, gone));
}
