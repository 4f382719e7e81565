import { randomUUID } from 'node:crypto';
import { type Actor, badInput, Clock, DomainError, parseInput, permit } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import type { Agreement } from '@banso/engagement';
import { clausesOf, getCostAgreement, lastBilledDay, partiesOf } from './agreement-costs.queries.js';
import { type CostMatrixVersion, versionsOfCosts } from './cost.queries.js';
import { CostLine, CostMatrix, CostShare } from './cost-matrix.entity.js';
import { type CostMatrixInput, costMatrixSchema, type MatrixGround, termsFrom } from './cost-matrix-input.js';
import type { LineTerms } from './reckoning/index.js';
import { lockCosts } from './settlement-lock.js';
import { may } from './settlement.policy.js';

/** Says who bears what under an agreement; what was said before is kept. */
export class CostMatrixService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A new version, from a day on that no bill covers. */
  set(actor: Actor, input: CostMatrixInput): Promise<CostMatrixVersion> {
    return this.db.write(actor, async (tx) => {
      const { id } = await getCostAgreement(tx, actor, input.agreementId);
      await lockCosts(tx, id);
      const agreement = await getCostAgreement(tx, actor, id);
      permit(may.setTerms(actor, agreement));
      const facts = parseInput(costMatrixSchema, input);
      const [latest] = await versionsOfCosts(tx, id);
      if ((latest?.version ?? 0) !== facts.version)
        throw new DomainError('CONFLICT', 'cost-matrix.changed-meanwhile', { version: latest?.version ?? 0 });
      await requireOpenFrom(tx, agreement, facts.validFrom);
      const terms = termsFrom(facts.lines, await groundOf(tx, agreement));
      const matrix = this.matrixOf(actor, agreement, facts);
      await insertMatrix(tx, matrix, terms);
      const { version, validFrom, reason, setByName, setAt } = matrix;
      return { id: matrix.id, agreementId: id, version, validFrom, reason, setByName, setAt, lines: terms };
    });
  }

  private matrixOf(
    actor: Actor,
    { id: agreementId, prefectureId }: Agreement,
    { version, validFrom, reason }: { version: number; validFrom: string; reason: string },
  ): CostMatrix {
    return Object.assign(new CostMatrix(), {
      id: randomUUID(),
      prefectureId,
      agreementId,
      version: version + 1,
      validFrom,
      reason,
      setByName: actor.name,
      setAt: this.clock.now(),
    });
  }
}

/** Only days of the term that nobody has been billed for. */
async function requireOpenFrom(
  tx: Tx,
  { id, startsOn, endsOn }: Agreement,
  validFrom: string,
): Promise<void> {
  if (validFrom < startsOn || validFrom > endsOn)
    throw badInput({ path: 'validFrom', rule: 'outside-term', facts: { from: startsOn, to: endsOn } });
  const billedTo = await lastBilledDay(tx, id);
  if (billedTo !== null && validFrom <= billedTo)
    throw new DomainError('CONFLICT', 'cost-matrix.period-billed', { date: validFrom, billedTo });
}

async function groundOf(tx: Tx, { id, remainderPartyId }: Agreement): Promise<MatrixGround> {
  const parties = await partiesOf(tx, [id]);
  return {
    remainderPartyId,
    partyIds: parties.map((party) => party.id),
    townPartyIds: parties.filter(({ municipalityId }) => municipalityId !== null).map((party) => party.id),
    clauseNos: (await clausesOf(tx, [id])).map(({ no }) => no),
  };
}

async function insertMatrix(tx: Tx, matrix: CostMatrix, terms: readonly LineTerms[]): Promise<void> {
  const lines = terms.map((one, i) => CostLine.of(matrix, one, i + 1));
  const shares = lines.flatMap(({ id: lineId, prefectureId, agreementId }, i) =>
    (terms[i]?.shares ?? []).map((share) => ({ prefectureId, agreementId, lineId, ...share })),
  );
  await tx.insert(CostMatrix, matrix);
  await tx.insert(CostLine, lines);
  await tx.insert(CostShare, shares);
}
