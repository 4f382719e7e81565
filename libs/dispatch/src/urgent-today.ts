import { addDays, instantAt, type LocalDate, localDateOf, MINUTES_PER_DAY, minuteOfDay } from '@banso/kernel';
import type { FixedVisit, Interval, PlanningRequest, PlanningSpecialist, Problem } from '@banso/planning';
import type { SupportRequest } from '@banso/support';
import type { TodayAnswer, TodayState } from './plan-answers.js';
import { type Bilingual, dateEn, dateJa } from './plan-words.js';

/** The moment at which it is asked, and how long it takes at least until somebody can be there. */
export interface Moment {
  readonly now: Date;
  readonly leadMinutes: number;
}

/** From when on an urgent visit can be held today, or why only later. Day 0 of the problem is today. */
export function todayFor(
  problem: Problem,
  request: PlanningRequest,
  row: Pick<SupportRequest, 'urgency' | 'earliestOn'>,
  moment: Moment,
): TodayAnswer {
  const today = localDateOf(moment.now);
  const earliest = earliestToday(problem, moment);
  const state = stateOf();
  const from = state === 'OPEN' ? earliest : null;
  return {
    state,
    from: from === null ? null : instantAt(today, from),
    sentence: sentenceOf(state, { ...moment, from, later: row.earliestOn ?? addDays(today, 1) }),
  };

  function stateOf(): TodayState {
    if (row.urgency !== 'URGENT') return 'NOT_URGENT';
    if (row.earliestOn !== null && row.earliestOn > today) return 'LATER';
    const town = problem.towns?.[request.town];
    if ([...problem.closedDays, ...(town?.closedDays ?? [])].includes(0)) return 'CLOSED';
    const hours = town?.officeHours ?? problem.officeHours;
    return hours.some((span) => fits(span, earliest, problem.slotStep, request.minutes)) ? 'OPEN' : 'OVER';
  }
}

/** The first start of today at which somebody can be there: a minute of day 0. */
export const earliestToday = ({ slotStep }: Problem, { now, leadMinutes }: Moment): number =>
  roundedUp(minuteOfDay(now) + leadMinutes, slotStep);

const roundedUp = (minute: number, step: number): number => Math.ceil(minute / step) * step;

/** Whether a visit of that length that begins at or after a minute lies inside a span. */
const fits = ({ start, end }: Interval, earliest: number, step: number, minutes: number): boolean =>
  roundedUp(Math.max(start, earliest), step) + minutes <= end;

/**
 * The same problem from now on: what is left of today's windows, and whoever has been somewhere today leaves
 * from there not before now.
 */
export function fromNow(problem: Problem, now: Date): Problem {
  const minute = minuteOfDay(now);
  return {
    ...problem,
    specialists: problem.specialists.map((one) => ({ ...one, available: windowsFrom(one, minute) })),
    fixed: [...problem.fixed, ...problem.specialists.flatMap(({ id }) => waitOf(problem, id, minute))],
  };
}

const windowsFrom = ({ available }: PlanningSpecialist, minute: number): readonly Interval[] =>
  available.flatMap(({ start, end }) => (end <= minute ? [] : [{ start: Math.max(start, minute), end }]));

/** From the end of the last visit of today that is over until now. */
function waitOf({ fixed }: Problem, specialistId: string, minute: number): FixedVisit[] {
  const begun = fixed.filter(
    (visit) => visit.specialistId === specialistId && visit.start >= 0 && visit.start < minute,
  );
  const start = Math.max(...begun.map(({ end }) => end));
  if (begun.length === 0 || start >= minute || start > MINUTES_PER_DAY) return [];
  return [
    {
      id: `until-now/${specialistId}`,
      requestId: null,
      visitNo: null,
      specialistId,
      place: null,
      mode: 'ONLINE',
      start,
      end: minute,
    },
  ];
}

interface Facts {
  readonly leadMinutes: number;
  readonly from: number | null;
  readonly later: LocalDate;
}

function sentenceOf(state: TodayState, { leadMinutes, from, later }: Facts): Bilingual {
  const time = timeOf(from ?? 0);
  const sentences: Readonly<Record<TodayState, Bilingual>> = {
    OPEN: {
      ja: `本日は${time}以降に入れられます（準備に${leadMinutes}分）。`,
      en: `Today from ${time} on (${leadMinutes} minutes to get ready).`,
    },
    OVER: {
      ja: `本日はもう間に合いません（準備に${leadMinutes}分かかり、役場の開庁時間に収まりません）。明日以降の案です。`,
      en: `Too late for today: with ${leadMinutes} minutes to get ready it does not end within office hours. From tomorrow on.`,
    },
    CLOSED: {
      ja: '本日は閉庁日のため、明日以降の案です。',
      en: 'The town office is closed today. From tomorrow on.',
    },
    NOT_URGENT: {
      ja: '本日に入れられるのは、緊急度が「至急」の依頼だけです。明日以降の案です。',
      en: 'Only requests marked urgent can be placed today. From tomorrow on.',
    },
    LATER: {
      ja: `町の希望により、${dateJa(later)}より前には入れられません。`,
      en: `The town asked for no visit before ${dateEn(later)}.`,
    },
  };
  return sentences[state];
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
