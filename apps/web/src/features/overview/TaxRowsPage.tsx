import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { StatusText } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import { type TaxData, TaxDocument } from './overview.documents';
import { AsOf } from './Panel';
import { RowsPage } from './RowsPage';
import { useYear } from './use-year';

const CHECKS = ['MEASURE', 'PERSON', 'REPORT', 'INVOICE'] as const;

/** Each cost line, and which of the four things it has. */
export function TaxRowsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { year: fiscalYear } = useYear();
  const lack = CHECKS.find((one) => one === search.get('lack')) ?? null;
  const load = useLoad(TaxDocument, { fiscalYear }, { about: ['TaxMeasure', 'Invoice'] });
  return (
    <RowsPage
      title={t('overview.tax.tableTitle')}
      definition={t('overview.tax.definition')}
      choices={[
        CHECKS.map((value) => ({
          name: 'lack',
          value,
          label: t('overview.tax.lackOf', { what: t(`overview.tax.checks.${value}`) }),
        })),
      ]}
      list="OVERVIEW_TAX"
      filter={{ fiscalYear, lack }}
    >
      <Loaded of={load}>
        {({ taxReadiness: data }) => (
          <>
            <AsOf year={data.year} />
            <p>
              {t('overview.tax.until', { date: longDate(data.until) })}{' '}
              {t('overview.tax.sum', { ready: data.ready, open: data.lines - data.ready, lines: data.lines })}{' '}
              <Link to={`/engagements/tax-evidence?year=${fiscalYear}`} className="link no-print">
                {t('overview.tax.toEvidence')}
              </Link>
            </p>
            <Lines rows={data.rows.filter(({ missing }) => lack === null || missing.includes(lack))} />
          </>
        )}
      </Loaded>
    </RowsPage>
  );
}

function Lines({ rows }: { readonly rows: TaxData['rows'] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Empty>{t('overview.effects.empty')}</Empty>;
  return (
    <>
      <Table
        caption={t('overview.tax.tableCaption')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'party',
            title: t('overview.tax.party'),
            heads: true,
            cell: ({ party }) => party && nameOf(party),
          },
          {
            key: 'agreement',
            title: t('overview.tax.agreement'),
            cell: ({ agreement }) =>
              agreement && (
                <Link to={`/engagements/agreements/${agreement.id}`} className="link">
                  {agreement.number} <AsWritten>{agreement.title}</AsWritten>
                </Link>
              ),
          },
          {
            key: 'item',
            title: t('overview.tax.item'),
            nowrap: true,
            cell: ({ item }) => t(`costs.items.${item}`),
          },
          {
            key: 'measure',
            title: t('overview.tax.measure'),
            cell: ({ measure }) =>
              measure === null ? t('overview.tax.noMeasure') : <AsWritten>{measure}</AsWritten>,
          },
          {
            key: 'yen',
            title: t('overview.tax.amount'),
            numeric: true,
            nowrap: true,
            cell: ({ yen }) => yenOf(yen),
          },
          ...CHECKS.map((check) => ({
            key: check,
            title: t(`overview.tax.checks.${check}`),
            nowrap: true,
            cell: ({ missing }: TaxData['rows'][number]) =>
              missing.includes(check) ? (
                <StatusText tone="waiting">{t('overview.tax.hasNot')}</StatusText>
              ) : (
                <StatusText tone="finished">{t('overview.tax.has')}</StatusText>
              ),
          })),
        ]}
      />
      <p className="text-std-16B-170">{t('overview.total', { total: rows.length })}</p>
    </>
  );
}
