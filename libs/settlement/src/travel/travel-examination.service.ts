import { getVisit, isMade } from '@banso/dispatch';
import {
  type Actor,
  badInput,
  type Change,
  Clock,
  DomainError,
  localDate,
  type LocalDate,
  localDateOf,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, nextNumber, type Tx } from '@banso/platform';
import { z } from 'zod';
import { lockCosts, lockDaysOf } from '../settlement-lock.js';
import { TravelClaim } from './travel-claim.entity.js';
import { claimMay } from './travel-claim.policy.js';
import { getTravelClaim, saveTravelClaim, takeTravelClaim } from './travel-claim.queries.js';
import { partsOf, requireUnclaimed } from './travel-claim-start.js';
import { TravelClaimVisit } from './travel-claim-visit.entity.js';
import { agreementsIn, handOver, requireNotInAttendance } from './travel-hand-over.js';
import { type ClaimReckoning, reckonClaim } from './travel-reckoning.js';
import { tellAnswered } from './travel-notices.js';
import { settleVisits } from './travel-settling.js';

const reasonSchema = z.object({ reason: text(1_000) });
const paidSchema = z.object({ paidOn: localDate() });

/** What the hub does with a claim: sent back, granted, paid; and what needs no claim at all. */
export class TravelExaminationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  return(actor: Actor, id: string, reason: string): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const claim = await takeTravelClaim(tx, actor, id);
      permit(claimMay.return(actor, claim));
      const words = parseInput(reasonSchema, { reason });
      const change = { ...this.change(actor), reason: words.reason };
      claim.return(change);
      await saveTravelClaim(tx, claim);
      await tellAnswered(tx, claim, change);
      return claim;
    });
  }

  /** Reckoned anew and frozen, handed over to the cost shares; the visits are over with it. */
  approve(actor: Actor, id: string): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const claim = await takeWithCosts(tx, actor, id);
      permit(claimMay.approve(actor, claim));
      claim.assertSubmitted();
      const reckoning = await reckonClaim(tx, claim);
      requireGrantable(reckoning);
      await requireNotInAttendance(tx, claim, reckoning);
      const { prefectureId } = claim;
      const number = await nextNumber(tx, 'T', { prefectureId, today: this.clock.today() });
      const change = this.change(actor);
      claim.approve(number, reckoning.totalYen, change);
      await saveTravelClaim(tx, claim);
      await handOver(tx, claim, reckoning, change);
      await settleVisits(tx, claim, change);
      await tellAnswered(tx, claim, change);
      return claim;
    });
  }

  pay(actor: Actor, id: string, paidOn: LocalDate): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const claim = await takeTravelClaim(tx, actor, id);
      permit(claimMay.pay(actor, claim));
      const { paidOn: on } = parseInput(paidSchema, { paidOn });
      const approvedOn = claim.approvedAt && localDateOf(claim.approvedAt);
      const today = this.clock.today();
      if (on > today) throw badInput({ path: 'paidOn', rule: 'future', facts: { today } });
      if (approvedOn !== null && on < approvedOn) throw badInput({ path: 'paidOn', rule: 'not-before-from' });
      claim.pay(on, this.change(actor));
      await saveTravelClaim(tx, claim);
      return claim;
    });
  }

  /** An online visit, or one for which nothing is claimed: one step. */
  settleWithoutMoney(actor: Actor, visitId: string): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const visit = await getVisit(tx, actor, visitId);
      permit(claimMay.settleWithoutMoney(actor, visit));
      const date = localDateOf(visit.startsAt);
      if (!isMade(visit.status))
        throw new DomainError('INVALID_STATE', 'travel-claim.visit-not-made', { date });
      await lockDaysOf(tx, visit.specialistId);
      await requireUnclaimed(tx, [visit]);
      const change = this.change(actor);
      const { prefectureId, specialistId } = visit;
      const claim = TravelClaim.draft(
        { prefectureId, specialistId },
        { fromOn: date, toOn: date, startsFrom: 'OFFICE', endsAt: 'OFFICE', shareRule: 'VISITS' },
        change,
      );
      claim.settleWithoutMoney(change);
      await saveTravelClaim(tx, claim);
      const [part] = partsOf(claim, [visit]);
      if (part) await tx.insert(TravelClaimVisit, Object.assign(part, { yen: 0, feeYen: 0 }));
      await settleVisits(tx, claim, change);
      return claim;
    });
  }

  private change(actor: Actor): Change {
    return { actor, at: this.clock.now() };
  }
}

/** Nobody bills, or enters amounts of, the agreements that pay for it meanwhile. */
async function takeWithCosts(tx: Tx, actor: Actor, id: string): Promise<TravelClaim> {
  const seen = await getTravelClaim(tx, actor, id);
  const locked = agreementsIn(await reckonClaim(tx, seen));
  for (const agreementId of locked) await lockCosts(tx, agreementId);
  const claim = await takeTravelClaim(tx, actor, id);
  // Read again under the locks: who pays may have been settled otherwise meanwhile.
  const paying = agreementsIn(await reckonClaim(tx, claim));
  if (paying.some((agreementId) => !locked.includes(agreementId)))
    throw new DomainError('CONFLICT', 'travel-claim.changed-meanwhile');
  return claim;
}

/** Every payer has a rule, every figure is there, and no price was agreed instead. */
function requireGrantable({ withoutRule, missing, agreedPrice }: ClaimReckoning): void {
  const [nobody] = withoutRule;
  if (nobody) throw new DomainError('CONFLICT', 'travel-claim.no-rule', { payer: nobody.partyName ?? '' });
  if (agreedPrice) throw new DomainError('CONFLICT', 'travel-claim.agreed-price');
  if (missing.some(({ kind }) => kind === 'FIGURE'))
    throw new DomainError('CONFLICT', 'travel-claim.figures-missing');
}
