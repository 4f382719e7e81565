import type { AttachmentOwner } from '@banso/platform';
import { may as mayConsult } from './consultation.policy.js';
import { getConsultation } from './consultation.queries.js';
import { may } from './support-request.policy.js';
import { getSupportRequest } from './support-request.queries.js';

const ofRequests: AttachmentOwner = {
  type: 'SUPPORT_REQUEST',
  find: async (tx, actor, id) => {
    const request = await getSupportRequest(tx, actor, id);
    return {
      prefectureId: request.prefectureId,
      municipalityId: request.municipalityId,
      specialistId: null,
      mayAdd: may.attach(actor, request),
      mayChange: () => may.detach(actor, request),
    };
  },
};

const ofConsultations: AttachmentOwner = {
  type: 'CONSULTATION',
  find: async (tx, actor, id) => {
    const consultation = await getConsultation(tx, actor, id);
    return {
      prefectureId: consultation.prefectureId,
      municipalityId: consultation.municipalityId,
      specialistId: actor.role === 'SPECIALIST' ? actor.specialistId : null,
      mayAdd: mayConsult.attach(actor, consultation),
      mayChange: ({ addedRole }) => mayConsult.detach(actor, consultation, addedRole),
    };
  },
};

/** The records of this lib that files hang on. */
export const supportAttachmentOwners: readonly AttachmentOwner[] = [ofRequests, ofConsultations];
