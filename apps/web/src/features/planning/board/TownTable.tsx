import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../i18n/words';
import { TownMap } from '../../../town-map/TownMap';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Page';
import { Panes } from '../../../ui/Panes';
import { Table } from '../../../ui/Table';
import { areaOf, type BoardModel, type Filters } from './board-model';
import { townRows } from './town-rows';

/** More are shown when they are asked for. */
const FIRST = 12;

interface Props {
  readonly model: BoardModel;
  readonly filters: Filters;
}

/** How each town stands in these days, whoever waits longest first: on a map, and as rows. */
export function TownTable({ model, filters }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(() => townRows(model), [model]);
  const onMap = useMemo(
    () =>
      rows.map(({ town, level, longestDays }) => ({
        id: town.id,
        level,
        words: longestDays === null ? '' : t('board.towns.days', { count: longestDays }),
      })),
    [rows, t],
  );
  const wanted = rows.filter(({ town }) => filters.area === '' || areaOf(town) === filters.area);
  const shown = wanted.filter(({ town }, n) => all || n < FIRST || town.id === chosen);
  return (
    <Section title={t('board.towns.title')} id="board-towns">
      <Panes
        first={
          <TownMap
            towns={onMap}
            caption={t('board.towns.map')}
            chosen={chosen}
            onChoose={setChosen}
            levels={[
              t('board.towns.level.none'),
              t('board.towns.level.short'),
              t('board.towns.level.middle'),
              t('board.towns.level.long'),
              t('board.towns.level.longest'),
            ]}
          />
        }
        second={
          <>
            <Table
              caption={t('board.towns.caption')}
              rows={shown}
              keyOf={({ town }) => town.id}
              columns={[
                {
                  key: 'town',
                  title: t('board.towns.town'),
                  heads: true,
                  nowrap: true,
                  cell: ({ town }) =>
                    town.id === chosen ? (
                      <b>
                        {nameOf(town)} {t('board.towns.chosen')}
                      </b>
                    ) : (
                      nameOf(town)
                    ),
                },
                {
                  key: 'longest',
                  title: t('board.towns.longest'),
                  numeric: true,
                  cell: ({ longestDays }) =>
                    longestDays === null ? t('ui.none') : t('board.towns.days', { count: longestDays }),
                },
                {
                  key: 'waiting',
                  title: t('board.towns.waiting'),
                  numeric: true,
                  cell: ({ waiting }) => waiting,
                },
                {
                  key: 'visits',
                  title: t('board.towns.visits'),
                  numeric: true,
                  cell: ({ visits }) => visits,
                },
                {
                  key: 'drafts',
                  title: t('board.towns.drafts'),
                  numeric: true,
                  cell: ({ drafts }) => drafts,
                },
              ]}
            />
            {!all && wanted.length > shown.length && (
              <p className="no-print mt-3">
                <Button size="small" onClick={() => setAll(true)}>
                  {t('board.towns.all', { count: wanted.length })}
                </Button>
              </p>
            )}
          </>
        }
      />
    </Section>
  );
}
