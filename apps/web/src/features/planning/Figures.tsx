import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { nameOf, useMinutes } from '../../i18n/words';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { FiguresDocument, type PlanFigures } from './answers.documents';

/** How fair a plan is: who waits, which towns get what, how the days are spread. */
export function Figures({ runId }: { readonly runId: string }) {
  const load = useLoad(FiguresDocument, { runId });
  return <Loaded of={load}>{({ planningFigures }) => <Told figures={planningFigures} />}</Loaded>;
}

function Told({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return (
    <div className="flex flex-col gap-6">
      <Facts
        items={[
          {
            term: t('planning.figures.longestWait'),
            value: t('planning.days', { count: figures.longestWaitDays }),
          },
          {
            term: t('planning.figures.towns'),
            value: t('planning.figures.townsValue', {
              served: figures.townsServed,
              all: figures.townsServed + figures.townsLeftOut,
            }),
          },
          figures.onePersonTowns > 0 && {
            term: t('planning.figures.onePerson'),
            value: t('planning.figures.townsValue', {
              served: figures.onePersonTownsServed,
              all: figures.onePersonTowns,
            }),
          },
          { term: t('planning.figures.travel'), value: minutesOf(figures.travelMinutes) },
          {
            term: t('planning.figures.changes'),
            value: t('planning.figures.changesValue', { count: figures.specialistChanges }),
          },
          {
            term: t('planning.figures.moved'),
            value: t('ui.items', { count: figures.publishedMoved }),
          },
          {
            term: t('planning.figures.above'),
            value: t('planning.days', { count: figures.guidelineDaysAbove }),
          },
          {
            term: t('planning.figures.nights'),
            value: t('planning.figures.nightsValue', { count: figures.nights }),
          },
        ]}
      />
      <details>
        <summary className="w-fit py-2 underline underline-offset-4">{t('planning.figures.byTown')}</summary>
        <Table
          caption={t('planning.figures.byTown')}
          rows={figures.towns}
          keyOf={({ municipalityId }) => municipalityId}
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
            {
              key: 'placed',
              title: t('planning.figures.placed'),
              numeric: true,
              cell: ({ placed }) => placed,
            },
          ]}
        />
      </details>
      <details>
        <summary className="w-fit py-2 underline underline-offset-4">
          {t('planning.figures.bySpecialist')}
        </summary>
        <Table
          caption={t('planning.figures.bySpecialist')}
          rows={figures.specialists}
          keyOf={({ specialistId }) => specialistId}
          columns={[
            {
              key: 'specialist',
              title: t('planning.specialist'),
              heads: true,
              cell: ({ specialist }) => (specialist ? nameOf(specialist) : t('ui.none')),
            },
            { key: 'days', title: t('planning.figures.days'), numeric: true, cell: ({ days }) => days },
            {
              key: 'capacity',
              title: t('planning.figures.capacity'),
              numeric: true,
              cell: ({ capacity }) => capacity,
            },
          ]}
        />
      </details>
    </div>
  );
}
