export {
  clausesOf,
  costAgreementsByIds,
  type CostParty,
  getCostAgreement,
  listCostAgreements,
  partiesOf,
} from './agreement-costs.queries.js';
export * from './allocation-tax-rule.entity.js';
export * from './allocation-tax.service.js';
export { type AttendanceSheet, attendanceSheets, type MonthUse, monthUse } from './attendance.queries.js';
export * from './attendance.service.js';
export * from './cost-actual.entity.js';
export * from './cost-actual.service.js';
export { type CostMatrixVersion, listCostActuals, listCostMatrices } from './cost.queries.js';
export * from './cost-matrix.entity.js';
export type { CostLineInput, CostMatrixInput, ShareInput } from './cost-matrix-input.js';
export * from './cost-matrix.service.js';
export { ownDays, type OwnDays } from './days/own-days.queries.js';
export * from './invoice.entity.js';
export {
  getInvoice,
  type InvoiceFilter,
  invoiceEvidenceOf,
  invoiceLinesOf,
  listInvoices,
  recheckInvoice,
} from './invoice.queries.js';
export * from './invoice.service.js';
export * from './invoice-paper.service.js';
export * from './invoice-actions.js';
export * from './reckoning/index.js';
export * from './settlement-entities.js';
export * from './settlement.module.js';
export { reckonStatement } from './statement.queries.js';
export * from './tax-evidence.js';
export * from './travel/index.js';
export { listTaxRules, taxEvidence, type TaxEvidenceTable } from './tax-evidence.queries.js';
export { settlementAttachmentOwners } from './travel/attachment-owners.js';
