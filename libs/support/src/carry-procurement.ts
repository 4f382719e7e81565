import { type Change, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { judgeConflicts, lockConflicts } from './conflict.queries.js';
import type { Consultation } from './consultation.entity.js';
import { caseOf, Procurement, ProcurementEvent, ProcurementVendor } from './procurement.entity.js';
import type { SupportRequest } from './support-request.entity.js';

/** What was known of a purchase when it was asked about is known of the request that comes of it. */
export async function carryProcurement(
  tx: Tx,
  from: Consultation,
  to: SupportRequest,
  change: Change,
): Promise<void> {
  await lockConflicts(tx, to.prefectureId);
  const before = await tx.findOneBy(Procurement, { caseId: from.id });
  if (!before) return;
  const vendors = await tx.findBy(ProcurementVendor, { caseId: from.id, removedAt: IsNull() });
  const procurement = Procurement.of(caseOf(to, 'REQUEST'));
  procurement.set(before.phase, change.at);
  await tx.insert(Procurement, procurement);
  await tx.insert(
    ProcurementVendor,
    vendors.map((vendor) => ProcurementVendor.of(procurement, vendor)),
  );
  await tx.insert(ProcurementEvent, ProcurementEvent.of(procurement, vendors, change));
  await judgeConflicts(tx, to.prefectureId, { caseId: to.id }, localDateOf(change.at));
}
