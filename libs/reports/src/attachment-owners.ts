import type { AttachmentOwner } from '@banso/platform';
import { may } from './reports.policy.js';
import { getVisitReport } from './visit/visit-report.queries.js';

/** Photos and papers of a visit: as long as its report is written, by whoever writes it. */
const ofVisitReports: AttachmentOwner = {
  type: 'VISIT_REPORT',
  find: async (tx, actor, id) => {
    const report = await getVisitReport(tx, actor, id);
    const writes = report.isOpen && may.write(actor, report);
    return {
      prefectureId: report.prefectureId,
      municipalityId: report.municipalityId,
      specialistId: report.specialistId,
      mayAdd: writes,
      mayChange: () => writes,
    };
  },
};

/** The records of this lib that files hang on. */
export const reportsAttachmentOwners: readonly AttachmentOwner[] = [ofVisitReports];
