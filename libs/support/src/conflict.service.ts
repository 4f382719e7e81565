import { type Actor, Clock, DomainError, parseInput, permit } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import {
  parseSpecialistFirm,
  SpecialistFirm,
  specialistActions,
  type SpecialistFirmInput,
  takeSpecialist,
  takeSpecialistFirm,
} from '@banso/talent';
import { IsNull } from 'typeorm';
import { lockConflicts } from './conflict.queries.js';
import { takeConsultation } from './consultation.queries.js';
import { parseReason } from './filing.js';
import { type Case, caseOf, type Procurement } from './procurement.entity.js';
import { procurementMay } from './procurement.policy.js';
import { procurementSchema, shutOutNow, writeProcurement } from './procurement-writing.js';
import { takeSupportRequest } from './support-request.queries.js';

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
      await shutOutNow(tx, firm.prefectureId, { specialistId }, this.clock.today());
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
      const { prefectureId, specialistId } = firm;
      await shutOutNow(tx, prefectureId, { specialistId }, this.clock.today());
      return firm;
    });
  }

  /** The phase of a purchase and everybody who sells in it; what was written before stays in its history. */
  setProcurement(actor: Actor, caseId: string, input: unknown): Promise<Procurement> {
    return this.db.write(actor, async (tx) => {
      const found = await takeCase(tx, actor, caseId);
      permit(procurementMay.set(actor, found));
      const { version: readVersion, ...purchase } = parseInput(procurementSchema, input);
      const change = { actor, at: this.clock.now(), readVersion, today: this.clock.today() };
      return writeProcurement(tx, found, purchase, change);
    });
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
