import { type Actor, knownId, notFound, type Page, type PageRequest } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Invoice, InvoiceEvidence, InvoiceLine, type InvoiceStatus } from './invoice.entity.js';
import { type BilledFigure, billedTo, type Difference, differencesOf, figureOf } from './reckoning/index.js';
import { visibleInvoices } from './settlement.policy.js';
import { reckonStatement } from './statement.queries.js';

export interface InvoiceFilter {
  readonly agreementId?: string | null;
  readonly partyId?: string | null;
  readonly statuses?: readonly InvoiceStatus[] | null;
}

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Invoice> {
  const { where, parameters } = visibleInvoices(actor);
  return tx.createQueryBuilder(Invoice, 'invoice').where(`(${where})`, { ...parameters });
}

export async function getInvoice(tx: Tx, actor: Actor, id: string): Promise<Invoice> {
  const invoice = await visible(tx, actor)
    .andWhere('invoice.id = :id', { id: knownId('invoice', id) })
    .getOne();
  if (!invoice) throw notFound('invoice');
  return invoice;
}

/** The latest first. */
export function listInvoices(
  tx: Tx,
  actor: Actor,
  { agreementId, partyId, statuses }: InvoiceFilter,
  page: PageRequest,
): Promise<Page<Invoice>> {
  const list = visible(tx, actor);
  if (agreementId) list.andWhere('invoice.agreementId = :of', { of: knownId('agreement', agreementId) });
  if (partyId) list.andWhere('invoice.partyId = :party', { party: knownId('party', partyId) });
  if (statuses?.length) list.andWhere('invoice.status IN (:...statuses)', { statuses });
  return keysetPage(
    list,
    {
      by: ['invoice.draftedAt', 'invoice.id'],
      order: 'DESC',
      keyOf: (row) => [row.draftedAt.toISOString(), row.id],
    },
    page,
  );
}

/** The lines of bills that the caller has already been allowed to see. */
export function invoiceLinesOf(tx: Tx, invoiceIds: readonly string[]): Promise<InvoiceLine[]> {
  return tx.find(InvoiceLine, {
    where: { invoiceId: In([...invoiceIds]) },
    order: { position: 'ASC' },
  });
}

/** What lines of bills rest on that the caller has already been allowed to see. */
export function invoiceEvidenceOf(tx: Tx, lineIds: readonly string[]): Promise<InvoiceEvidence[]> {
  return tx.find(InvoiceEvidence, {
    where: { lineId: In([...lineIds]) },
    order: { onDate: 'ASC', id: 'ASC' },
  });
}

/** Whether the frozen figures of a bill still follow from the days and terms as they stand now. */
export async function recheckInvoice(tx: Tx, actor: Actor, invoice: Invoice): Promise<readonly Difference[]> {
  const { agreementId, partyId, fromOn: from, toOn: to } = invoice;
  const statement = await reckonStatement(tx, actor, { agreementId, period: { from, to } });
  const frozen = (await invoiceLinesOf(tx, [invoice.id])).map(frozenFigure);
  return differencesOf(frozen, billedTo(partyId, statement).map(figureOf));
}

const frozenFigure = ({ item, label, fromOn: from, toOn: to, yen }: InvoiceLine): BilledFigure => ({
  item,
  label,
  from,
  to,
  yen,
});
