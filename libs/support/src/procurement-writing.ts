import { badInput, type Change, type LocalDate } from '@banso/kernel';
import { changedMeanwhile, enqueue, type Tx, valueChange } from '@banso/platform';
import { type Firm, firmFields, firmKey } from '@banso/talent';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import { resolveConflict } from './conflict.jobs.js';
import { type Judged, judgeConflicts, lockConflicts } from './conflict.queries.js';
import {
  type Case,
  Procurement,
  PROCUREMENT_PHASES,
  ProcurementEvent,
  type ProcurementPhase,
  ProcurementVendor,
} from './procurement.entity.js';

/** How far a purchase is, and everybody who sells in it or may. */
export interface Purchase {
  readonly phase: ProcurementPhase;
  readonly vendors: readonly Firm[];
}

/** Of one purchase. */
const VENDOR_LIMIT = 30;

const fields = {
  phase: z.enum(PROCUREMENT_PHASES),
  vendors: z.array(z.object(firmFields)).max(VENDOR_LIMIT),
};

const withoutPurchase = ({ phase, vendors }: Purchase): boolean => phase !== 'NONE' || vendors.length === 0;
const NO_PURCHASE = { path: ['vendors'], params: { rule: 'no-purchase' } };

/** As it is said with the first word of a case. */
export const purchaseSchema = z.object(fields).refine(withoutPurchase, NO_PURCHASE);

/** As it is changed later, on top of the version that was read. */
export const procurementSchema = z
  .object({ ...fields, version: z.number().int().min(0) })
  .refine(withoutPurchase, NO_PURCHASE);

/** Writes what a case buys from now on, and shuts out whoever is tied to a vendor. `readVersion`: 0 for the first. */
export async function writeProcurement(
  tx: Tx,
  found: Case,
  { phase, vendors }: Purchase,
  { readVersion, today, ...change }: Change & { readonly readVersion: number; readonly today: LocalDate },
): Promise<Procurement> {
  await lockConflicts(tx, found.prefectureId);
  const procurement = (await tx.findOneBy(Procurement, { caseId: found.id })) ?? Procurement.of(found);
  await requireRead(tx, procurement, readVersion);
  procurement.set(phase, change.at);
  await tx.save(Procurement, procurement);
  await replaceVendors(tx, procurement, vendors, change.at);
  await tx.insert(ProcurementEvent, ProcurementEvent.of(procurement, vendors, change));
  await shutOutNow(tx, found.prefectureId, { caseId: found.id }, today);
  return procurement;
}

/** Refuses what was written on top of another version than the one that stands, and tells what became of it. */
async function requireRead(tx: Tx, { caseId, version }: Procurement, readVersion: number): Promise<void> {
  if (readVersion === version) return;
  const events = await tx.findBy(ProcurementEvent, { caseId, version: In([readVersion, version]) });
  const last = events.find((event) => event.version === version);
  // Nobody can have read what was never written.
  if (!last || readVersion > version) throw badInput({ path: 'version', rule: 'invalid' });
  const read = events.find((event) => event.version === readVersion);
  throw changedMeanwhile({
    version: String(version),
    at: last.at,
    role: last.actorRole,
    name: last.actorName,
    changes: [
      ...valueChange('phase', read?.phase ?? 'NONE', last.phase),
      ...valueChange('vendors', namesIn(read), namesIn(last)),
    ],
  });
}

const namesIn = (event: ProcurementEvent | undefined): string[] =>
  (event?.vendors ?? []).map(({ name }) => name);

/** Whoever is shut out of a case that they were given leaves it at once for their own eyes; the rest is a job. */
export async function shutOutNow(
  tx: Tx,
  prefectureId: string,
  judged: Judged,
  today: LocalDate,
): Promise<void> {
  for (const caseId of await judgeConflicts(tx, prefectureId, judged, today))
    await enqueue(tx, resolveConflict, { caseId }, { prefectureId });
}

/** Firms that stay keep their row and its id; those that are gone are marked, those that are new come in. */
async function replaceVendors(
  tx: Tx,
  procurement: Procurement,
  firms: readonly Firm[],
  at: Date,
): Promise<void> {
  const keys = firms.map(({ name }) => firmKey(name));
  if (new Set(keys).size !== keys.length) throw badInput({ path: 'vendors', rule: 'repeated' });
  const known = await tx.findBy(ProcurementVendor, { caseId: procurement.caseId, removedAt: IsNull() });
  for (const vendor of known) {
    const firm = firms[keys.indexOf(vendor.nameKey)];
    if (firm) Object.assign(vendor, { name: firm.name, corporateNumber: firm.corporateNumber });
    else vendor.removedAt = at;
  }
  const names = new Set(known.map(({ nameKey }) => nameKey));
  const added = firms.filter((_, i) => !names.has(keys[i] ?? ''));
  await tx.save(ProcurementVendor, known);
  await tx.insert(
    ProcurementVendor,
    added.map((firm) => ProcurementVendor.of(procurement, firm)),
  );
}
