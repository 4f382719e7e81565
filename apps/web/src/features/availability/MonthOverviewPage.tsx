import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate, weekdayName, weekdayOf } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Mixed } from '../../ui/Mixed';
import { classes } from '../../ui/classes';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { ScrollRegion } from '../../ui/Table';
import { AvailabilityDocument, type CalendarRow, type DayRow } from './availability.documents';
import { lookOf, useDaySentence } from './day-words';
import { MonthBar } from './MonthBar';
import { useMonth } from './month';

/** For the hub: everybody's days of a month at once. */
export function MonthOverviewPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const { month, goTo } = useMonth();
  const load = useLoad(
    AvailabilityDocument,
    { from: month.first, to: month.last, specialistId: null },
    { about: ['AvailabilityCalendar', 'Specialist'] },
  );
  return (
    <Page title={t('availability.overview')} lead={<p>{t('availability.overviewLead')}</p>}>
      <div className="flex flex-col gap-6">
        {tabs}
        <MonthBar month={month} goTo={goTo} id="availability-month" heading="h2" />
        <Loaded of={load}>
          {({ availability }) =>
            availability.length === 0 ? (
              <Empty>{t('specialists.empty')}</Empty>
            ) : (
              <>
                <Clashes rows={availability} />
                <Everybody rows={availability} />
                <p className="text-dns-14N-130">{t('availability.tinyMeans')}</p>
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

/** Visits that stand where nobody is free any more: the first thing to look at. */
function Clashes({ rows }: { readonly rows: readonly CalendarRow[] }) {
  const { t } = useTranslation();
  const found = rows.flatMap(({ specialist, days }) =>
    days
      .filter(({ clash }) => clash)
      .flatMap((day) => day.visits.map((visit) => ({ specialist, day, visit }))),
  );
  if (found.length === 0) return <p>{t('availability.noClash')}</p>;
  return (
    <section aria-labelledby="clashes" className="rounded-8 border border-l-8 border-warning-yellow-2 p-4">
      <h3 id="clashes" className="text-std-16B-170">
        {t('availability.clashes', { count: found.length })}
      </h3>
      <ul className="mt-2 flex flex-col gap-1">
        {found.map(({ specialist, day, visit }) => (
          <li key={visit.id}>
            <Link to={`/visits/${visit.id}`} className="link">
              {longDate(day.date)} {nameOf(visit.municipality)}
            </Link>{' '}
            {specialist && nameOf(specialist)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Everybody({ rows }: { readonly rows: readonly CalendarRow[] }) {
  const { t } = useTranslation();
  const [first] = rows;
  return (
    <ScrollRegion labelledBy="availability-month">
      <table className="border-collapse text-dns-14N-130">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 border border-solid-gray-300 bg-solid-gray-50 px-2 py-1 text-left"
            >
              {t('specialists.name')}
            </th>
            {first?.days.map(({ date }) => (
              <th
                key={date}
                scope="col"
                className="min-w-9 border border-solid-gray-300 bg-solid-gray-50 py-1"
              >
                <span className="block">{Number(date.slice(8))}</span>
                <span className="block font-400">{weekdayName(weekdayOf(date))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ specialist, days }, i) => (
            <tr key={specialist?.id ?? i}>
              <th
                scope="row"
                className="sticky left-0 z-10 border border-solid-gray-300 bg-white px-2 py-1 text-left whitespace-nowrap"
              >
                {specialist && (
                  <Link to={`/specialists/${specialist.id}`} className="link">
                    {nameOf(specialist)}
                  </Link>
                )}
              </th>
              {days.map((day) => (
                <OverviewCell key={day.date} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function OverviewCell({ day }: { readonly day: DayRow }) {
  const { t } = useTranslation();
  const sentence = useDaySentence();
  const look = lookOf(day);
  const quiet = look === 'closed' || look === 'outside';
  return (
    <td
      title={sentence(day)}
      className={classes(
        'border border-solid-gray-300 px-0.5 py-1 text-center align-top leading-[1.15] [word-break:keep-all]',
        look === 'away' && 'bg-solid-gray-200 font-700',
        (look === 'amAway' || look === 'pmAway') && 'bg-solid-gray-50 font-700',
        quiet && 'text-solid-gray-600',
      )}
    >
      <span className="sr-only">
        <Mixed>{sentence(day)}</Mixed>
      </span>
      <span aria-hidden="true" className="flex flex-col text-[0.75rem]">
        <span>{t(`availability.tiny.${look}`)}</span>
        {day.visits.length > 0 && (
          <span className="border-b-2 border-key-900 font-700">
            {t(day.clash ? 'availability.shortClash' : 'availability.shortVisit')}
          </span>
        )}
      </span>
    </td>
  );
}
