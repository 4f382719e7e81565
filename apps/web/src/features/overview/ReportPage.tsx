import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName } from '../../i18n/dates';
import { useAffiliation } from '../../session';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { useKeyFigures } from './KeyFigures';
import {
  CoverageDocument,
  type CoverageData,
  DaysDocument,
  EffectsDocument,
  TaxDocument,
  type WaitData,
  WaitsDocument,
} from './overview.documents';
import { AsOf } from './Panel';
import { inYear, useYear } from './use-year';
import { YearLinks } from './YearLinks';

const SIZES = ['SMALL', 'MIDDLE', 'LARGE', null] as const;

/** 首長・議会向け: one page on its side with five numbers, how each is counted, and one table. */
export function ReportPage() {
  const { t } = useTranslation();
  const place = useAffiliation();
  const { year: fiscalYear } = useYear();
  const coverage = useLoad(CoverageDocument, { fiscalYear });
  const waits = useLoad(WaitsDocument, { fiscalYear });
  const days = useLoad(DaysDocument, { fiscalYear });
  const tax = useLoad(TaxDocument, { fiscalYear });
  const effects = useLoad(EffectsDocument, { fiscalYear });
  const figures = useKeyFigures({
    coverage: coverage.data?.coverageOverview,
    waits: waits.data?.waitOverview,
    days: days.data?.dayOverview,
    tax: tax.data?.taxReadiness,
    effects: effects.data?.effectOverview,
  });
  return (
    <Page
      title={t('overview.report.title', { year: fiscalYearName(fiscalYear) })}
      back={{ to: inYear('/overview', fiscalYear), label: t('overview.back') }}
    >
      <div className="print-wide print-one-page flex flex-col gap-6">
        <div className="no-print flex flex-wrap items-center justify-between gap-4">
          <YearLinks />
          <Button look="primary" size="small" onClick={() => window.print()}>
            {t('overview.print')}
          </Button>
        </div>
        <Loaded of={coverage}>
          {({ coverageOverview }) => (
            <Loaded of={waits}>
              {({ waitOverview }) => (
                <>
                  <div>
                    <p>{t('overview.report.by', { place })}</p>
                    <AsOf year={coverageOverview.year} />
                    <p className="text-dns-14N-130 text-solid-gray-700">{t('overview.report.note')}</p>
                  </div>
                  <Table
                    caption={t('overview.report.caption')}
                    captionHidden={false}
                    rows={figures}
                    keyOf={({ id }) => id}
                    columns={[
                      {
                        key: 'name',
                        title: t('overview.report.figure'),
                        heads: true,
                        cell: ({ name }) => name,
                      },
                      {
                        key: 'value',
                        title: t('overview.report.value'),
                        nowrap: true,
                        cell: ({ value, detail }) => (
                          <>
                            <strong className="block text-std-20B-150 tabular-nums">{value}</strong>
                            <span className="block">{detail}</span>
                          </>
                        ),
                      },
                      {
                        key: 'before',
                        title: t('overview.report.beforeValue'),
                        nowrap: true,
                        cell: ({ before }) => before,
                      },
                      {
                        key: 'meaning',
                        title: t('overview.report.meaning'),
                        cell: ({ definition }) => <span className="text-dns-14N-130">{definition}</span>,
                      },
                    ]}
                  />
                  <BySize coverage={coverageOverview} waits={waitOverview} />
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function BySize({ coverage, waits }: { readonly coverage: CoverageData; readonly waits: WaitData }) {
  const { t } = useTranslation();
  const rows = SIZES.map((size) => {
    const towns = coverage.rows.filter((row) => size === null || row.size === size);
    const wait = waits.figures.find((one) => one.wait === 'VISIT' && one.size === size);
    return {
      size,
      towns: towns.length,
      visited: towns.filter(({ reach }) => reach === 'VISITED').length,
      onlineOnly: towns.filter(({ reach }) => reach === 'ONLINE_ONLY').length,
      notVisited: towns.filter(({ reach }) => reach === 'NOT_VISITED').length,
      median: wait?.median ?? null,
      waiting: wait?.waiting ?? 0,
    };
  });
  type Row = (typeof rows)[number];
  const count = (key: 'visited' | 'onlineOnly' | 'notVisited' | 'towns' | 'waiting', title: string) => ({
    key,
    title,
    numeric: true,
    nowrap: true,
    cell: (row: Row) => row[key],
  });
  return (
    <Table
      caption={t('overview.report.tableCaption')}
      captionHidden={false}
      rows={rows}
      keyOf={({ size }) => size ?? 'ALL'}
      columns={[
        {
          key: 'size',
          title: t('overview.waits.size'),
          heads: true,
          cell: ({ size }) => (size ? t(`overview.size.${size}`) : t('overview.allTowns')),
        },
        count('towns', t('overview.report.towns')),
        count('visited', t('overview.coverage.reaches.VISITED')),
        count('onlineOnly', t('overview.coverage.reaches.ONLINE_ONLY')),
        count('notVisited', t('overview.coverage.reaches.NOT_VISITED')),
        {
          key: 'median',
          title: t('overview.report.medianWait'),
          numeric: true,
          nowrap: true,
          cell: ({ median }) =>
            median === null ? t('overview.none') : t('overview.days', { value: median }),
        },
        count('waiting', t('overview.report.waiting')),
      ]}
    />
  );
}
