import { getVisit, isMade, type Visit } from '@banso/dispatch';
import { type Actor, badInput, Clock, DomainError, localDateOf, parseInput, permit } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { lockDaysOf } from '../settlement-lock.js';
import { isOneJourney } from './rules/index.js';
import { TravelClaim } from './travel-claim.entity.js';
import { claimMay } from './travel-claim.policy.js';
import { claimVisitsOf, saveTravelClaim, takeTravelClaim } from './travel-claim.queries.js';
import { onSite, partsOf, plannedJourney, requireUnclaimed } from './travel-claim-start.js';
import { TravelClaimVisit } from './travel-claim-visit.entity.js';
import { assertOneJourney, claimSchema, type TravelClaimInput } from './travel-journey-input.js';
import { forgetJourney, writeJourney } from './travel-journey-rows.js';
import { tellSubmitted } from './travel-notices.js';
import { isNothing, reckonClaim } from './travel-reckoning.js';

const MOST_VISITS = 14;

/** What whoever travelled writes: begun from the visits, corrected, handed in. */
export class TravelClaimService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A draft for one visit, or for several on days in a row, as the plan meant the way. */
  start(actor: Actor, visitIds: readonly string[]): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const visits = await takeVisits(tx, actor, visitIds);
      const [first] = visits;
      if (!first) throw badInput({ path: 'visitIds', rule: 'required' });
      visits.forEach((visit) => permit(claimMay.write(actor, visit)));
      requireTravelled(visits);
      await lockDaysOf(tx, first.specialistId);
      await requireUnclaimed(tx, visits);
      const journey = await plannedJourney(tx, actor, visits);
      const { prefectureId, specialistId } = first;
      const claim = TravelClaim.draft(
        { prefectureId, specialistId },
        {
          fromOn: journey.from,
          toOn: journey.to,
          startsFrom: journey.start,
          endsAt: journey.end,
          shareRule: 'VISITS',
        },
        { actor, at: this.clock.now() },
      );
      await saveTravelClaim(tx, claim);
      await tx.insert(TravelClaimVisit, partsOf(claim, visits));
      await writeJourney(tx, claim, journey);
      return this.reckoned(tx, claim);
    });
  }

  /** All of it, as it should stand now. */
  revise(actor: Actor, input: TravelClaimInput): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const claim = await takeTravelClaim(tx, actor, input.id);
      permit(claimMay.write(actor, claim));
      const words = parseInput(claimSchema, input);
      const parts = await claimVisitsOf(tx, [claim.id]);
      assertOneJourney(
        words,
        parts.map(({ onDate }) => onDate),
      );
      const { fromOn, toOn, startsFrom, endsAt, shareRule, version } = words;
      claim.revise({ fromOn, toOn, startsFrom, endsAt, shareRule }, version);
      await saveTravelClaim(tx, claim);
      await writeJourney(tx, claim, words);
      return this.reckoned(tx, claim);
    });
  }

  /** Handed in: nothing of the journey may be open. */
  submit(actor: Actor, id: string): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const claim = await takeTravelClaim(tx, actor, id);
      permit(claimMay.write(actor, claim));
      const reckoning = await reckonClaim(tx, claim);
      const change = { actor, at: this.clock.now() };
      claim.submit(reckoning.totalYen, change);
      const open = reckoning.missing.find(({ kind }) => kind === 'FARE' || kind === 'DISTANCE');
      if (open) throw new DomainError('CONFLICT', 'travel-claim.incomplete', { date: open.onDate });
      if (isNothing(reckoning)) throw new DomainError('CONFLICT', 'travel-claim.nothing');
      await saveTravelClaim(tx, claim);
      await tellSubmitted(tx, claim, change);
      return claim;
    });
  }

  /** Its visits can be claimed for anew. */
  discard(actor: Actor, id: string): Promise<TravelClaim> {
    return this.db.write(actor, async (tx) => {
      const claim = await takeTravelClaim(tx, actor, id);
      permit(claimMay.write(actor, claim));
      claim.discard({ actor, at: this.clock.now() });
      await tx.delete(TravelClaimVisit, { claimId: claim.id });
      await forgetJourney(tx, claim.id);
      await saveTravelClaim(tx, claim);
      return claim;
    });
  }

  /** What it would come to now, for the lists. */
  private async reckoned(tx: Tx, claim: TravelClaim): Promise<TravelClaim> {
    claim.totalYen = (await reckonClaim(tx, claim)).totalYen;
    await saveTravelClaim(tx, claim);
    return claim;
  }
}

/** Each once, by time. */
async function takeVisits(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Visit[]> {
  if (ids.length > MOST_VISITS)
    throw badInput({ path: 'visitIds', rule: 'too-big', facts: { max: MOST_VISITS } });
  const visits: Visit[] = [];
  for (const id of new Set(ids.map((one) => one.toLowerCase()))) visits.push(await getVisit(tx, actor, id));
  return visits.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** They took place, on site, and hang together. */
function requireTravelled(visits: readonly Visit[]): void {
  for (const { status, mode, startsAt } of visits) {
    const date = localDateOf(startsAt);
    if (!isMade(status)) throw new DomainError('INVALID_STATE', 'travel-claim.visit-not-made', { date });
    if (mode === 'ONLINE') throw new DomainError('CONFLICT', 'travel-claim.visit-online', { date });
  }
  const stop = (id: string) => ({ id, name: id, regionId: '' });
  if (!isOneJourney(onSite(visits, stop))) throw new DomainError('CONFLICT', 'travel-claim.not-one-journey');
}
