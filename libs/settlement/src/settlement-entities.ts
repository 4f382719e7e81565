import { AllocationTaxRule } from './allocation-tax-rule.entity.js';
import { CostActual } from './cost-actual.entity.js';
import { CostLine, CostMatrix, CostShare } from './cost-matrix.entity.js';
import { Invoice, InvoiceEvidence, InvoiceLine } from './invoice.entity.js';
import { TravelClaim } from './travel/travel-claim.entity.js';
import { TravelClaimEvent } from './travel/travel-claim-event.entity.js';
import { TravelClaimVisit } from './travel/travel-claim-visit.entity.js';
import { TravelLeg, TravelNight, TravelReceipt } from './travel/travel-journey.entity.js';
import { TravelLine } from './travel/travel-line.entity.js';
import { TravelRuleVersion } from './travel/travel-rule-version.entity.js';

export const settlementEntities = [
  CostMatrix,
  CostLine,
  CostShare,
  CostActual,
  Invoice,
  InvoiceLine,
  InvoiceEvidence,
  AllocationTaxRule,
  TravelClaim,
  TravelClaimEvent,
  TravelClaimVisit,
  TravelLeg,
  TravelNight,
  TravelReceipt,
  TravelLine,
  TravelRuleVersion,
];
