import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { type Column, Table } from '../../ui/Table';
import { PinBox } from './PinBox';
import type { ProposedRow, RunRow } from './plans.documents';
import { Nights, SlotWords } from './SlotWords';
import { WhyButton } from './WhyButton';

/** Where focus goes when a visit was moved: its row may be elsewhere by then. */
export const moveButtonId = (visitId: string): string => `move-${visitId}`;

export const whenOf = (visit: ProposedRow): string =>
  `${shortDate(tokyo(visit.startsAt).date)} ${timeRange(visit.startsAt, visit.endsAt)}`;

/** Whether some of its visits were published and others were not. */
export const isPublishedInPart = ({ proposedVisits }: RunRow): boolean =>
  proposedVisits.some(({ adopted }) => adopted) && proposedVisits.some(({ adopted }) => !adopted);

interface Props {
  readonly run: RunRow;
  /** Proposals that are to be published by themselves. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (visitId: string, wanted: boolean) => void;
  readonly onMove: (visit: ProposedRow) => void;
}

/** Every proposed visit, with its pin. */
export function ProposalTable({ run, chosen, onChoose, onMove }: Props) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const canPin = run.viewerActions.includes('PIN');
  const canPublish = run.viewerActions.includes('PUBLISH');
  const canMove = run.viewerActions.includes('MOVE');
  const pinColumn: Column<ProposedRow> = {
    key: 'pin',
    title: t('planning.pin'),
    control: true,
    cell: (visit) => {
      if (!canPin) return visit.pinned && t('planning.pin');
      const label = t('planning.pinOne', { town: nameOf(visit.municipality), when: whenOf(visit) });
      return <PinBox visit={visit} label={label} />;
    },
  };
  const publishColumn: Column<ProposedRow> = {
    key: 'publish',
    title: t('publishing.choose'),
    control: true,
    cell: (visit) => (
      <label className="-m-2 flex size-10 items-center justify-center">
        <input
          type="checkbox"
          className="size-6"
          checked={chosen.has(visit.id)}
          aria-label={t('publishing.chooseOne', { town: nameOf(visit.municipality), when: whenOf(visit) })}
          onChange={(event) => onChoose(visit.id, event.target.checked)}
        />
      </label>
    ),
  };
  const adoptedColumn: Column<ProposedRow> = {
    key: 'adopted',
    title: t('publishing.choose'),
    nowrap: true,
    cell: ({ adopted }) => t(adopted ? 'publishing.adopted' : 'publishing.notAdopted'),
  };
  const isInPart = isPublishedInPart(run);
  return (
    <>
      <Table
        caption={t('planning.listCaption')}
        rows={run.proposedVisits}
        keyOf={(visit) => visit.id}
        cards
        columns={[
          ...(canPublish ? [publishColumn] : isInPart ? [adoptedColumn] : []),
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
              <div className="sm:min-w-48">
                <Link to={`/requests/${visit.supportRequest.id}`} className="link">
                  <AsWritten>{visit.supportRequest.title}</AsWritten>
                </Link>{' '}
                <span className="whitespace-nowrap">{t('schedule.nth', { n: visit.visitNo })}</span>
                {visit.edited && <span className="block">{t('moving.edited')}</span>}
              </div>
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
            cell: (visit) => (
              <>
                {visit.mode === 'ON_SITE' ? minutesOf(visit.travelBeforeMinutes) : t('ui.none')}
                <Nights slot={visit} />
              </>
            ),
          },
          {
            key: 'why',
            title: t('moving.column'),
            cell: (visit) => (
              <>
                {visit.replaces && (
                  <p className="mb-2">
                    {t('planning.movedFrom')} <SlotWords slot={visit.replaces} />
                  </p>
                )}
                <span className="-my-2 -ml-3 flex gap-1">
                  <WhyButton
                    visit={visit}
                    label={t('planning.why.one', { town: nameOf(visit.municipality), when: whenOf(visit) })}
                  />
                  {canMove && (
                    <Button
                      id={moveButtonId(visit.id)}
                      size="small"
                      look="quiet"
                      className="whitespace-nowrap"
                      aria-label={t('moving.one', { town: nameOf(visit.municipality), when: whenOf(visit) })}
                      onClick={() => onMove(visit)}
                    >
                      {t('moving.button')}
                    </Button>
                  )}
                </span>
              </>
            ),
          },
          pinColumn,
        ]}
      />
    </>
  );
}
