import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Table } from '../../ui/Table';
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

/** Visits that found no place; never without the reasons. */
export function Unplaced({ runId, unplaced }: Props) {
  const { t } = useTranslation();
  if (unplaced.length === 0) return <p>{t('planning.unplacedNone')}</p>;
  return (
    <Table
      caption={t('planning.unplacedCaption')}
      rows={grouped(unplaced)}
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
            <ul className="min-w-64 list-disc pl-5">
              {reasons.map(({ ruleId, sentence }) => (
                <li key={ruleId}>{sentence[currentLanguage()]}</li>
              ))}
            </ul>
          ),
        },
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
      ]}
    />
  );
}
