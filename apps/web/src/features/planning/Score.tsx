import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { gapWords } from './gap';
import type { RunRow } from './plans.documents';
import { TierScores } from './TierScores';

/** What the plan is judged by, tier by tier, and what each rule costs. */
export function Score({ score }: { readonly score: NonNullable<RunRow['score']> }) {
  const { t } = useTranslation();
  const gap = gapWords(t, score.gap, score.tiers.length);
  const rows = score.tiers.flatMap(({ rules }, tier) =>
    score.parts.filter(({ ruleId }) => rules.includes(ruleId)).map((part) => ({ ...part, tier })),
  );
  return (
    <Section title={t('planning.score')} id="score">
      {gap && (
        <div>
          <p>{gap.total}</p>
          {gap.tiers && <p>{gap.tiers}</p>}
        </div>
      )}
      <p>{t('planning.scoreHint')}</p>
      <TierScores score={score} />
      {score.gap && score.gap.provenTiers > 0 && score.tiers.length > 1 && <p>{t('planning.leastHint')}</p>}
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
