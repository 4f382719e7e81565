import type { LocalDate } from '@banso/kernel';
import type { Office, OfficeMember, OfficeTime } from './office.entity.js';

/** How an office stands: its seats, and from how many sections its people come. */
export interface OfficeRoster {
  /** The head included. */
  readonly seated: number;
  /** More people than seats. */
  readonly isOver: boolean;
  /** Sections of those seated, the largest first; a section with many people is little spread. */
  readonly sections: readonly { readonly section: string; readonly people: number }[];
}

export function rosterOf(
  { seats }: Pick<Office, 'seats'>,
  members: readonly Pick<OfficeMember, 'section' | 'isSeated'>[],
): OfficeRoster {
  const seated = members.filter(({ isSeated }) => isSeated);
  const counts = new Map<string, number>();
  for (const { section } of seated) counts.set(section, (counts.get(section) ?? 0) + 1);
  const sections = [...counts]
    .map(([section, people]) => ({ section, people }))
    .sort((a, b) => b.people - a.people || a.section.localeCompare(b.section, 'ja'));
  return { seated: seated.length, isOver: seated.length > seats, sections };
}

/** What one person gave to the office in one month, against what a month may take. */
export interface MonthlyTime {
  readonly memberId: string;
  /** `2026-11`. */
  readonly month: string;
  readonly minutes: number;
  /** More than the office's guide for people with other work; never so for those without. */
  readonly isBeyond: boolean;
}

const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** By month and person, in the order of the months. */
export function monthlyTimes(
  { monthlyHours }: Pick<Office, 'monthlyHours'>,
  members: readonly Pick<OfficeMember, 'id' | 'kind'>[],
  times: readonly Pick<OfficeTime, 'memberId' | 'workedOn' | 'minutes'>[],
): MonthlyTime[] {
  const concurrent = new Set(members.filter(({ kind }) => kind === 'CONCURRENT').map(({ id }) => id));
  const sums = new Map<string, { memberId: string; month: string; minutes: number }>();
  for (const { memberId, workedOn, minutes } of times) {
    const month = monthOf(workedOn);
    const key = `${month} ${memberId}`;
    const sum = sums.get(key) ?? { memberId, month, minutes: 0 };
    sum.minutes += minutes;
    sums.set(key, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => ({
      ...sum,
      isBeyond: monthlyHours !== null && concurrent.has(sum.memberId) && sum.minutes > monthlyHours * 60,
    }));
}
