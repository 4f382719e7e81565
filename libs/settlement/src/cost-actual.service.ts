import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  localDate,
  type LocalDate,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { billCovering, getCostAgreement } from './agreement-costs.queries.js';
import { getCostActual, versionsOfCosts } from './cost.queries.js';
import { CostActual, type CostActualFacts } from './cost-actual.entity.js';
import { MOST_YEN } from './cost-matrix-input.js';
import { COST_ITEMS, firstOfMonth, meetingOf, monthOf, versionOn } from './reckoning/index.js';
import { lockCosts } from './settlement-lock.js';
import { may } from './settlement.policy.js';
import { TravelClaimVisit } from './travel/travel-claim-visit.entity.js';

export interface CostActualInput extends CostActualFacts {
  readonly agreementId: string;
}

const schema = z.object({
  item: z.enum(COST_ITEMS),
  label: text(60),
  month: localDate().transform(firstOfMonth),
  yen: z
    .number()
    .int()
    .min(-MOST_YEN)
    .max(MOST_YEN)
    .refine((yen) => yen !== 0, { params: { rule: 'zero' } }),
  evidence: text(500),
});

/** Enters what rows of the matrix really cost, and corrections of it. */
export class CostActualService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  enter(actor: Actor, input: CostActualInput): Promise<CostActual> {
    return this.db.write(actor, async (tx) => {
      const { id } = await getCostAgreement(tx, actor, input.agreementId);
      await lockCosts(tx, id);
      const agreement = await getCostAgreement(tx, actor, id);
      permit(may.setTerms(actor, agreement));
      const facts = parseInput(schema, input);
      if (facts.month > this.clock.today())
        throw badInput({ path: 'month', rule: 'future', facts: { today: this.clock.today() } });
      await requireRow(tx, agreement, facts);
      await requireUnbilled(tx, id, facts.month);
      const actual = CostActual.enter(agreement, facts, { actor, at: this.clock.now() });
      await tx.insert(CostActual, actual);
      return actual;
    });
  }

  /** Takes it back by a mark. */
  remove(actor: Actor, id: string): Promise<CostActual> {
    return this.db.write(actor, async (tx) => {
      const { agreementId } = await getCostActual(tx, actor, id);
      await lockCosts(tx, agreementId);
      // Read again under the lock: somebody else may have removed it meanwhile.
      const actual = await getCostActual(tx, actor, id);
      permit(may.setTerms(actor, actual));
      await requireNoClaim(tx, actual.id);
      await requireUnbilled(tx, agreementId, actual.month);
      actual.removedAt = this.clock.now();
      await tx.save(CostActual, actual);
      return actual;
    });
  }
}

/** What a travel claim has brought stays as long as the claim does. */
async function requireNoClaim(tx: Tx, id: string): Promise<void> {
  if (await tx.existsBy(TravelClaimVisit, { costActualId: id }))
    throw new DomainError('CONFLICT', 'cost-actual.of-travel-claim');
}

/** The matrix of the month's last day has such a row. */
async function requireRow(
  tx: Tx,
  { id, startsOn, endsOn }: { id: string; startsOn: LocalDate; endsOn: LocalDate },
  { item, label, month }: Pick<CostActualFacts, 'item' | 'label' | 'month'>,
): Promise<void> {
  const inTerm = meetingOf(monthOf({ from: month, to: month }), { from: startsOn, to: endsOn });
  if (!inTerm) throw badInput({ path: 'month', rule: 'outside-term', facts: { from: startsOn, to: endsOn } });
  const lines = versionOn(await versionsOfCosts(tx, id), inTerm.to)?.lines ?? [];
  if (!lines.some((line) => line.item === item && line.label === label))
    throw badInput({ path: 'label', rule: 'no-such-row' });
}

/** No party has been billed for any day of the month. */
async function requireUnbilled(tx: Tx, agreementId: string, month: LocalDate): Promise<void> {
  const bill = await billCovering(tx, agreementId, monthOf({ from: month, to: month }));
  if (bill)
    throw new DomainError('CONFLICT', 'cost-actual.month-billed', { date: month, number: bill.number });
}
