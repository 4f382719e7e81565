import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { DraftInvoice } from './DraftInvoice';
import { type InvoiceRow, InvoicesDocument } from './invoices.documents';
import { InvoiceStatus } from './InvoiceStatus';

/** Invoices; a town sees those to it that were issued. */
export function InvoiceListPage() {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const page = usePage();
  const load = useLoad(InvoicesDocument, page, { about: ['Invoice'] });
  const isTown = role === 'MUNICIPALITY_STAFF';
  return (
    <Page
      title={t('invoices.title')}
      lead={<p>{t(isTown ? 'invoices.leadTown' : 'invoices.lead')}</p>}
      back={{ to: '/engagements', label: t('invoices.toAll') }}
    >
      <Loaded of={load}>
        {({ invoices: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty>{t(isTown ? 'invoices.noneTown' : 'invoices.none')}</Empty>
          ) : (
            <div className="flex flex-col gap-4">
              <InvoiceTable rows={edges.map(({ node }) => node)} />
              <Pager total={totalCount} pageInfo={pageInfo} />
              <ExportMenu list="INVOICES" />
            </div>
          )
        }
      </Loaded>
      {duties.includes('COORDINATOR') && (
        <Section title={t('invoices.draft')} id="draft">
          <p>{t('invoices.draftLead')}</p>
          <DraftInvoice />
        </Section>
      )}
    </Page>
  );
}

function InvoiceTable({ rows }: { readonly rows: readonly InvoiceRow[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('invoices.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'number',
          title: t('invoices.number'),
          heads: true,
          nowrap: true,
          cell: ({ id, number }) => (
            <Link to={`/engagements/invoices/${id}`} className="link">
              {number ?? t('invoices.noNumber')}
            </Link>
          ),
        },
        { key: 'party', title: t('invoices.party'), cell: ({ party }) => party && nameOf(party) },
        {
          key: 'agreement',
          title: t('invoices.agreement'),
          cell: ({ agreement }) => agreement && <AsWritten>{agreement.title}</AsWritten>,
        },
        {
          key: 'period',
          title: t('invoices.period'),
          cell: ({ fromOn, toOn }) =>
            t('invoices.periodValue', { from: longDate(fromOn), to: longDate(toOn) }),
        },
        {
          key: 'total',
          title: t('invoices.total'),
          numeric: true,
          nowrap: true,
          cell: ({ totalYen }) => yenOf(totalYen),
        },
        {
          key: 'status',
          title: t('invoices.status'),
          nowrap: true,
          cell: ({ status }) => <InvoiceStatus status={status} />,
        },
      ]}
    />
  );
}
