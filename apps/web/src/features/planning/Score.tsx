import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { gapFact } from './gap';
import type { RunRow } from './plans.documents';

/** What the plan is judged by, tier by tier, and what each rule costs. */
export function Score({ score }: { readonly score: NonNullable<RunRow['score']> }) {
  const { t } = useTranslation();
  const gap = gapFact(t, score.gap);
  const rows = score.tiers.flatMap(({ rules }, tier) =>
    score.parts.filter(({ ruleId }) => rules.includes(ruleId)).map((part) => ({ ...part, tier })),
  );
  return (
    <Section title={t('planning.score')} id="score">
      <p>{t('planning.scoreHint')}</p>
      <Facts
        items={[
          gap,
          ...score.tiers.map(({ points }, tier) => ({
            term: t('planning.tier', { n: tier + 1 }),
            value: t('planning.points', { points: points.toLocaleString() }),
          })),
        ]}
      />
      {rows.length > 0 && (
        <Table
          caption={t('planning.scoreParts')}
          captionHidden={false}
          rows={rows}
          keyOf={({ ruleId }) => ruleId}
          columns={[
            {
              key: 'rule',
              title: t('planning.rule'),
              heads: true,
              cell: ({ label }) => label[currentLanguage()],
            },
            { key: 'tier', title: t('planning.tierShort'), numeric: true, cell: ({ tier }) => tier + 1 },
            {
              key: 'points',
              title: t('planning.pointsTitle'),
              numeric: true,
              cell: ({ points }) => points.toLocaleString(),
            },
          ]}
        />
      )}
    </Section>
  );
}
