import type { Actor, LocalDate } from '@banso/kernel';
import { type Agreement, UNSIGNED } from './agreement.entity.js';
import { agreementMay } from './agreement.policy.js';
import type { AgreementStatus } from './agreement-status.js';
import { statusOn } from './agreement-term.js';

export const AGREEMENT_ACTIONS = [
  'REVISE',
  'CONSULT',
  'RETURN_TO_DRAFT',
  'CONCLUDE',
  'WITHDRAW',
  'CONSULT_EXTENSION',
  'EXTEND',
  'DECLINE_EXTENSION',
  'END_EARLY',
] as const;
export type AgreementAction = (typeof AGREEMENT_ACTIONS)[number];

/** Who it takes, and the states in which it is open. */
type Rule = readonly [(actor: Actor, agreement: Agreement) => boolean, readonly AgreementStatus[]];

const RULES: Readonly<Record<AgreementAction, Rule>> = {
  REVISE: [agreementMay.prepare, UNSIGNED],
  CONSULT: [agreementMay.prepare, ['DRAFT']],
  RETURN_TO_DRAFT: [agreementMay.prepare, ['IN_CONSULTATION']],
  CONCLUDE: [agreementMay.decide, ['IN_CONSULTATION']],
  WITHDRAW: [agreementMay.prepare, UNSIGNED],
  CONSULT_EXTENSION: [agreementMay.prepare, ['ACTIVE']],
  EXTEND: [agreementMay.decide, ['EXTENSION_CONSULTATION']],
  DECLINE_EXTENSION: [agreementMay.decide, ['EXTENSION_CONSULTATION']],
  END_EARLY: [agreementMay.decide, ['CONCLUDED', 'ACTIVE', 'EXTENSION_CONSULTATION']],
};

/** What the page may offer: the same policy and states that the services enforce. */
export function agreementActionsOf(actor: Actor, agreement: Agreement, today: LocalDate): AgreementAction[] {
  const status = statusOn(agreement, today);
  return AGREEMENT_ACTIONS.filter((action) => {
    const [allows, states] = RULES[action];
    return allows(actor, agreement) && states.includes(status);
  });
}
