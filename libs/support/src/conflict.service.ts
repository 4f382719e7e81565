import { type Actor, badInput, Clock, DomainError, parseInput, permit } from '@banso/kernel';
import { Db, enqueue, type Tx } from '@banso/platform';
import {
  type Firm,
  firmFields,
  firmKey,
  parseSpecialistFirm,
  SpecialistFirm,
  specialistActions,
  type SpecialistFirmInput,
  takeSpecialist,
  takeSpecialistFirm,
} from '@banso/talent';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { resolveConflict } from './conflict.jobs.js';
import { type Judged, judgeConflicts, lockConflicts } from './conflict.queries.js';
import { takeConsultation } from './consultation.queries.js';
import { parseReason } from './filing.js';
import {
  type Case,
  Procurement,
  PROCUREMENT_PHASES,
  ProcurementEvent,
  ProcurementVendor,
} from './procurement.entity.js';
import { procurementMay } from './procurement.policy.js';
import { takeSupportRequest } from './support-request.queries.js';

/** Of one purchase. */
const VENDOR_LIMIT = 30;

const schema = z
  .object({
    version: z.number().int().min(0),
    phase: z.enum(PROCUREMENT_PHASES),
    vendors: z.array(z.object(firmFields)).max(VENDOR_LIMIT),
  })
  .refine(({ phase, vendors }) => phase !== 'NONE' || vendors.length === 0, {
    path: ['vendors'],
    params: { rule: 'no-purchase' },
  });

/** 利益相反: what ties people to firms, what a case buys from whom, and who is shut out of it therefore. */
export class ConflictService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A tie of the same kind to the same firm is written down once. */
  recordFirm(actor: Actor, input: SpecialistFirmInput): Promise<SpecialistFirm> {
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, input.specialistId);
      permit(specialistActions(actor, specialist).includes('RECORD_FIRMS'));
      const facts = parseSpecialistFirm(actor, input);
      const firm = SpecialistFirm.record(specialist, facts, { actor, at: this.clock.now() });
      const { specialistId, relation, nameKey } = firm;
      if (await tx.existsBy(SpecialistFirm, { specialistId, relation, nameKey, removedAt: IsNull() }))
        throw new DomainError('CONFLICT', 'firm.already-recorded');
      await lockConflicts(tx, firm.prefectureId);
      await tx.insert(SpecialistFirm, firm);
      await this.judge(tx, firm.prefectureId, { specialistId });
      return firm;
    });
  }

  /** What was wrong counts no more; the line stays with the reason. */
  removeFirm(actor: Actor, id: string, reason: string): Promise<SpecialistFirm> {
    return this.db.write(actor, async (tx) => {
      const firm = await takeSpecialistFirm(tx, actor, id);
      const specialist = await takeSpecialist(tx, actor, firm.specialistId);
      permit(specialistActions(actor, specialist).includes('REMOVE_FIRMS'));
      firm.remove({ actor, at: this.clock.now(), reason: parseReason(reason) });
      await lockConflicts(tx, firm.prefectureId);
      await tx.save(SpecialistFirm, firm);
      await this.judge(tx, firm.prefectureId, { specialistId: firm.specialistId });
      return firm;
    });
  }

  /** The phase of a purchase and everybody who sells in it; what was written before stays in its history. */
  setProcurement(actor: Actor, caseId: string, input: unknown): Promise<Procurement> {
    return this.db.write(actor, async (tx) => {
      const found = await takeCase(tx, actor, caseId);
      permit(procurementMay.set(actor, found));
      const { version, phase, vendors } = parseInput(schema, input);
      const change = { actor, at: this.clock.now() };
      await lockConflicts(tx, found.prefectureId);
      const procurement = (await tx.findOneBy(Procurement, { caseId: found.id })) ?? Procurement.of(found);
      procurement.set(phase, version, change.at);
      await tx.save(Procurement, procurement);
      await replaceVendors(tx, procurement, vendors, change.at);
      await tx.insert(ProcurementEvent, ProcurementEvent.of(procurement, vendors, change));
      await this.judge(tx, found.prefectureId, { caseId: found.id });
      return procurement;
    });
  }

  /** Whoever is shut out of a case that they were given leaves it at once for their own eyes; the rest is a job. */
  private async judge(tx: Tx, prefectureId: string, judged: Judged): Promise<void> {
    for (const caseId of await judgeConflicts(tx, prefectureId, judged, this.clock.today()))
      await enqueue(tx, resolveConflict, { caseId }, { prefectureId });
  }
}

/** Loads and locks the request or the consultation of that id. */
async function takeCase(tx: Tx, actor: Actor, id: string): Promise<Case> {
  const request = await orMissing(takeSupportRequest(tx, actor, id));
  if (!(request instanceof DomainError)) return caseOf(request, 'REQUEST');
  const consultation = await orMissing(takeConsultation(tx, actor, id));
  if (!(consultation instanceof DomainError)) return caseOf(consultation, 'CONSULTATION');
  throw request;
}

/** The row, or the refusal that says that there is none. */
async function orMissing<T>(row: Promise<T>): Promise<T | DomainError> {
  try {
    return await row;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return error;
    throw error;
  }
}

const caseOf = ({ id, prefectureId, municipalityId }: Omit<Case, 'kind'>, kind: Case['kind']): Case => ({
  id,
  prefectureId,
  municipalityId,
  kind,
});

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
