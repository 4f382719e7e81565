import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { addDays, monthName, tokyo } from '../../i18n/dates';
import { useSession } from '../../session';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { MonthDaysDocument } from './visits.documents';

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** Days with a visit this month, beside the guideline. */
export function Days({ specialistId }: { readonly specialistId: string }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const from = firstOfMonth(today);
  const to = addDays(firstOfMonth(addDays(from, 31)), -1);
  const load = useLoad(
    MonthDaysDocument,
    {
      specialistId,
      filter: {
        from,
        to,
        specialistId,
        statuses: ['PUBLISHED', 'CONFIRMED', 'DONE', 'REPORTED', 'RECEIVED', 'SETTLED'],
      },
    },
    { about: ['Visit'] },
  );
  return (
    <Section title={t('schedule.days.title')} id="month-days">
      <Loaded of={load}>
        {({ specialist, visits }) => (
          <>
            <p className="flex flex-wrap items-baseline gap-x-4">
              <span>{monthName(from)}</span>
              <span className="text-std-24B-150 tabular-nums">
                {t('schedule.days.value', {
                  used: new Set(visits.edges.map(({ node }) => tokyo(node.startsAt).date)).size,
                })}
              </span>
              <span>
                {specialist.monthlyDays === null
                  ? t('schedule.days.noGuideline')
                  : t('schedule.days.guideline', { days: specialist.monthlyDays })}
              </span>
            </p>
            <p className="text-dns-14N-130 text-solid-gray-700">{t('schedule.days.note')}</p>
          </>
        )}
      </Loaded>
    </Section>
  );
}
