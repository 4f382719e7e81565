import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shortDate, timeRange, tokyo } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { Section } from '../../../ui/Page';
import { Acceptance } from '../answers/Acceptance';
import { VisitForm, VisitOpenWords, VisitStatusText } from '../VisitWords';
import type { MyVisit } from './my-schedule.documents';
import { leaveAt } from './Way';

/** これから: one line each, a yes beside those that wait for one. */
export function ComingVisits({ visits }: { readonly visits: readonly MyVisit[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('schedule.upcoming')} id="upcoming">
      <ul className="-mt-4">
        {visits.map((visit) => (
          <Coming key={visit.id} visit={visit} />
        ))}
      </ul>
    </Section>
  );
}

function Coming({ visit }: { readonly visit: MyVisit }) {
  const { t } = useTranslation();
  const town = nameOf(visit.municipality);
  const date = shortDate(tokyo(visit.startsAt).date);
  const leave = leaveAt(visit);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-solid-gray-300 py-3">
      <div className="min-w-0">
        <Link
          to={`/visits/${visit.id}`}
          className="link inline-flex min-h-11 items-center gap-x-3 text-std-16B-170"
        >
          <span className="whitespace-nowrap tabular-nums">
            {date} {timeRange(visit.startsAt, visit.endsAt)}
          </span>
          <span>{town}</span>
        </Link>
        <p className="flex flex-wrap items-center gap-x-4">
          <VisitStatusText visit={visit} />
          <span>
            <VisitForm visit={visit} />
          </span>
          {leave && (
            <span className="text-dns-14N-130 text-solid-gray-700">
              {t('schedule.field.leave')} {leave.time}
            </span>
          )}
        </p>
        <VisitOpenWords visit={visit} />
      </div>
      <Acceptance visit={visit} label={`${town} ${date}`} />
    </li>
  );
}
