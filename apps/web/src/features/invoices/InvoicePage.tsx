import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, longInstant } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { savePaper } from '../../ui/save-file';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { InvoiceActions } from './InvoiceActions';
import { InvoiceCheck } from './InvoiceCheck';
import { InvoiceLines } from './InvoiceLines';
import { InvoiceDocument, InvoicePaperDocument, type InvoiceRecord } from './invoices.documents';
import { InvoiceStatus } from './InvoiceStatus';

/** One invoice, every figure of it traced to its article and its days. */
export function InvoicePage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(InvoiceDocument, { id });
  return (
    <Loaded of={load}>
      {({ invoice }) => (
        <Page
          title={t('invoices.titleOf', { party: invoice.party ? nameOf(invoice.party) : '' })}
          back={{ to: '/engagements/invoices', label: t('invoices.back') }}
        >
          <Record invoice={invoice} />
          {below?.(invoice.id)}
        </Page>
      )}
    </Loaded>
  );
}

function Record({ invoice }: { readonly invoice: InvoiceRecord }) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const byAt = (name: string | null, at: string | null) =>
    name !== null && at !== null && t('invoices.byAt', { name, at: longInstant(at) });
  const issued = byAt(invoice.issuedByName, invoice.issuedAt);
  const cancelled = byAt(invoice.cancelledByName, invoice.cancelledAt);
  const standing = invoice.status === 'DRAFT' || invoice.status === 'ISSUED';
  return (
    <>
      <InvoiceActions invoice={invoice} />
      <Facts
        items={[
          { term: t('invoices.number'), value: invoice.number ?? t('invoices.noNumber') },
          { term: t('invoices.status'), value: <InvoiceStatus status={invoice.status} /> },
          {
            term: t('invoices.total'),
            value: <strong className="text-std-20B-150">{yenOf(invoice.totalYen)}</strong>,
          },
          {
            term: t('invoices.period'),
            value: t('invoices.periodValue', {
              from: longDate(invoice.fromOn),
              to: longDate(invoice.toOn),
            }),
          },
          invoice.agreement && {
            term: t('invoices.agreement'),
            value: (
              <>
                {invoice.agreement.number} <AsWritten>{invoice.agreement.title}</AsWritten>
              </>
            ),
          },
          { term: t('invoices.drafted'), value: byAt(invoice.draftedByName, invoice.draftedAt) },
          issued && { term: t('invoices.issued'), value: issued },
          cancelled && { term: t('invoices.cancelled'), value: cancelled },
          invoice.cancelReason !== null && {
            term: t('invoices.cancelReason'),
            value: <AsWritten>{invoice.cancelReason}</AsWritten>,
          },
        ]}
      />
      <Section title={t('invoices.lines')} id="lines" aside={<TakePaper id={invoice.id} />}>
        <InvoiceLines invoice={invoice} />
      </Section>
      {role === 'HUB_STAFF' && standing && <InvoiceCheck id={invoice.id} />}
    </>
  );
}

/** Whoever works on it, and the town that pays. */
const MAY_TAKE = ['COORDINATOR', 'APPROVER', 'REQUESTER'] as const;

/** The bill as PDF, with what it rests on. */
function TakePaper({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const { run, busy, refusal } = useAction(InvoicePaperDocument);
  if (!MAY_TAKE.some((duty) => duties.includes(duty))) return null;
  const take = async () => {
    const file = (await run({ id }))?.makeInvoicePaper;
    if (file) savePaper(file);
  };
  return (
    <div className="no-print">
      <ErrorSummary refusal={refusal} />
      <Button size="small" busy={busy} onClick={() => void take()}>
        {t('invoices.paper')}
      </Button>
    </div>
  );
}
