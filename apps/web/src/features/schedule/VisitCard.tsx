import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { classes } from '../../ui/classes';
import { VisitActions } from './VisitActions';
import type { VisitRow } from './visits.documents';
import { VisitFileButton } from './VisitFileButton';
import { VisitForm, VisitOpenWords, VisitStatusText } from './VisitWords';

interface Props {
  readonly visit: VisitRow;
  readonly large?: boolean;
}

const MINUTE_MS = 60_000;

/** One visit as its specialist needs it on the way. */
export function VisitCard({ visit, large = false }: Props) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const town = nameOf(visit.municipality);
  const date = longDate(tokyo(visit.startsAt).date);
  const time = timeRange(visit.startsAt, visit.endsAt);
  const { officeLat, officeLng } = visit.municipality;
  const onSite = visit.mode === 'ON_SITE';
  // Whoever slept in the town does not set out for it in the morning.
  const travel = onSite && !visit.nightBefore ? (visit.travelBeforeMinutes ?? 0) : 0;
  const leave = new Date(new Date(visit.startsAt).getTime() - travel * MINUTE_MS);
  return (
    <article
      aria-label={`${town} ${date} ${time}`}
      className={classes(
        'flex flex-col gap-3 rounded-12 border p-4 sm:p-5',
        large ? 'border-2 border-key-900' : 'border-solid-gray-420',
      )}
    >
      <div>
        <p className={large ? 'text-std-20B-150' : 'text-std-16B-170'}>
          {large && <span className="block">{date}</span>}
          <span className="whitespace-nowrap">{time}</span>
        </p>
        <p className={large ? 'text-std-18B-160' : ''}>
          {town}
          <span className="ml-3 font-400">
            <VisitForm visit={visit} />
          </span>
        </p>
      </div>
      <div>
        <VisitStatusText visit={visit} />
        <VisitOpenWords visit={visit} />
      </div>
      <p>
        <Link to={`/requests/${visit.supportRequest.id}`} className="link">
          <AsWritten>{visit.supportRequest.title}</AsWritten>
        </Link>{' '}
        <span className="whitespace-nowrap">{t('schedule.nth', { n: visit.visitNo })}</span>
      </p>
      {travel > 0 && (
        <p>
          {t('schedule.field.leave')}{' '}
          {t('schedule.field.leaveValue', {
            time: tokyo(leave.toISOString()).time,
            minutes: minutesOf(travel),
          })}
        </p>
      )}
      {onSite && (
        <p className="no-print">
          <a
            href={`geo:${officeLat},${officeLng}?q=${officeLat},${officeLng}(${encodeURIComponent(visit.municipality.name)})`}
            className="link inline-flex min-h-11 items-center"
          >
            {t('schedule.directions')}
          </a>
        </p>
      )}
      <p className="no-print">
        <Link
          to={`/visits/${visit.id}`}
          className="link inline-flex min-h-11 items-center"
          aria-label={`${t('schedule.open')} ${town} ${date}`}
        >
          {t('schedule.open')}
        </Link>
      </p>
      <VisitActions visit={visit} label={`${town} ${date}`} />
      <VisitFileButton id={visit.id} label={`${town} ${date}`} />
    </article>
  );
}
