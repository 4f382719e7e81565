import { useTranslation } from 'react-i18next';
import { daySumsOf } from './DaysTable';
import { inTimeOf } from './EffectPanel';
import { daysSaid, percentOf } from './figures';
import type { CoverageData, DaysData, EffectData, TaxData, WaitData } from './overview.documents';

export interface KeyData {
  readonly coverage: CoverageData | undefined;
  readonly waits: WaitData | undefined;
  readonly days: DaysData | undefined;
  readonly tax: TaxData | undefined;
  readonly effects: EffectData | undefined;
}

export interface KeyFigure {
  readonly id: 'coverage' | 'waits' | 'days' | 'tax' | 'effects';
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly before: string;
  readonly definition: string;
}

const waitOf = (figures: WaitData['figures'] | undefined): number | null =>
  figures?.find(({ wait, size }) => wait === 'VISIT' && size === null)?.median ?? null;

/** The five that are told first, on the screen and on paper. */
export function useKeyFigures({ coverage, waits, days, tax, effects }: KeyData): readonly KeyFigure[] {
  const { t } = useTranslation();
  const none = t('overview.none');
  const percent = (value: number | null): string =>
    value === null ? none : t('overview.percent', { value });
  const inDays = (value: number | null): string => (value === null ? none : t('overview.days', { value }));
  const sums = daySumsOf(days?.rows ?? []);
  const usedBefore = days?.rows.reduce((sum, { usedDaysBefore }) => sum + usedDaysBefore, 0) ?? 0;
  return [
    {
      id: 'coverage',
      name: t('overview.report.names.coverage'),
      value: coverage ? percent(percentOf(coverage.visited, coverage.towns)) : none,
      detail: coverage ? t('overview.coverage.figure', coverage) : '',
      before: coverage ? t('overview.coverage.figure', coverage.before) : none,
      definition: t('overview.report.how.coverage'),
    },
    {
      id: 'waits',
      name: t('overview.report.names.wait'),
      value: inDays(waitOf(waits?.figures)),
      detail: waits ? t('overview.waits.received', { count: waits.received }) : '',
      before: inDays(waitOf(waits?.before)),
      definition: t('overview.report.how.waits'),
    },
    {
      id: 'days',
      name: t('overview.report.names.days'),
      value: inDays(days ? Number(daysSaid(sums.used + sums.planned)) : null),
      detail: days
        ? t('overview.daysUsed.figure', {
            used: daysSaid(sums.used),
            planned: daysSaid(sums.planned),
            contract: daysSaid(sums.contract),
          })
        : '',
      before: days ? t('overview.days', { value: daysSaid(usedBefore) }) : none,
      definition: t('overview.report.how.days'),
    },
    {
      id: 'tax',
      name: t('overview.report.names.tax'),
      value: tax ? percent(percentOf(tax.ready, tax.lines)) : none,
      detail: tax ? t('overview.tax.figure', { ready: tax.ready, lines: tax.lines }) : '',
      before: none,
      definition: t('overview.report.how.tax'),
    },
    {
      id: 'effects',
      name: t('overview.report.names.effect'),
      value: effects ? percent(inTimeOf(effects.steps)) : none,
      detail: effects
        ? t('overview.effects.stepsFigure', {
            done: effects.steps.inTime,
            of: effects.steps.inTime + effects.steps.late,
          })
        : '',
      before: effects ? percent(inTimeOf(effects.before.steps)) : none,
      definition: t('overview.report.how.effects'),
    },
  ];
}

/** The first look: each leads to its panel. */
export function KeyFigures(data: KeyData) {
  const { t } = useTranslation();
  const figures = useKeyFigures(data);
  return (
    <nav aria-label={t('overview.keyFigures')}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5 print:grid-cols-5">
        {figures.map(({ id, name, value, detail, before }) => (
          <li key={id} className="min-w-0">
            <a
              href={`#${id}`}
              className="flex h-full flex-col gap-1 rounded-8 border border-solid-gray-420 px-4 py-3 text-solid-gray-900 no-underline hover:border-key-900 hover:bg-key-50"
            >
              <span className="grow text-dns-14N-130 underline underline-offset-4">{name}</span>
              <span className="text-std-28B-150 tabular-nums">{value}</span>
              <span className="text-dns-14N-130">{detail}</span>
              <span className="text-dns-14N-130 text-solid-gray-700">
                {t('overview.before', { value: before })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
