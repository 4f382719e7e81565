import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { TravelClaimStatus } from './travel-claim-status.js';

/** One step in the life of a travel claim. */
@Entity('travel_claim_event')
export class TravelClaimEvent extends StatusEvent<TravelClaimStatus> {
  @Column('uuid', { name: 'claim_id' }) claimId: string;

  static of(
    claim: { readonly id: string; readonly prefectureId: string; readonly status: TravelClaimStatus },
    fromStatus: TravelClaimStatus | null,
    change: Change,
  ): TravelClaimEvent {
    return Object.assign(new TravelClaimEvent(), {
      claimId: claim.id,
      ...statusStep(claim, fromStatus, change),
    });
  }
}
