import type { AttachmentOwner } from '@banso/platform';
import { claimMay } from './travel-claim.policy.js';
import { getTravelClaim } from './travel-claim.queries.js';
import { isWritable } from './travel-claim-status.js';

/** 領収書: as long as the claim is written, by whoever travelled. */
const ofTravelClaims: AttachmentOwner = {
  type: 'TRAVEL_CLAIM',
  find: async (tx, actor, id) => {
    const claim = await getTravelClaim(tx, actor, id);
    const writes = isWritable(claim.status) && claimMay.write(actor, claim);
    return {
      prefectureId: claim.prefectureId,
      municipalityId: null,
      specialistId: claim.specialistId,
      mayAdd: writes,
      mayChange: () => writes,
    };
  },
};

/** The records of this lib that files hang on. */
export const settlementAttachmentOwners: readonly AttachmentOwner[] = [ofTravelClaims];
