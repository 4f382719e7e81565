import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf, useMinutes } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { PlacesDocument, type TravelRow, TravelTimesDocument } from './travel.documents';
import { TravelTimeDialog } from './TravelTimeDialog';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** How long the planner counts from one place to every other. */
export function TravelPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const places = useLoad(PlacesDocument, {});
  return (
    <Page title={t('travel.title')} lead={<p>{t('travel.lead')}</p>}>
      <div className="flex flex-col gap-6">
        {tabs}
        <Loaded of={places}>
          {(data) => {
            const from = data.places.find((place) => place.id === search.get('from')) ?? data.places[0];
            return (
              from && (
                <>
                  <From key={from.id} from={from} places={data.places} />
                  <Times from={from} />
                </>
              )
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

function From({ from, places }: { readonly from: Place; readonly places: readonly Place[] }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [id, setId] = useState(from.id);
  return (
    <search className="no-print">
      <Form labels={{ from: t('travel.from') }} refusal={null} onSubmit={() => setSearch({ from: id })}>
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-full max-w-md">
            <SelectField
              name="from"
              needless
              value={id}
              onChange={setId}
              options={places.map((place) => ({ value: place.id, label: nameOf(place) }))}
            />
          </div>
          <Button type="submit">{t('travel.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

const toName = (row: TravelRow): string => nameOf({ name: row.toName, nameEn: row.toNameEn });

function Times({ from }: { readonly from: Place }) {
  const times = useLoad(TravelTimesDocument, { fromId: from.id });
  const [changing, setChanging] = useState<TravelRow | null>(null);
  return (
    <Loaded of={times}>
      {({ travelTimes }) => (
        <>
          <TravelTable from={from} rows={travelTimes} onChange={setChanging} />
          {changing && (
            <TravelTimeDialog
              row={changing}
              from={nameOf(from)}
              to={toName(changing)}
              onClose={() => setChanging(null)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

interface TableProps {
  readonly from: Place;
  readonly rows: readonly TravelRow[];
  readonly onChange: (row: TravelRow) => void;
}

function TravelTable({ from, rows, onChange }: TableProps) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const minutesOf = useMinutes();
  const inMinutes = (minutes: number | null) => (minutes === null ? t('travel.unknown') : minutesOf(minutes));
  return (
    <Table
      caption={t('travel.caption', { from: nameOf(from) })}
      captionHidden={false}
      rows={rows}
      keyOf={(row) => row.toId}
      columns={[
        { key: 'to', title: t('travel.to'), heads: true, cell: toName },
        {
          key: 'minutes',
          title: t('travel.minutes'),
          numeric: true,
          nowrap: true,
          cell: (row) => inMinutes(row.minutes),
        },
        {
          key: 'source',
          title: t('travel.source'),
          nowrap: true,
          cell: (row) => t(`travel.sources.${row.source}`),
        },
        {
          key: 'estimate',
          title: t('travel.estimate'),
          numeric: true,
          nowrap: true,
          cell: (row) => inMinutes(row.estimatedMinutes),
        },
        {
          key: 'km',
          title: t('travel.km'),
          numeric: true,
          nowrap: true,
          cell: (row) =>
            row.roadKm === null ? t('travel.unknown') : t('travel.kmValue', { km: row.roadKm }),
        },
        {
          key: 'mode',
          title: t('travel.mode'),
          nowrap: true,
          cell: (row) => (row.mode ? t(`travel.modes.${row.mode}`) : t('travel.unknown')),
        },
        {
          key: 'note',
          title: t('travel.note'),
          cell: (row) => (row.note === null ? t('ui.none') : <AsWritten>{row.note}</AsWritten>),
        },
        {
          key: 'change',
          title: t('travel.change'),
          cell: (row) =>
            worksDaily && (
              <Button
                size="small"
                aria-label={t('travel.changeOne', { to: toName(row) })}
                onClick={() => onChange(row)}
              >
                {t('travel.change')}
              </Button>
            ),
        },
      ]}
    />
  );
}
