import { municipalitiesByIds, Prefecture } from '@banso/directory';
import { type Actor, DomainError, permit } from '@banso/kernel';
import { Db, type Paper, paperPdf, type Tx, writeReading } from '@banso/platform';
import { getSpecialist } from '@banso/talent';
import type { TravelClaim } from './travel-claim.entity.js';
import { travelClaimActionsOf } from './travel-claim-actions.js';
import { viewClaim } from './travel-claim-view.js';
import { claimMay } from './travel-claim.policy.js';
import { getTravelClaim, journeyRowsOf } from './travel-claim.queries.js';
import { travelPaper } from './travel-paper.js';

/** A claim as a file. */
export interface TravelFile {
  readonly name: string;
  readonly pdf: Buffer;
}

/** Claims on paper. */
export class TravelPaperService {
  constructor(private readonly db: Db) {}

  /** That it was taken away, and by whom, is in the history of the claim. */
  async make(actor: Actor, id: string): Promise<TravelFile> {
    const { name, paper } = await this.db.write(actor, async (tx) => {
      const claim = await getTravelClaim(tx, actor, id);
      permit(claimMay.takePaper(actor, claim));
      if (!travelClaimActionsOf(actor, claim).includes('PAPER'))
        throw new DomainError('INVALID_STATE', 'travel-claim.not-in-state', { status: claim.status });
      const said = { name: `${claim.number ?? '案'}-旅費請求書.pdf`, paper: await say(tx, actor, claim) };
      await writeReading(tx, 'EXPORT', [['travel_claim', claim.id]]);
      return said;
    });
    // Laid out after the transaction: nobody waits for a connection meanwhile.
    return { name, pdf: await paperPdf(paper) };
  }
}

async function say(tx: Tx, actor: Actor, claim: TravelClaim): Promise<Paper> {
  const view = await viewClaim(tx, claim);
  const towns = await municipalitiesByIds(
    tx,
    view.visits.map(({ part }) => part.municipalityId),
  );
  const names = new Map(towns.map(({ id, name }) => [id, name]));
  const specialist = await getSpecialist(tx, actor, claim.specialistId);
  const prefecture = await tx.findOneBy(Prefecture, { id: claim.prefectureId });
  return travelPaper({
    claim,
    view,
    journey: await journeyRowsOf(tx, claim.id),
    specialist: specialist.name,
    prefecture: prefecture?.name ?? '',
    townName: (id) => names.get(id) ?? id,
  });
}
