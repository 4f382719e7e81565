import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/Table';
import type { RunRow } from './plans.documents';

type ScoreRow = NonNullable<RunRow['score']>;

/** What the plan costs tier by tier, beside what no plan can go below. */
export function TierScores({ score }: { readonly score: ScoreRow }) {
  const { t } = useTranslation();
  // After the first tier not proven a bound is only true of plans that are better there.
  const known = (score.gap?.provenTiers ?? 0) + 1;
  const rows = score.tiers.map(({ points, lowerBound }, tier) => ({
    tier,
    points,
    least: tier < known ? lowerBound : null,
  }));
  const worded = (points: number) => t('planning.points', { points: points.toLocaleString() });
  return (
    <Table
      caption={t('planning.tierScores')}
      captionHidden={false}
      rows={rows}
      keyOf={({ tier }) => String(tier)}
      columns={[
        {
          key: 'tier',
          title: t('planning.tierShort'),
          nowrap: true,
          heads: true,
          cell: ({ tier }) => t('planning.tier', { n: tier + 1 }),
        },
        {
          key: 'points',
          title: t('planning.pointsOfPlan'),
          numeric: true,
          cell: ({ points }) => worded(points),
        },
        {
          key: 'least',
          title: (
            <span className="inline-block max-w-40 whitespace-normal">{t('planning.pointsAtLeast')}</span>
          ),
          numeric: true,
          cell: ({ least }) => (least === null ? t('planning.notKnown') : worded(least)),
        },
      ]}
    />
  );
}
