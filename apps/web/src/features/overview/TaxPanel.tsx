import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { Bar } from './Bars';
import { percentOf } from './figures';
import type { TaxData } from './overview.documents';
import { AsOf, Panel } from './Panel';
import { inYear } from './use-year';

/** 特別交付税の根拠: how much of the evidence is complete, and what is missing. */
export function TaxPanel({ data }: { readonly data: TaxData }) {
  const { t } = useTranslation();
  const { year, lines, ready } = data;
  return (
    <Panel
      id="tax"
      title={t('overview.tax.title')}
      definition={t('overview.tax.definition')}
      rows={{ to: inYear('/overview/tax', year.fiscalYear), label: t('overview.rows') }}
      list="OVERVIEW_TAX"
      filter={{ fiscalYear: year.fiscalYear }}
    >
      <AsOf year={year} />
      <p className="text-dns-14N-130 text-solid-gray-700">
        {t('overview.tax.until', { date: longDate(data.until) })}
      </p>
      {lines === 0 ? (
        <Empty
          action={
            <Link to={`/engagements/tax-evidence?year=${year.fiscalYear}`} className="link">
              {t('overview.tax.toEvidence')}
            </Link>
          }
        >
          {t('overview.tax.none')}
        </Empty>
      ) : (
        <>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="text-std-28B-150 tabular-nums">
              {t('overview.percent', { value: percentOf(ready, lines) ?? 0 })}
            </span>
            <Link to={inYear('/overview/tax', year.fiscalYear)} className="link tabular-nums">
              {t('overview.tax.figure', { ready, lines })}
            </Link>
            <span>{t('overview.tax.yen', { ready: yenOf(data.readyYen), all: yenOf(data.yen) })}</span>
          </p>
          <Bar tall most={lines} parts={[{ amount: ready, fill: 'full' }]} />
          <Table
            caption={t('overview.tax.lackingCaption')}
            rows={data.lacking}
            keyOf={({ check }) => check}
            columns={[
              {
                key: 'check',
                title: t('overview.tax.check'),
                heads: true,
                cell: ({ check }) => t(`overview.tax.checks.${check}`),
              },
              {
                key: 'bar',
                title: t('overview.tax.bar'),
                cell: ({ lines: missing }) => (
                  <Bar most={lines} parts={[{ amount: missing, fill: 'hatched' }]} />
                ),
              },
              {
                key: 'lines',
                title: t('overview.tax.lines'),
                numeric: true,
                nowrap: true,
                cell: ({ check, lines: missing }) => (
                  <Link to={inYear('/overview/tax', year.fiscalYear, { lack: check })} className="link">
                    {t('overview.cases', { value: missing })}
                  </Link>
                ),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
