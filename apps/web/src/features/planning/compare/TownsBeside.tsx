import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../i18n/words';
import { Table } from '../../../ui/Table';
import type { PlanFigures } from '../answers.documents';

interface Props {
  readonly before: PlanFigures;
  readonly after: PlanFigures;
}

/** What each town gets in both plans, those with a difference first. */
export function TownsBeside({ before, after }: Props) {
  const { t } = useTranslation();
  const old = new Map(before.towns.map((town) => [town.municipalityId, town]));
  const rows = after.towns
    .map((town) => ({ ...town, was: old.get(town.municipalityId)?.placed ?? 0 }))
    .sort((a, b) => Math.abs(b.placed - b.was) - Math.abs(a.placed - a.was));
  const different = rows.filter(({ placed, was }) => placed !== was).length;
  return (
    <details open={different > 0}>
      <summary className="w-fit py-2 underline underline-offset-4">
        {different > 0 ? t('comparing.byTown', { count: different }) : t('comparing.byTownSame')}
      </summary>
      <Table
        caption={t('planning.figures.byTown')}
        rows={different > 0 ? rows.filter(({ placed, was }) => placed !== was) : rows}
        keyOf={({ municipalityId }) => municipalityId}
        cards
        columns={[
          {
            key: 'town',
            title: t('planning.town'),
            heads: true,
            cell: ({ municipality, municipalityId, isOnePerson }) => (
              <>
                {municipality ? nameOf(municipality) : municipalityId}
                {isOnePerson && <span className="ml-2">{t('planning.figures.oneMark')}</span>}
              </>
            ),
          },
          { key: 'asked', title: t('planning.figures.asked'), numeric: true, cell: ({ asked }) => asked },
          { key: 'was', title: t('comparing.before'), numeric: true, cell: ({ was }) => was },
          { key: 'placed', title: t('comparing.after'), numeric: true, cell: ({ placed }) => placed },
          {
            key: 'difference',
            title: t('comparing.difference'),
            numeric: true,
            cell: ({ placed, was }) =>
              placed === was ? t('comparing.same') : `${placed > was ? '+' : '−'}${Math.abs(placed - was)}`,
          },
        ]}
      />
    </details>
  );
}
