import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../../gql/use-action';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { type Column, Table } from '../../ui/Table';
import { PinProposedDocument, type ProposedRow, type RunRow } from './plans.documents';
import { SlotWords } from './SlotWords';
import { WhyButton } from './WhyButton';

const whenOf = (visit: ProposedRow): string =>
  `${shortDate(tokyo(visit.startsAt).date)} ${timeRange(visit.startsAt, visit.endsAt)}`;

/** Every proposed visit, with its pin. */
export function ProposalTable({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const canPin = run.viewerActions.includes('PIN');
  const pinColumn: Column<ProposedRow> = {
    key: 'pin',
    title: t('planning.pin'),
    cell: (visit) => {
      if (!canPin) return visit.pinned && t('planning.pin');
      const label = t('planning.pinOne', { town: nameOf(visit.municipality), when: whenOf(visit) });
      return <PinBox visit={visit} label={label} />;
    },
  };
  return (
    <>
      {canPin && <p className="no-print">{t('planning.pinHint')}</p>}
      <Table
        caption={t('planning.listCaption')}
        rows={run.proposedVisits}
        keyOf={(visit) => visit.id}
        columns={[
          { key: 'when', title: t('planning.when'), heads: true, nowrap: true, cell: whenOf },
          {
            key: 'town',
            title: t('planning.town'),
            nowrap: true,
            cell: (visit) => nameOf(visit.municipality),
          },
          {
            key: 'specialist',
            title: t('planning.specialist'),
            nowrap: true,
            cell: (visit) => nameOf(visit.specialist),
          },
          {
            key: 'request',
            title: t('planning.request'),
            cell: (visit) => (
              <>
                <Link to={`/requests/${visit.supportRequest.id}`} className="link">
                  <AsWritten>{visit.supportRequest.title}</AsWritten>
                </Link>{' '}
                <span className="whitespace-nowrap">{t('schedule.nth', { n: visit.visitNo })}</span>
              </>
            ),
          },
          {
            key: 'mode',
            title: t('planning.mode'),
            nowrap: true,
            cell: (visit) => t(`schedule.mode.${visit.mode}`),
          },
          {
            key: 'travel',
            title: t('planning.travel'),
            nowrap: true,
            cell: (visit) => (visit.mode === 'ON_SITE' ? minutesOf(visit.travelBeforeMinutes) : t('ui.none')),
          },
          {
            key: 'why',
            title: t('planning.why.column'),
            cell: (visit) => (
              <>
                {visit.replaces && (
                  <p>
                    {t('planning.movedFrom')} <SlotWords slot={visit.replaces} />
                  </p>
                )}
                <WhyButton
                  id={visit.id}
                  label={t('planning.why.one', { town: nameOf(visit.municipality), when: whenOf(visit) })}
                />
              </>
            ),
          },
          pinColumn,
        ]}
      />
    </>
  );
}

interface PinBoxProps {
  readonly visit: ProposedRow;
  readonly label: string;
}

/** Shows the wish at once and each on its own, so that several can be set in a row. */
function PinBox({ visit, label }: PinBoxProps) {
  const { t } = useTranslation();
  const pin = useAction(PinProposedDocument);
  const [wish, setWish] = useState<boolean | null>(null);
  const pinned = wish ?? visit.pinned;
  const set = async (wanted: boolean) => {
    setWish(wanted);
    if (!(await pin.run({ id: visit.id, pinned: wanted }))) setWish(null);
  };
  return (
    <>
      <label className="flex min-h-6 items-center gap-2 whitespace-nowrap">
        <input
          type="checkbox"
          className="size-6"
          checked={pinned}
          aria-label={label}
          onChange={(event) => void set(event.target.checked)}
        />
        {pinned && t('planning.pin')}
      </label>
      {pin.refusal && (
        <p role="alert" className="mt-1 text-error-2">
          {pin.refusal.message ?? t('ui.unreachable')}
        </p>
      )}
    </>
  );
}
