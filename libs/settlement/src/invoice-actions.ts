import type { Actor } from '@banso/kernel';
import { type Invoice, leadsTo } from './invoice.entity.js';
import { may } from './settlement.policy.js';

export const INVOICE_ACTIONS = ['ISSUE', 'DISCARD', 'CANCEL'] as const;
export type InvoiceAction = (typeof INVOICE_ACTIONS)[number];

type Rule = (actor: Actor, invoice: Invoice) => boolean;

const RULES: Readonly<Record<InvoiceAction, Rule>> = {
  ISSUE: (actor, one) => may.issue(actor, one) && leadsTo(one, 'ISSUED'),
  DISCARD: (actor, one) => may.discard(actor, one) && leadsTo(one, 'DISCARDED'),
  CANCEL: (actor, one) => may.cancel(actor, one) && leadsTo(one, 'CANCELLED'),
};

/** What the page may offer: the same policy and states that the service enforces. */
export const invoiceActionsOf = (actor: Actor, invoice: Invoice): InvoiceAction[] =>
  INVOICE_ACTIONS.filter((action) => RULES[action](actor, invoice));
