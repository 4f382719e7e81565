import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { type Column, Table } from '../../ui/Table';
import { NearestButton } from './NearestButton';
import type { RunRow } from './plans.documents';
import { SlotWords } from './SlotWords';

type Visit = RunRow['unplacedVisits'][number];

interface Group {
  readonly first: Visit;
  readonly numbers: readonly number[];
}

/** Visits of one request that failed for the same reasons are told of once. */
function grouped(unplaced: readonly Visit[]): Group[] {
  const groups = new Map<string, Group>();
  for (const visit of unplaced) {
    const key = JSON.stringify([
      visit.supportRequestId,
      visit.replacesVisitId,
      visit.reasons.map(({ sentence }) => sentence.ja),
    ]);
    const group = groups.get(key);
    groups.set(key, {
      first: group?.first ?? visit,
      numbers: [...(group?.numbers ?? []), visit.visitNo],
    });
  }
  return [...groups.values()];
}

interface Props {
  readonly runId: string;
  readonly unplaced: RunRow['unplacedVisits'];
}

/** Its turn has not come: nothing but the days between two visits of a request keeps it out of the period. */
export const comesLater = ({ reasons, replacesVisitId }: Visit): boolean =>
  replacesVisitId === null && reasons.length > 0 && reasons.every(({ ruleId }) => ruleId === 'min-gap');

/** Visits that found no place; never without the reasons. */
export function Unplaced({ runId, unplaced }: Props) {
  const { t } = useTranslation();
  const later = unplaced.filter(comesLater);
  const leftOut = unplaced.filter((visit) => !comesLater(visit));
  return (
    <>
      {leftOut.length > 0 ? (
        <UnplacedTable runId={runId} unplaced={leftOut} />
      ) : (
        <p>{t(later.length > 0 ? 'planning.unplacedOnlyLater' : 'planning.unplacedNone')}</p>
      )}
      {later.length > 0 && (
        <details>
          <summary className="w-fit py-2 underline underline-offset-4">
            {t('planning.later', { count: later.length })}
          </summary>
          <p className="pb-4">{t('planning.laterHint')}</p>
          <UnplacedTable unplaced={later} />
        </details>
      )}
    </>
  );
}

/** With `runId` it can be asked what would help. */
function UnplacedTable({ runId, unplaced }: Omit<Props, 'runId'> & Partial<Props>) {
  const { t } = useTranslation();
  const nearest: Column<Group>[] =
    runId === undefined
      ? []
      : [
          {
            key: 'nearest',
            title: t('planning.nearest.title'),
            cell: ({ first: { supportRequestId, visitNo, supportRequest } }) => (
              <NearestButton
                runId={runId}
                supportRequestId={supportRequestId}
                visitNo={visitNo}
                label={t('planning.nearest.one', { title: supportRequest.title })}
              />
            ),
          },
        ];
  return (
    <Table
      caption={t('planning.unplacedCaption')}
      rows={grouped(unplaced)}
      cards
      keyOf={({ first, numbers }) => `${first.supportRequestId}/${numbers[0]}`}
      columns={[
        {
          key: 'request',
          title: t('planning.request'),
          heads: true,
          cell: ({ first: { supportRequest, replaces }, numbers }) => (
            <>
              <Link to={`/requests/${supportRequest.id}`} className="link">
                <AsWritten>{supportRequest.title}</AsWritten>
              </Link>{' '}
              <span className="whitespace-nowrap">
                {numbers.map((n) => t('schedule.nth', { n })).join(t('ui.listMark'))}
              </span>
              {!replaces && (
                <Link to={`/requests/${supportRequest.id}/dates`} className="link block w-fit py-1">
                  {t('dates.ask')}
                </Link>
              )}
              {replaces && (
                <p>
                  {t('publishing.wouldCallOff')} <SlotWords slot={replaces} />
                </p>
              )}
            </>
          ),
        },
        {
          key: 'town',
          title: t('planning.town'),
          nowrap: true,
          cell: ({ first }) => nameOf(first.supportRequest.municipality),
        },
        {
          key: 'reasons',
          title: t('planning.reasons'),
          cell: ({ first: { reasons } }) => (
            <ul className="list-disc pl-5 sm:min-w-64">
              {reasons.map(({ ruleId, sentence }) => (
                <li key={ruleId}>{sentence[currentLanguage()]}</li>
              ))}
            </ul>
          ),
        },
        ...nearest,
      ]}
    />
  );
}
