import { useTranslation } from 'react-i18next';
import { shortDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { REGIONS } from './regions';
import type { Journey } from './travel-claims.documents';

/** What whoever travelled said: legs, nights, receipts. */
export function JourneyView({ journey: { legs, nights, receipts } }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-6">
      <Table
        caption={t('travelClaims.legs')}
        captionHidden={false}
        rows={legs}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'way',
            title: t('travelClaims.way'),
            heads: true,
            cell: ({ onDate, fromName, toName }) => (
              <AsWritten>{`${shortDate(onDate)} ${fromName} → ${toName}`}</AsWritten>
            ),
          },
          { key: 'mode', title: t('travelClaims.mode'), cell: ({ mode }) => t(`travelClaims.modes.${mode}`) },
          {
            key: 'km',
            title: t('travelClaims.km'),
            numeric: true,
            cell: ({ meters }) => (meters === null ? t('ui.none') : (meters / 1_000).toFixed(1)),
          },
          {
            key: 'fare',
            title: t('travelClaims.fare'),
            numeric: true,
            cell: ({ fareYen }) => (fareYen === null ? t('ui.none') : yenOf(fareYen)),
          },
        ]}
      />
      {nights.length > 0 && (
        <Table
          caption={t('travelClaims.nights')}
          captionHidden={false}
          rows={nights}
          keyOf={({ id }) => id}
          cards
          columns={[
            {
              key: 'night',
              title: t('travelClaims.date'),
              heads: true,
              cell: ({ onDate, placeName }) => <AsWritten>{`${shortDate(onDate)} ${placeName}`}</AsWritten>,
            },
            {
              key: 'region',
              title: t('travelClaims.region'),
              cell: ({ regionId }) => {
                const region = REGIONS.find(({ id }) => id === regionId);
                return region ? nameOf(region) : regionId;
              },
            },
            {
              key: 'paid',
              title: t('travelClaims.paidNight'),
              cell: ({ paid }) => t(paid ? 'travelClaims.yes' : 'travelClaims.no'),
            },
            {
              key: 'meals',
              title: t('travelClaims.meals'),
              cell: ({ meals }) => t(`travelClaims.mealKinds.${meals}`),
            },
            {
              key: 'beyond',
              title: t('travelClaims.beyond'),
              cell: ({ beyondReason }) =>
                beyondReason === null ? t('ui.none') : <AsWritten>{beyondReason}</AsWritten>,
            },
          ]}
        />
      )}
      {receipts.length === 0 ? (
        <Empty>{t('travelClaims.noReceipts')}</Empty>
      ) : (
        <Table
          caption={t('travelClaims.receipts')}
          captionHidden={false}
          rows={receipts}
          keyOf={({ id }) => id}
          cards
          columns={[
            {
              key: 'kind',
              title: t('travelClaims.kind'),
              heads: true,
              cell: ({ kind, onDate }) => `${shortDate(onDate)} ${t(`travelClaims.lineKinds.${kind}`)}`,
            },
            {
              key: 'note',
              title: t('travelClaims.remark'),
              cell: ({ note }) => (note === null ? t('ui.none') : <AsWritten>{note}</AsWritten>),
            },
            { key: 'yen', title: t('travelClaims.yen'), numeric: true, cell: ({ yen }) => yenOf(yen) },
          ]}
        />
      )}
    </div>
  );
}
