import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf } from '../../i18n/words';
import { Bar, Key } from './Bars';
import { percentOf } from './figures';
import { CoverageMap } from './CoverageMap';
import type { CoverageData } from './overview.documents';
import { AsOf, Panel } from './Panel';
import { inYear } from './use-year';

const FIRST = 12;

/** 全市町村訪問: who has been visited, who has not, who waits longest. */
export function CoveragePanel({
  data,
  target,
}: {
  readonly data: CoverageData;
  /** Per cent; null: none was entered. */
  readonly target: number | null;
}) {
  const { t } = useTranslation();
  const { year, towns, visited, onlineOnly, notVisited, before } = data;
  const wanted = target ?? 100;
  const key = (
    fill: 'full' | 'hatched' | 'empty',
    reach: 'VISITED' | 'ONLINE_ONLY' | 'NOT_VISITED',
    count: number,
  ) => ({
    fill,
    words: `${t(`overview.coverage.reaches.${reach}`)} ${count}`,
  });
  const open = data.rows.filter(({ reach }) => reach !== 'VISITED');
  return (
    <Panel
      id="coverage"
      title={t('overview.coverage.title')}
      definition={t('overview.coverage.definition')}
      rows={{ to: inYear('/overview/towns', year.fiscalYear), label: t('overview.rows') }}
      list="OVERVIEW_TOWNS"
      filter={{ fiscalYear: year.fiscalYear }}
    >
      <AsOf year={year} />
      <div className="grid gap-8 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <Link
              to={inYear('/overview/towns', year.fiscalYear, { reach: 'VISITED' })}
              className="link text-std-28B-150 tabular-nums"
            >
              {t('overview.coverage.figure', { visited, towns })}
            </Link>
            <span className="text-std-20B-150 tabular-nums">
              {t('overview.percent', { value: percentOf(visited, towns) ?? 0 })}
            </span>
            <span className="text-solid-gray-700">
              {t('overview.before', { value: t('overview.coverage.figure', before) })}
            </span>
          </p>
          <Bar
            tall
            most={towns}
            line={Math.ceil((towns * wanted) / 100)}
            parts={[
              { amount: visited, fill: 'full' },
              { amount: onlineOnly, fill: 'hatched' },
              { amount: notVisited, fill: 'empty' },
            ]}
          />
          <Key
            entries={[
              key('full', 'VISITED', visited),
              key('hatched', 'ONLINE_ONLY', onlineOnly),
              key('empty', 'NOT_VISITED', notVisited),
            ]}
          />
          <p className="text-dns-16N-130">
            {t('overview.coverage.target', { value: wanted, towns: Math.ceil((towns * wanted) / 100) })}
            {target === null && (
              <span className="block text-solid-gray-700">{t('overview.coverage.targetNote')}</span>
            )}
          </p>
          <p>
            <Link to={`/visits?view=made&from=${year.from}&to=${year.to}`} className="link">
              {t('overview.coverage.visits', { onSite: data.onSite, online: data.online })}
            </Link>
          </p>
          <h3 className="text-std-17B-170">{t('overview.coverage.notVisitedFirst')}</h3>
          {open.length === 0 ? (
            <p>{t('overview.coverage.allVisited')}</p>
          ) : (
            <ul className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3">
              {open.slice(0, FIRST).map((row) => (
                <li key={row.municipalityId} className="text-dns-16N-130">
                  {row.municipality && nameOf(row.municipality)}{' '}
                  <span className="text-solid-gray-700">
                    {row.daysSince === null
                      ? t('overview.coverage.never')
                      : t('overview.days', { value: row.daysSince })}
                  </span>
                </li>
              ))}
              {open.length > FIRST && (
                <li className="text-dns-16N-130">
                  <Link to={inYear('/overview/towns', year.fiscalYear)} className="link">
                    {t('overview.coverage.more', { count: open.length - FIRST })}
                  </Link>
                </li>
              )}
            </ul>
          )}
        </div>
        <CoverageMap rows={data.rows} year={year.fiscalYear} />
      </div>
    </Panel>
  );
}
