import { BidRestrictionNote } from './bid-restriction-note.entity.js';
import { ConflictOfInterest } from './conflict-of-interest.entity.js';
import { resolveConflict, sweepConflicts } from './conflict.jobs.js';
import { ConsultationEvent } from './consultation-event.entity.js';
import { Consultation } from './consultation.entity.js';
import { Procurement, ProcurementEvent, ProcurementVendor } from './procurement.entity.js';
import { ShortlistEntry } from './shortlist-entry.entity.js';
import { SupportRequest } from './support-request.entity.js';
import { SupportRequestEvent } from './support-request-event.entity.js';
import { SupportTeamMember } from './support-team-member.entity.js';
import { assignConsultation, escalateConsultation, sweepConsultations } from './consultation.jobs.js';
import { callOffVisits } from './support-request.jobs.js';

export { supportAttachmentOwners } from './attachment-owners.js';
export { noteAdvice } from './bid-restriction.js';
export * from './bid-restriction-note.entity.js';
export { answerDayOf } from './case-notices.js';
export * from './conflict.jobs.js';
export { conflictsOf, lapseConflicts, shutOut, noConflictWith } from './conflict.queries.js';
export * from './conflict.service.js';
export * from './conflict-of-interest.entity.js';
export * from './conflict-resolution.js';
export * from './consultation-actions.js';
export * from './consultation-answer.service.js';
export * from './consultation-desk.js';
export * from './consultation-event.entity.js';
export * from './consultation-hours.js';
export * from './consultation-intake.service.js';
export * from './consultation-status.js';
export * from './consultation.entity.js';
export * from './consultation.jobs.js';
export { assignmentFor } from './consultation.policy.js';
export * from './consultation.queries.js';
export * from './desk-assignment.js';
export * from './hand-over.service.js';
export * from './procurement.entity.js';
export { procurementMay, readsProcurement } from './procurement.policy.js';
export * from './procurement.queries.js';
export * from './request-form.service.js';
export { namesToHide } from './names-to-hide.js';
export {
  BLACKED_OUT,
  type Cut,
  CUT_KINDS,
  type CutKind,
  insideWords,
  redact,
  type Redacted,
} from './redaction.js';
export {
  AUDIENCES,
  type Audience,
  type RequestSheet,
  SHEET_FIELDS,
  type SheetField,
} from './request-sheet.js';
export * from './request-sheet.service.js';
export { SchemeUseService } from './scheme-use.service.js';
export * from './selection.service.js';
export * from './shortlist-entry.entity.js';
export * from './specialist-work.js';
export * from './support-course.service.js';
export * from './support-request-actions.js';
export * from './support-request.entity.js';
export * from './support-request.jobs.js';
export * from './support-request.policy.js';
export * from './support-request.queries.js';
export * from './support-request-event.entity.js';
export * from './support-request-intake.service.js';
export * from './support-request-status.js';
export * from './support-request-triage.service.js';
export * from './support.module.js';

export const supportEntities = [
  SupportRequest,
  SupportRequestEvent,
  ShortlistEntry,
  SupportTeamMember,
  Consultation,
  ConsultationEvent,
  Procurement,
  ProcurementVendor,
  ProcurementEvent,
  ConflictOfInterest,
  BidRestrictionNote,
];

/** Every job that this lib asks for; the worker has one handler for each. */
export const supportJobs = [
  assignConsultation,
  sweepConsultations,
  escalateConsultation,
  callOffVisits,
  resolveConflict,
  sweepConflicts,
];
