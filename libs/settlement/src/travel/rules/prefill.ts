import { addDays, type LocalDate } from '@banso/kernel';
import type { Journey, LegFacts, NightFacts } from './journey.js';

/** A place of the platform: an office of a town or the prefecture. */
export interface Stop {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
}

/** A visit on site, as its plan says. */
export interface VisitOnSite {
  readonly date: LocalDate;
  readonly town: Stop;
  readonly nightBefore: boolean;
  readonly nightAfter: boolean;
}

/** The way between two places as the platform estimates it; null: unknown. */
export interface Way {
  readonly meters: number | null;
  readonly minutes: number | null;
  readonly byFerry: boolean;
}
export type Ways = (fromId: string, toId: string) => Way;

/** Visits hang together in one journey while a night away lies between two of their days, or they share a day. */
export function isOneJourney(visits: readonly VisitOnSite[]): boolean {
  return visits.every((visit, i) => {
    const before = visits[i - 1];
    if (!before) return true;
    return visit.date === before.date || visit.date === addDays(before.date, 1);
  });
}

/** What a journey to these visits looks like before anybody has corrected it: by car from the office and back. */
export function prefilled(visits: readonly VisitOnSite[], base: Stop, ways: Ways): Journey {
  const legs: LegFacts[] = [];
  const nights: NightFacts[] = [];
  let at = base;
  const go = (onDate: LocalDate, to: Stop): void => {
    if (at.id !== to.id) legs.push(legOf(onDate, { from: at, to }, ways(at.id, to.id)));
    at = to;
  };
  const sleep = (onDate: LocalDate): void => {
    if (at.id !== base.id && !nights.some((night) => night.onDate === onDate))
      nights.push(nightOf(onDate, at));
  };
  visits.forEach((visit, i) => {
    const { date, town } = visit;
    const next = visits[i + 1];
    if (visit.nightBefore) {
      go(addDays(date, -1), town);
      sleep(addDays(date, -1));
    }
    go(date, town);
    if (next?.date === date) return;
    // The night between two towns is spent at the next one, if that is where its plan wants it.
    if (next?.nightBefore === true && next.date === addDays(date, 1)) return;
    if (visit.nightAfter) {
      sleep(date);
      if (!next) go(addDays(date, 1), base);
    } else go(date, base);
  });
  const dates = [...visits.map(({ date }) => date), ...legs.map(({ onDate }) => onDate)].sort();
  const [from = '', to = from] = [dates[0], dates.at(-1)];
  return { from, to, start: 'OFFICE', end: 'OFFICE', legs, nights, receipts: [] };
}

const legOf = (onDate: LocalDate, ends: { readonly from: Stop; readonly to: Stop }, way: Way): LegFacts => ({
  onDate,
  fromName: ends.from.name,
  toName: ends.to.name,
  mode: way.byFerry ? 'FERRY' : 'CAR',
  meters: way.byFerry ? null : way.meters,
  fareYen: null,
  minutes: way.minutes,
});

const nightOf = (onDate: LocalDate, at: Stop): NightFacts => ({
  onDate,
  placeName: at.name,
  regionId: at.regionId,
  paid: true,
  meals: 'NONE',
  beyondReason: null,
});
