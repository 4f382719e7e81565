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
export * from './council/council-meeting.entity.js';
export {
  attendancesOf,
  casesOf,
  getRound,
  listDeclarations,
  listCouncilMeetings,
  listRounds,
  signatoriesOf,
  stopsOf,
} from './council/council.queries.js';
export * from './council/declaration.entity.js';
export * from './council/declaration.service.js';
export * from './council/meeting.service.js';
export * from './council/round-order.js';
export * from './council/round.service.js';
export * from './council/town-round.entity.js';
export * from './council/training-year.js';
export * from './engagement-entities.js';
export * from './engagement.module.js';
export * from './joint/index.js';
export * from './office/office.entity.js';
export * from './office/office.queries.js';
export * from './office/office-roster.js';
export * from './office/office.service.js';
export * from './party.entity.js';
export * from './party.queries.js';
export * from './party.service.js';
export * from './placement.entity.js';
export * from './planned-days.js';

export * from './quota.entity.js';
export * from './quota.policy.js';
export * from './quota.queries.js';
export * from './quota-counting.js';
export * from './quota-sharing.js';
export * from './scheme.entity.js';
export * from './scheme.policy.js';
export * from './scheme.queries.js';
export * from './scheme.service.js';
export { amountAsked, amountTaken } from './scheme-caps.js';
export * from './scheme-loader.js';
export * from './scheme-route.js';
export * from './scheme-routing.js';
export * from './scheme-terms.js';
export * from './scheme-use.entity.js';
export * from './scheme-words.js';

/** Every job that this lib asks for; the worker has one handler for each. */
export const engagementJobs = [sweepAgreements];
