import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { ScrollRegion } from '../../ui/Table';
import type { ProposedRow } from './plans.documents';
import { Nights } from './SlotWords';

/** Who is where on which day, as a plain table. Days on which nobody goes anywhere are left out. */
export function PlanGrid({ visits }: { readonly visits: readonly ProposedRow[] }) {
  const { t } = useTranslation();
  const isPublished = visits.some(({ adopted }) => adopted);
  const captionId = useId();
  const dates = [...new Set(visits.map((visit) => tokyo(visit.startsAt).date))].sort();
  const people = [...new Map(visits.map(({ specialist }) => [specialist.id, specialist])).values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'ja'),
  );
  const visitsOf = (specialistId: string, date: string) =>
    visits.filter((visit) => visit.specialist.id === specialistId && tokyo(visit.startsAt).date === date);
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="print-fit border-collapse text-left text-dns-14N-130">
        <caption id={captionId} className="sr-only">
          {t('planning.gridCaption')}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 border border-solid-gray-300 bg-solid-gray-50 px-2 py-2">
              {t('planning.specialist')}
            </th>
            {dates.map((date) => (
              <th
                key={date}
                scope="col"
                className="border border-solid-gray-300 bg-solid-gray-50 px-2 py-2 whitespace-nowrap"
              >
                {shortDate(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th
                scope="row"
                className="sticky left-0 border border-solid-gray-300 bg-white px-2 py-2 font-700 whitespace-nowrap"
              >
                {nameOf(person)}
              </th>
              {dates.map((date) => (
                <td key={date} className="min-w-28 border border-solid-gray-300 px-2 py-2 align-top">
                  {visitsOf(person.id, date).map((visit) => (
                    <p key={visit.id} className="mb-1 last:mb-0">
                      <span className="font-700">{nameOf(visit.municipality)}</span>
                      <span className="block whitespace-nowrap">
                        {timeRange(visit.startsAt, visit.endsAt)}
                      </span>
                      {visit.mode === 'ONLINE' && <span className="block">{t('schedule.mode.ONLINE')}</span>}
                      <span className="block">
                        <Nights slot={visit} />
                      </span>
                      {visit.replaces && <span className="block">{t('planning.movedMark')}</span>}
                      {isPublished && !visit.adopted && (
                        <span className="block">{t('publishing.notAdopted')}</span>
                      )}
                      {visit.pinned && (
                        <span className="inline-block border-2 border-solid-gray-900 px-1 font-700">
                          {t('planning.pin')}
                        </span>
                      )}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
