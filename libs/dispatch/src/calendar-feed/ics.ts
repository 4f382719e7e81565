import type { VisitMode } from '@banso/planning';
import ical, { ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { isMade, type VisitStatus } from '../visit-status.js';

const ZONE = 'Asia/Tokyo';
/** How often a calendar program should ask, in seconds: most ask less often whatever they are told. */
const REFRESH_SECONDS = 4 * 3_600;

/** What a calendar is told of a visit: where, how, under which number. No person, no trouble. */
export interface CalendarVisit {
  readonly id: string;
  readonly number: string | null;
  readonly visitNo: number;
  readonly town: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: VisitStatus;
  /** How often it was changed since it was made. */
  readonly sequence: number;
  readonly changedAt: Date;
}

const MODE: Readonly<Record<VisitMode, string>> = { ON_SITE: '訪問', ONLINE: 'オンライン' };

export const calendarName = (whose: string): string => `伴走 ${whose}`;

/**
 * A calendar as RFC 5545 writes it: hours of Japan whatever the server's time zone, with the zone said in full;
 * stamps in UTC; the same text for the same visits. Without a method, a stamp says when the visit was last changed.
 */
export function icsOf(name: string, visits: readonly CalendarVisit[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Banso', product: 'visits', language: 'JA' },
    ttl: REFRESH_SECONDS,
    // The zone stands at each event: as that of the calendar it would take the Z off the stamps.
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? '' },
  });
  for (const visit of visits)
    calendar.createEvent({
      id: `${visit.id}@banso`,
      sequence: visit.sequence,
      stamp: utc(visit.changedAt),
      lastModified: utc(visit.changedAt),
      timezone: ZONE,
      start: inJapan(visit.startsAt),
      end: inJapan(visit.endsAt),
      summary: `${visit.town}（${MODE[visit.mode]}）`,
      description: `${visit.number ?? ''} 第${visit.visitNo}回`.trim(),
      location: visit.mode === 'ON_SITE' ? visit.town : null,
      status: statusOf(visit.status),
    });
  return `${calendar.toString()}\r\n`;
}

const utc = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: 'utc' });
const inJapan = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: ZONE });

/** Until whoever comes has answered, it may still change. */
function statusOf(status: VisitStatus): ICalEventStatus {
  if (status === 'CANCELLED') return ICalEventStatus.CANCELLED;
  return status === 'CONFIRMED' || isMade(status) ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}
