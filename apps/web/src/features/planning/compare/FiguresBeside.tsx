import { useTranslation } from 'react-i18next';
import { useMinutes } from '../../../i18n/words';
import { Table } from '../../../ui/Table';
import type { PlanFigures } from '../answers.documents';
import type { RunRow } from '../plans.documents';

interface Side {
  readonly run: RunRow;
  readonly figures: PlanFigures;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly words: (value: number) => string;
  /** Which way is better. */
  readonly wish: 'more' | 'less';
}

interface Props {
  readonly before: Side;
  readonly after: Side;
}

/** Each figure of both plans, and whether the second is better. */
export function FiguresBeside({ before, after }: Props) {
  const { t } = useTranslation();
  const rows = useRows(before, after);
  return (
    <Table
      caption={t('comparing.figures')}
      rows={rows}
      keyOf={({ key }) => key}
      cards
      columns={[
        { key: 'name', title: t('comparing.figure'), heads: true, cell: ({ name }) => name },
        {
          key: 'before',
          title: t('planning.run', { number: before.run.number }),
          numeric: true,
          nowrap: true,
          cell: (row) => row.words(row.before),
        },
        {
          key: 'after',
          title: t('comparing.thisRun', { number: after.run.number }),
          numeric: true,
          nowrap: true,
          cell: (row) => row.words(row.after),
        },
        {
          key: 'difference',
          title: t('comparing.difference'),
          nowrap: true,
          cell: (row) => <Difference row={row} />,
        },
      ]}
    />
  );
}

function Difference({ row: { before, after, words, wish } }: { readonly row: Row }) {
  const { t } = useTranslation();
  const difference = after - before;
  if (difference === 0) return t('comparing.same');
  const better = difference > 0 === (wish === 'more');
  return (
    <span className={better ? 'text-success-2' : 'text-error-2'}>
      {difference > 0 ? '+' : '−'}
      {words(Math.abs(difference))} {t(better ? 'comparing.better' : 'comparing.worse')}
    </span>
  );
}

function useRows({ run: oldRun, figures: old }: Side, { run, figures }: Side): Row[] {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const items = (count: number) => t('ui.items', { count });
  const times = (count: number) => t('planning.figures.changesValue', { count });
  const days = (count: number) => t('planning.days', { count });
  const tenths = (count: number) => t('comparing.meanDays', { days: count.toFixed(1) });
  const nights = (count: number) => t('planning.figures.nightsValue', { count });
  const towns = (count: number) => t('comparing.towns', { count });
  const percent = (thousandths: number) => `${(thousandths / 10).toLocaleString()}%`;
  const points = (value: number) => t('planning.points', { points: value.toLocaleString() });
  const row = (
    key: keyof typeof figures & keyof typeof NAMES,
    words: Row['words'],
    wish: Row['wish'] = 'less',
  ): Row => ({
    key,
    name: t(NAMES[key]),
    before: old[key],
    after: figures[key],
    words,
    wish,
  });
  const fresh = ({ proposedVisits }: RunRow) => proposedVisits.filter(({ replaces }) => !replaces).length;
  const rows: Row[] = [
    {
      key: 'placed',
      name: t('comparing.placed'),
      before: fresh(oldRun),
      after: fresh(run),
      words: items,
      wish: 'more',
    },
    row('unplaced', items),
    row('travelMinutes', minutesOf),
    row('guidelineDaysAbove', days),
    row('daysSpread', days),
    row('loadSpread', percent),
    row('publishedMoved', items),
    row('nights', nights),
  ];
  // One of them counts published visits as its own, the other takes them as given: the rest cannot be compared.
  if (oldRun.movePublished !== run.movePublished) return rows;
  return [
    ...rows,
    row('longestWaitDays', days),
    row('meanWaitDays', tenths),
    row('townsServed', towns, 'more'),
    ...(figures.onePersonTowns > 0 ? [row('onePersonTownsServed', towns, 'more')] : []),
    row('specialistChanges', times),
    ...tiersBeside(oldRun, run).map(({ before, after }, tier) => ({
      key: `tier-${tier}`,
      name: t('comparing.tier', { n: tier + 1 }),
      before,
      after,
      words: points,
      wish: 'less' as const,
    })),
  ];
}

const NAMES = {
  unplaced: 'comparing.unplaced',
  longestWaitDays: 'planning.figures.longestWait',
  townsServed: 'planning.figures.towns',
  onePersonTownsServed: 'planning.figures.onePerson',
  travelMinutes: 'planning.figures.travel',
  guidelineDaysAbove: 'planning.figures.above',
  loadSpread: 'comparing.spread',
  meanWaitDays: 'comparing.meanWait',
  daysSpread: 'comparing.daysSpread',
  specialistChanges: 'planning.figures.changes',
  publishedMoved: 'planning.figures.moved',
  nights: 'planning.figures.nights',
} as const;

/** Points by tier, where both plans were judged by the same tiers. */
function tiersBeside({ score: old }: RunRow, { score: now }: RunRow): { before: number; after: number }[] {
  if (!old || !now || JSON.stringify(old.tiers.map(rulesOf)) !== JSON.stringify(now.tiers.map(rulesOf)))
    return [];
  return now.tiers.map(({ points }, tier) => ({ before: old.tiers[tier]?.points ?? 0, after: points }));
}

const rulesOf = ({ rules }: { readonly rules: readonly string[] }) => rules;
