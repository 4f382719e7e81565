import type { Actor } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { Visit } from '../visit.entity.js';
import type { DateInquiry } from './date-inquiry.entity.js';
import { offeredSlotsOf } from './date-inquiry.queries.js';
import { releaseHeld } from './held-visits.js';
import { OfferedSlot } from './offered-slot.entity.js';

/** The slots of an inquiry with the visits that hold them, locked; whoever answers may not see these themselves. */
export async function takeHeld(
  tx: Tx,
  inquiry: DateInquiry,
): Promise<{ readonly slots: OfferedSlot[]; readonly visits: ReadonlyMap<string, Visit> }> {
  const slots = (await offeredSlotsOf(tx, [inquiry.id])).filter(({ outcome }) => outcome === 'OFFERED');
  const ids = slots.flatMap(({ visitId }) => visitId ?? []);
  const held = await tx.find(Visit, {
    where: { id: In(ids), status: 'HELD' },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return { slots, visits: new Map(held.map((visit) => [visit.id, visit])) };
}

/** Every slot that is still offered (of these people alone, if named) is free again; returns how many stay. */
export const releaseSlots = (
  tx: Tx,
  reader: Actor,
  inquiry: DateInquiry,
  only: ReadonlySet<string> | null = null,
): Promise<number> =>
  beyondOwnRows(tx, async () => {
    const { slots, visits } = await takeHeld(tx, inquiry);
    const leaving = slots.filter(({ specialistId }) => only === null || only.has(specialistId));
    const held = leaving.flatMap(({ visitId }) => visits.get(visitId ?? '') ?? []);
    if (held.length > 0) await releaseHeld(tx, reader, held);
    for (const slot of leaving) slot.release();
    await tx.save(OfferedSlot, leaving);
    return slots.length - leaving.length;
  });
