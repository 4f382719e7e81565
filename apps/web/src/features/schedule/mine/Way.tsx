import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tokyo } from '../../../i18n/dates';
import { nameOf, useMinutes } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { classes } from '../../../ui/classes';
import type { VisitRow } from '../visits.documents';

const MINUTE_MS = 60_000;

/** When to leave; null where nobody has to travel: online, or after a night in the town. */
export function leaveAt({
  mode,
  nightBefore,
  startsAt,
  travelBeforeMinutes,
}: VisitRow): { time: string; minutes: number } | null {
  const minutes = mode === 'ON_SITE' && !nightBefore ? (travelBeforeMinutes ?? 0) : 0;
  if (minutes === 0) return null;
  const leave = new Date(new Date(startsAt).getTime() - minutes * MINUTE_MS);
  return { time: tokyo(leave.toISOString()).time, minutes };
}

/** 呉市役所, 大崎上島町役場: the place where somebody asks for the way. */
export function useOfficeName(): (town: VisitRow['municipality']) => string {
  const { t } = useTranslation();
  return (town) =>
    t(/[市区]$/.test(town.name) ? 'schedule.cityOffice' : 'schedule.townOffice', { town: nameOf(town) });
}

export function Leave({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const leave = leaveAt(visit);
  if (!leave) return null;
  return (
    <p>
      {t('schedule.field.leave')} <strong className="text-std-18B-160 tabular-nums">{leave.time}</strong>
      {t('schedule.field.leaveWay', { minutes: minutesOf(leave.minutes) })}
    </p>
  );
}

const TAP =
  'inline-flex min-h-11 items-center gap-1 rounded-8 border border-solid-gray-420 bg-white px-3 py-2 text-oln-14B-100 leading-130 no-underline hover:bg-key-50';

/** Where it is, for the app that somebody uses anyway. Nothing is asked of anybody: the phone opens its own. */
export function WayLinks({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const { officeLat, officeLng } = visit.municipality;
  const officeName = useOfficeName();
  if (visit.mode !== 'ON_SITE') return null;
  const place = officeName(visit.municipality);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${place} ${officeLat},${officeLng}`);
      setCopied(true);
    } catch {
      // Over plain HTTP a page may not write there; the place is written on the screen.
      setCopied(false);
    }
  };
  return (
    <div className="no-print flex flex-wrap gap-2">
      <a
        href={`geo:${officeLat},${officeLng}?q=${officeLat},${officeLng}(${encodeURIComponent(place)})`}
        className={TAP}
        aria-label={t('schedule.directionsTo', { town: nameOf(visit.municipality) })}
      >
        {t('schedule.directions')}
      </a>
      {'clipboard' in navigator && (
        <Button
          size="small"
          className={classes('min-h-11 border-solid-gray-420 text-solid-gray-900')}
          onClick={() => void copy()}
        >
          {t('schedule.copyPlace')}
        </Button>
      )}
      <span
        role="status"
        className={copied ? 'inline-flex min-h-11 items-center text-dns-14N-130' : 'sr-only'}
      >
        {copied && t('schedule.copied')}
      </span>
    </div>
  );
}
