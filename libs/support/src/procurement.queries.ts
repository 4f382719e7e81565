import type { Actor, LocalDate } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { type FirmRelation, SpecialistFirm, tieCountsUntil } from '@banso/talent';
import { BidRestrictionNote } from './bid-restriction-note.entity.js';
import { ConflictOfInterest } from './conflict-of-interest.entity.js';
import {
  Procurement,
  ProcurementEvent,
  type ProcurementPhase,
  ProcurementVendor,
} from './procurement.entity.js';
import { visibleTo } from './procurement.policy.js';

const visible = (tx: Tx, actor: Actor): SelectQueryBuilder<Procurement> => {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(Procurement, 'procurement').where(`(${where})`, parameters);
};

/** Those of the cases about which something is written down and which the actor may read. */
export function procurementsOf(tx: Tx, actor: Actor, caseIds: readonly string[]): Promise<Procurement[]> {
  return visible(tx, actor).andWhere('procurement.caseId = ANY(:caseIds)', { caseIds }).getMany();
}

type OfCase = typeof ProcurementVendor | typeof ProcurementEvent | typeof BidRestrictionNote;

/** Rows that hang on a purchase are read by those who read the purchase. */
function hanging<T extends InstanceType<OfCase>>(
  tx: Tx,
  actor: Actor,
  entity: new () => T,
  caseIds: readonly string[],
): SelectQueryBuilder<T> {
  const mine = visible(tx, actor).select('procurement.caseId');
  return tx
    .createQueryBuilder<T>(entity, 'row')
    .where('row.caseId = ANY(:caseIds)', { caseIds })
    .andWhere(`row.caseId IN (${mine.getQuery()})`, mine.getParameters());
}

/** The firms in it today, by name. */
export const vendorsOf = (tx: Tx, actor: Actor, caseIds: readonly string[]): Promise<ProcurementVendor[]> =>
  hanging(tx, actor, ProcurementVendor, caseIds)
    .andWhere('row.removedAt IS NULL')
    .orderBy('row.name')
    .addOrderBy('row.id')
    .getMany();

/** Every change, newest first. */
export const procurementHistoriesOf = (
  tx: Tx,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ProcurementEvent[]> =>
  hanging(tx, actor, ProcurementEvent, caseIds).orderBy('row.version', 'DESC').getMany();

/** Oldest first. */
export const bidRestrictionNotesOf = (
  tx: Tx,
  actor: Actor,
  caseIds: readonly string[],
): Promise<BidRestrictionNote[]> =>
  hanging(tx, actor, BidRestrictionNote, caseIds).orderBy('row.advisedAt').addOrderBy('row.id').getMany();

/** Somebody who is shut out of a case, and by what: the words of both lines. */
export interface ShutOut {
  readonly caseId: string;
  readonly specialistId: string;
  readonly vendor: string;
  readonly firm: string;
  readonly relation: FirmRelation;
  /** The last day on which the tie counts; null while it lasts. */
  readonly until: LocalDate | null;
}

/** Everybody who is shut out of these cases, for the hub: a town does not read who is tied to what. */
export async function shutOutOf(tx: Tx, actor: Actor, caseIds: readonly string[]): Promise<ShutOut[]> {
  if (actor.role !== 'HUB_STAFF') return [];
  const rows = await tx
    .createQueryBuilder(ConflictOfInterest, 'conflict')
    .innerJoin(ProcurementVendor, 'vendor', 'vendor.id = conflict.vendorId')
    .innerJoin(SpecialistFirm, 'firm', 'firm.id = conflict.firmId')
    .select('conflict.caseId', 'caseId')
    .addSelect('conflict.specialistId', 'specialistId')
    .addSelect('vendor.name', 'vendor')
    .addSelect('firm.name', 'firm')
    .addSelect('firm.relation', 'relation')
    .addSelect('CAST(firm.to AS text)', 'to')
    .where('conflict.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .andWhere('conflict.caseId = ANY(:caseIds)', { caseIds })
    .orderBy('vendor.name')
    .addOrderBy('conflict.specialistId')
    .addOrderBy('firm.relation')
    .addOrderBy('firm.id')
    .getRawMany<Omit<ShutOut, 'until'> & { readonly to: LocalDate | null }>();
  return rows.map(({ to, ...row }) => ({ ...row, until: tieCountsUntil(to) }));
}

/** Vendors by their ids, those that left the purchase included: plans of before still name them. */
export function vendorsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ProcurementVendor[]> {
  const mine = visible(tx, actor).select('procurement.caseId');
  return tx
    .createQueryBuilder(ProcurementVendor, 'vendor')
    .where('vendor.id = ANY(:ids)', { ids })
    .andWhere(`vendor.caseId IN (${mine.getQuery()})`, mine.getParameters())
    .getMany();
}

/** What everybody who may open a case may know of the check: that it was made, and that advice may bind firms. */
export interface ConflictCheck {
  readonly caseId: string;
  readonly checkedAt: Date;
  /** True while the specification is written. */
  readonly restrictsBidding: boolean;
}

/** Of cases that the caller has already been allowed to see. No phase, no names. */
export async function conflictChecksOf(tx: Tx, caseIds: readonly string[]): Promise<ConflictCheck[]> {
  const rows = await tx.query<{ case_id: string; checked_at: Date; phase: ProcurementPhase }[]>(
    'SELECT case_id, checked_at, phase FROM procurement WHERE case_id = ANY($1)',
    [[...caseIds]],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    checkedAt: row.checked_at,
    restrictsBidding: row.phase === 'SPECIFICATION',
  }));
}
