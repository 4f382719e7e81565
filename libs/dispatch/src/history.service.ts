import {
  getAgreement,
  getApplicant,
  getOwnScheme,
  getParty,
  getPlacement,
  getQuota,
  getRotation,
  getRound,
} from '@banso/engagement';
import { type Actor, knownId, notFound, type Page, type PageRequest, permit } from '@banso/kernel';
import { auditHistory, type AuditLine, type Db, linesOf, type Tx, writeReading } from '@banso/platform';
import { getConsultation, getSupportRequest } from '@banso/support';
import { getSpecialist } from '@banso/talent';
import { type HistoryRecord, historyScope, may } from './history.policy.js';
import { getPlanningRun } from './planning-run.queries.js';
import { getVisit } from './visit.queries.js';

/** Refuses, as everywhere, what the actor cannot see. */
const SEEN: Readonly<Record<HistoryRecord, (tx: Tx, actor: Actor, id: string) => Promise<object>>> = {
  SUPPORT_REQUEST: getSupportRequest,
  CONSULTATION: getConsultation,
  SPECIALIST: getSpecialist,
  VISIT: getVisit,
  PLANNING_RUN: getPlanningRun,
  AGREEMENT: getAgreement,
  PARTY: getParty,
  INVOICE: seenInvoice,
  QUOTA: getQuota,
  PREFECTURE_SCHEME: getOwnScheme,
  PLACEMENT: getPlacement,
  APPLICANT: getApplicant,
  ROTATION: getRotation,
  TOWN_ROUND: getRound,
  TRAVEL_CLAIM: seenClaim,
};

/** Bills are kept above this lib: row-level security says who sees one. */
async function seenInvoice(tx: Tx, actor: Actor, id: string): Promise<object> {
  const [row] = await tx.query<object[]>('SELECT id FROM invoice WHERE id = $1 AND prefecture_id = $2', [
    knownId('invoice', id),
    actor.prefectureId,
  ]);
  if (!row) throw notFound('invoice');
  return row;
}

/** So are claims. */
async function seenClaim(tx: Tx, actor: Actor, id: string): Promise<object> {
  const [row] = await tx.query<object[]>('SELECT id FROM travel_claim WHERE id = $1 AND prefecture_id = $2', [
    knownId('travel-claim', id),
    actor.prefectureId,
  ]);
  if (!row) throw notFound('travel-claim');
  return row;
}

/** Lines of one file. */
export const EXPORT_LINES = 10_000;

/** Who did what to a record, and who looked at it. */
export class HistoryService {
  constructor(private readonly db: Db) {}

  read(actor: Actor, type: HistoryRecord, id: string, page: PageRequest): Promise<Page<AuditLine>> {
    return this.db.read(actor, async (tx) => {
      await SEEN[type](tx, actor, id);
      permit(may.readHistory(actor, type));
      return auditHistory(tx, actor, historyScope(actor, type, id), page);
    });
  }

  /** The lines for a file; that they were taken away is logged in the same transaction. */
  export(actor: Actor, type: HistoryRecord, id: string): Promise<AuditLine[]> {
    return this.db.write(actor, async (tx) => {
      await SEEN[type](tx, actor, id);
      permit(may.exportHistory(actor));
      const scope = historyScope(actor, type, id);
      const lines = await linesOf(tx, actor, scope, { limit: EXPORT_LINES });
      await writeReading(tx, 'EXPORT', [[scope.recordType, scope.recordId]]);
      return lines;
    });
  }
}
