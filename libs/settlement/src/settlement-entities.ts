import { AllocationTaxRule } from './allocation-tax-rule.entity.js';
import { CostActual } from './cost-actual.entity.js';
import { CostLine, CostMatrix, CostShare } from './cost-matrix.entity.js';
import { Invoice, InvoiceEvidence, InvoiceLine } from './invoice.entity.js';

export const settlementEntities = [
  CostMatrix,
  CostLine,
  CostShare,
  CostActual,
  Invoice,
  InvoiceLine,
  InvoiceEvidence,
  AllocationTaxRule,
];
