export { ATTACHMENT_LIMITS } from './attachments/attachment-limits.js';
export * from './attachments/attachment-owner.js';
export {
  ORPHAN_DAYS,
  removeStoredFileHandler,
  scanAttachmentHandler,
  sweepAttachmentsHandler,
} from './attachments/attachment-upkeep.js';
export * from './attachments/attachment.entity.js';
export * from './attachments/attachment.jobs.js';
export type { OwnerRef } from './attachments/attachment.queries.js';
export * from './attachments/attachment.service.js';
export { ALL_FILE_KINDS, FILE_KINDS, type FileKind } from './attachments/file-kinds.js';
export { type FileKeeping, openFileKeeping } from './attachments/file-keeping.js';
export { contentDisposition } from './attachments/file-name.js';
export * from './audit/audit-chain.js';
export * from './audit/audit-check.js';
export * from './audit/audit-history.js';
export * from './audit/audit-tables.js';
export * from './audit/operation.js';
export * from './backup/index.js';
export { CLIENT_KEY_HOURS, forgetClientKeys } from './client-key.js';
export * from './audit/reading-log.js';
export * from './audit/record-version.js';
export * from './config.js';
export * from './data-source.js';
export * from './db.js';
export * from './dead-rows.js';
export * from './deadline.js';
export * from './erasure/index.js';
export * from './health/readiness.js';
export * from './health/serve-health.js';
export * from './job.js';
export * from './keyset-page.js';
export * from './log.js';
export * from './number-series.js';
export * from './outbox.js';
export * from './outbox-dispatcher.js';
export * from './outbox-executor.js';
export * from './outbox-lag.js';
export * from './paper/paper.js';
export { paperPdf } from './paper/paper-pdf.js';
export * from './personal-data/index.js';
export * from './platform.module.js';
export * from './queue.js';
export * from './rate-budget.js';
export * from './retention/retention-classes.js';
export { LOGIN, RolesMissing } from './row-security/roles.js';
export { GUARDS } from './row-security/tables.js';
export * from './schedule.js';
export { containsInSql, foldForSearch, gramsOf, placeOf, toHiragana } from './search-text.js';
export * from './secret-box.js';
export * from './sheet/index.js';
export * from './status-event.js';
export * from './telemetry/index.js';
export * from './thread-pool.js';
export * from './version.js';
export * from './work-loop.js';
export * from './work-state.js';
