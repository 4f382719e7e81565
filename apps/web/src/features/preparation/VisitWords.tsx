import { useTranslation } from 'react-i18next';
import { longDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import type { PreparedVisit } from './preparation.documents';

/** When, who and about what. */
export function VisitWords({ visit }: { readonly visit: PreparedVisit }) {
  const { t } = useTranslation();
  const { specialist, supportRequest } = visit;
  return (
    <Facts
      items={[
        {
          term: t('preparation.when'),
          value: `${longDate(tokyo(visit.startsAt).date)} ${timeRange(visit.startsAt, visit.endsAt)}`,
        },
        specialist && {
          term: t('preparation.who'),
          value: `${nameOf(specialist)}${
            specialist.profile ? t('ui.inBrackets', { text: nameOf(specialist.profile) }) : ''
          }`,
        },
        {
          term: t('schedule.field.request'),
          value: (
            <>
              {supportRequest.number} <AsWritten>{supportRequest.title}</AsWritten>{' '}
              {t('schedule.nth', { n: visit.visitNo })}
            </>
          ),
        },
        visit.mode === 'ONLINE' && { term: t('schedule.field.mode'), value: t('preparation.online') },
      ]}
    />
  );
}
