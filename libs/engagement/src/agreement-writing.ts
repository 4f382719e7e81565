import { type Actor, badInput, DomainError, type LocalDate } from '@banso/kernel';
import { sqlState, type Tx } from '@banso/platform';
import { In, MoreThan, Not } from 'typeorm';
import {
  type Agreement,
  AgreementClause,
  AgreementParty,
  AgreementTerm,
  type TermKind,
} from './agreement.entity.js';
import type { AgreementContent } from './agreement-input.js';
import type { Party } from './party.entity.js';
import { partiesByIds } from './party.queries.js';

type Signers = AgreementContent['parties'];

/** The parties by their ids; refuses one that the prefecture does not know. */
export async function knownParties(tx: Tx, actor: Actor, signers: Signers): Promise<Map<string, Party>> {
  const ids = signers.map(({ partyId }) => partyId);
  const known = new Map((await partiesByIds(tx, actor, ids)).map((party) => [party.id, party]));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0) throw badInput({ path: `parties.${missing}.partyId`, rule: 'unknown' });
  return known;
}

/** Who signs and the articles, in the place of what was there. */
export async function writeParts(
  tx: Tx,
  agreement: Agreement,
  { parties, clauses }: AgreementContent,
  known: ReadonlyMap<string, Party>,
): Promise<void> {
  const { prefectureId, id: agreementId } = agreement;
  const rows = parties.map((said, i) => ({
    ...said,
    prefectureId,
    agreementId,
    municipalityId: known.get(said.partyId)?.municipalityId ?? null,
    position: i + 1,
  }));
  const articles = clauses.map((clause, i) => ({ ...clause, prefectureId, agreementId, no: i + 1 }));
  try {
    // Those that stay keep their row: cost lines and invoices hang on an article by its number.
    await tx.upsert(AgreementParty, rows, ['agreementId', 'partyId']);
    await tx.delete(AgreementParty, { agreementId, partyId: Not(In([...known.keys()])) });
    if (articles.length > 0) await tx.upsert(AgreementClause, articles, ['agreementId', 'no']);
    await tx.delete(AgreementClause, { agreementId, no: MoreThan(articles.length) });
  } catch (error) {
    if (sqlState(error) === '23503') throw new DomainError('CONFLICT', 'agreement.part-in-use');
    throw error;
  }
}

/** How the term came about: one row more. */
export async function writeTerm(
  tx: Tx,
  agreement: Agreement,
  {
    kind,
    decidedOn,
    reason,
  }: { readonly kind: TermKind; readonly decidedOn: LocalDate; readonly reason: string | null },
): Promise<void> {
  const before = await tx.countBy(AgreementTerm, { agreementId: agreement.id });
  await tx.insert(AgreementTerm, AgreementTerm.of(agreement, { no: before + 1, kind, decidedOn, reason }));
}
