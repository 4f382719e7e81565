import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Table } from '../../ui/Table';
import type { RunRow } from './plans.documents';

/** Visits that found no place; never without the reasons. */
export function Unplaced({ unplaced }: { readonly unplaced: RunRow['unplacedVisits'] }) {
  const { t } = useTranslation();
  if (unplaced.length === 0) return <p>{t('planning.unplacedNone')}</p>;
  return (
    <Table
      caption={t('planning.unplacedCaption')}
      rows={unplaced}
      keyOf={(visit) => `${visit.supportRequestId}/${visit.visitNo}`}
      columns={[
        {
          key: 'request',
          title: t('planning.request'),
          heads: true,
          cell: ({ supportRequest, visitNo }) => (
            <>
              <Link to={`/requests/${supportRequest.id}`} className="link">
                <AsWritten>{supportRequest.title}</AsWritten>
              </Link>{' '}
              {t('schedule.nth', { n: visitNo })}
            </>
          ),
        },
        {
          key: 'town',
          title: t('planning.town'),
          nowrap: true,
          cell: ({ supportRequest }) => nameOf(supportRequest.municipality),
        },
        {
          key: 'reasons',
          title: t('planning.reasons'),
          cell: ({ reasons }) => (
            <ul className="list-disc pl-5">
              {reasons.map(({ ruleId, sentence }) => (
                <li key={ruleId}>{sentence[currentLanguage()]}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
