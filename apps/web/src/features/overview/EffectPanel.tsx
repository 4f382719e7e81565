import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '../../ui/Table';
import { Bar } from './Bars';
import { percentOf } from './figures';
import type { EffectData, StepEnd } from './overview.documents';
import { AsOf, Panel } from './Panel';
import { inYear } from './use-year';

const ENDS = {
  IN_TIME: ['inTime', 'full'],
  LATE: ['late', 'hatched'],
  RUNNING: ['running', 'dotted'],
  DROPPED: ['dropped', 'empty'],
} as const satisfies Record<StepEnd, readonly [keyof EffectData['steps'], string]>;
const END_NAMES = ['IN_TIME', 'LATE', 'RUNNING', 'DROPPED'] as const;
const QUESTIONS = ['usefulness', 'clarity', 'progress', 'again'] as const;

/** Of those whose 90 days are over, or that were done in them. */
export const inTimeOf = ({ inTime, late }: EffectData['steps']): number | null =>
  percentOf(inTime, inTime + late);

/** 効果: next steps, ratings, needs that came back. */
export function EffectPanel({ data }: { readonly data: EffectData }) {
  const { t } = useTranslation();
  const { year, steps, before, repeats, requests } = data;
  const share = (of: EffectData['steps']): string | null => {
    const value = inTimeOf(of);
    return value === null ? null : t('overview.percent', { value });
  };
  const shareBefore = share(before.steps);
  return (
    <Panel id="effects" title={t('overview.effects.title')} definition={t('overview.effects.definition')}>
      <AsOf year={year} />
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <h3 className="text-std-17B-170">{t('overview.effects.steps')}</h3>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="text-std-28B-150 tabular-nums">{share(steps) ?? t('overview.none')}</span>
            <span className="tabular-nums">
              {t('overview.effects.stepsFigure', { done: steps.inTime, of: steps.inTime + steps.late })}
            </span>
            <span className="text-solid-gray-700">
              {shareBefore === null ? t('overview.beforeNone') : t('overview.before', { value: shareBefore })}
            </span>
          </p>
          <Table
            caption={t('overview.effects.stepsCaption')}
            rows={END_NAMES}
            keyOf={(end) => end}
            columns={[
              {
                key: 'end',
                title: t('overview.effects.end'),
                heads: true,
                cell: (end) => t(`overview.effects.ends.${end}`),
              },
              {
                key: 'bar',
                title: t('overview.effects.bar'),
                cell: (end) => (
                  <Bar most={steps.agreed} parts={[{ amount: steps[ENDS[end][0]], fill: ENDS[end][1] }]} />
                ),
              },
              {
                key: 'count',
                title: t('overview.effects.count'),
                numeric: true,
                nowrap: true,
                cell: (end) => (
                  <Link to={inYear('/overview/steps', year.fiscalYear, { end })} className="link">
                    {t('overview.cases', { value: steps[ENDS[end][0]] })}
                  </Link>
                ),
              },
              {
                key: 'before',
                title: t('overview.effects.beforeCount'),
                numeric: true,
                nowrap: true,
                cell: (end) => t('overview.cases', { value: before.steps[ENDS[end][0]] }),
              },
            ]}
          />
        </div>
        <Ratings data={data} />
      </div>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-std-17B-170">{t('overview.effects.repeats')}</span>
        <Link to={inYear('/overview/repeats', year.fiscalYear)} className="link">
          {t('overview.effects.repeatsFigure', { repeats, requests })}
        </Link>
        <span className="text-solid-gray-700">
          {t('overview.before', { value: t('overview.effects.repeatsFigure', before) })}
        </span>
      </p>
    </Panel>
  );
}

function Ratings({ data: { year, ratings, before } }: { readonly data: EffectData }) {
  const { t } = useTranslation();
  const point = (value: number | null): string =>
    value === null ? t('overview.none') : t('overview.effects.point', { value: value.toFixed(1) });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="text-std-17B-170">{t('overview.effects.ratings')}</h3>
      {ratings.answers === 0 ? (
        <p>{t('overview.effects.noRatings')}</p>
      ) : ratings.hidden ? (
        <p>{t('overview.effects.hiddenNote', { answers: ratings.answers, towns: ratings.towns })}</p>
      ) : (
        <Table
          caption={t('overview.effects.ratingsCaption')}
          rows={QUESTIONS}
          keyOf={(question) => question}
          columns={[
            {
              key: 'question',
              title: t('overview.effects.question'),
              heads: true,
              cell: (question) => t(`overview.effects.questions.${question}`),
            },
            {
              key: 'bar',
              title: t('overview.effects.bar'),
              cell: (question) => <Bar most={5} parts={[{ amount: ratings[question] ?? 0, fill: 'full' }]} />,
            },
            {
              key: 'value',
              title: t('overview.effects.mean'),
              numeric: true,
              nowrap: true,
              cell: (question) => point(ratings[question]),
            },
            {
              key: 'before',
              title: t('overview.effects.beforeCount'),
              numeric: true,
              nowrap: true,
              cell: (question) => point(before.ratings[question]),
            },
          ]}
        />
      )}
      <p>
        <Link to={inYear('/overview/ratings', year.fiscalYear)} className="link">
          {t('overview.effects.ratingsTitle')}
        </Link>
      </p>
    </div>
  );
}
