import { sweepAgreements } from './agreement.jobs.js';

export * from './agreement.entity.js';
export * from './agreement.jobs.js';
export * from './agreement.queries.js';
export * from './agreement-actions.js';
export * from './agreement-draft.service.js';
export * from './agreement-event.entity.js';
export { AGREEMENT_PAPERS, type AgreementPaper } from './agreement-paper.js';
export * from './agreement-paper.service.js';
export * from './agreement-status.js';
export { isDue, noticeOn, statusOn } from './agreement-term.js';
export { AgreementTermService, keepAgreementsUp } from './agreement-term.service.js';
export * from './attendance.entity.js';
export * from './engagement-entities.js';
export * from './engagement.module.js';
export * from './office/office.entity.js';
export * from './office/office.queries.js';
export * from './office/office-roster.js';
export * from './office/office.service.js';
export * from './party.entity.js';
export * from './party.queries.js';
export * from './party.service.js';
export * from './placement.entity.js';
export * from './planned-days.js';

/** Every job that this lib asks for; the worker has one handler for each. */
export const engagementJobs = [sweepAgreements];
