import type { Actor, LocalDate } from '@banso/kernel';
import { groupBy, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In, IsNull } from 'typeorm';
import { getCostAgreement, partiesOf } from './agreement-costs.queries.js';
import { CostActual } from './cost-actual.entity.js';
import { CostLine, CostMatrix, CostShare } from './cost-matrix.entity.js';
import type { LineTerms, TermsVersion } from './reckoning/index.js';

/** A version of the matrix with its rows, as it was set. */
export interface CostMatrixVersion extends TermsVersion {
  readonly id: string;
  readonly agreementId: string;
  readonly reason: string;
  readonly setByName: string;
  readonly setAt: Date;
}

/** Every version of an agreement that the caller has already been allowed to see, the latest first. */
export async function versionsOfCosts(tx: Tx, agreementId: string): Promise<CostMatrixVersion[]> {
  const matrices = await tx.find(CostMatrix, { where: { agreementId }, order: { version: 'DESC' } });
  const lines = await tx.find(CostLine, {
    where: { matrixId: In(matrices.map(({ id }) => id)) },
    order: { position: 'ASC' },
  });
  const inOrder = (await partiesOf(tx, [agreementId])).map(({ id }) => id);
  const shares = await tx.findBy(CostShare, { lineId: In(lines.map(({ id }) => id)) });
  shares.sort((a, b) => inOrder.indexOf(a.partyId) - inOrder.indexOf(b.partyId));
  const sharesOf = groupBy(shares, ({ lineId }) => lineId);
  const linesOf = groupBy(lines, ({ matrixId }) => matrixId);
  return matrices.map(({ id, version, validFrom, reason, setByName, setAt }) => ({
    id,
    agreementId,
    version,
    validFrom,
    reason,
    setByName,
    setAt,
    lines: (linesOf.get(id) ?? []).map((line) => termsOf(line, sharesOf.get(line.id) ?? [])),
  }));
}

const termsOf = (line: CostLine, shares: readonly CostShare[]): LineTerms => {
  const { item, label, clauseNo, amountRule, yen, daySource, shareRule, remainderPartyId } = line;
  return {
    item,
    label,
    clauseNo,
    amountRule,
    yen,
    daySource,
    shareRule,
    remainderPartyId,
    shares: shares.map(({ partyId, weight }) => ({ partyId, weight })),
  };
};

export async function listCostMatrices(
  tx: Tx,
  actor: Actor,
  agreementId: string,
): Promise<CostMatrixVersion[]> {
  const { id } = await getCostAgreement(tx, actor, agreementId);
  return versionsOfCosts(tx, id);
}

/** Entered amounts that stand, the latest month first. */
export async function listCostActuals(tx: Tx, actor: Actor, agreementId: string): Promise<CostActual[]> {
  const { id } = await getCostAgreement(tx, actor, agreementId);
  return tx.find(CostActual, {
    where: { agreementId: id, removedAt: IsNull() },
    order: { month: 'DESC', recordedAt: 'DESC', id: 'ASC' },
    take: 500,
  });
}

/** An entered amount that stands. */
export async function getCostActual(tx: Tx, actor: Actor, id: string): Promise<CostActual> {
  const actual = await tx.findOneBy(CostActual, { id: knownId('cost-actual', id), removedAt: IsNull() });
  if (!actual || actual.prefectureId !== actor.prefectureId) throw notFound('cost-actual');
  return actual;
}

/** Those of an agreement's months, both ends included. */
export function actualsBetween(
  tx: Tx,
  agreementId: string,
  months: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<CostActual[]> {
  return tx
    .createQueryBuilder(CostActual, 'actual')
    .where('actual.agreementId = :agreementId AND actual.removedAt IS NULL', { agreementId })
    .andWhere('actual.month BETWEEN :from AND :to', { ...months })
    .getMany();
}
