import { addDays, shortDate, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import type { WishWords } from '../../offline/wish';
import type { ReportInput, ReportRow, ReportVisit } from './reports.documents';

export type StepOwner = ReportRow['steps'][number]['owner'];

export interface StepDraft {
  readonly id: string | null;
  readonly what: string;
  readonly owner: StepOwner;
  readonly dueOn: string;
}

export interface SectionDraft {
  readonly section: string;
  readonly people: number | null;
}

/** What is being written: times as a clock in Japan shows them, on the day of the visit. */
export interface ReportDraft {
  readonly result: ReportRow['result'];
  readonly topics: readonly string[];
  readonly done: string;
  readonly steps: readonly StepDraft[];
  readonly date: string;
  readonly starts: string;
  readonly ends: string;
  readonly mode: ReportRow['mode'];
  readonly attendance: readonly SectionDraft[];
  readonly internalNote: string;
}

const has = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => name in value);

/** What we have put on the phone ourselves; after an update it may be of another form, and is then left. */
export const isDraft = (value: unknown): value is ReportDraft =>
  has(value, 'topics', 'done', 'steps', 'date', 'starts', 'ends', 'mode', 'attendance');

export const isInput = (value: unknown): value is ReportInput =>
  has(value, 'topics', 'done', 'steps', 'startedAt', 'endedAt', 'mode', 'attendance');

/** Two weeks: long enough for a town, short enough not to be forgotten. */
const STEP_DAYS = 14;

export const newStep = (visit: Pick<ReportVisit, 'startsAt'>): StepDraft => ({
  id: null,
  what: '',
  owner: 'TOWN',
  dueOn: addDays(tokyo(visit.startsAt).date, STEP_DAYS),
});

/** What was kept, or what is known of the visit: nobody types again what the platform knows. */
export function draftOf(visit: ReportVisit): ReportDraft {
  const { report } = visit;
  if (!report) {
    const [start, end] = [tokyo(visit.startsAt), tokyo(visit.endsAt)];
    const section = visit.supportRequest.contactSection;
    return {
      result: 'AS_PLANNED',
      topics: [],
      done: '',
      steps: [newStep(visit)],
      date: start.date,
      starts: start.time,
      ends: end.time,
      mode: visit.mode,
      attendance: section ? [{ section, people: 1 }] : [],
      internalNote: '',
    };
  }
  return {
    result: report.result,
    topics: report.topics,
    done: report.done,
    steps: report.steps.map(({ id, what, owner, dueOn }) => ({ id, what, owner, dueOn: dueOn ?? '' })),
    date: tokyo(report.startedAt).date,
    starts: tokyo(report.startedAt).time,
    ends: tokyo(report.endedAt).time,
    mode: report.mode,
    attendance: report.attendance,
    internalNote: report.internalNote ?? '',
  };
}

/** What was handed in and has not been sent, to be written on. */
export function draftOfInput(input: ReportInput): ReportDraft {
  return {
    result: input.result ?? null,
    topics: input.topics,
    done: input.done,
    steps: input.steps.map(({ id, what, owner, dueOn }) => ({
      id: id ?? null,
      what,
      owner,
      dueOn: dueOn ?? '',
    })),
    date: tokyo(input.startedAt).date,
    starts: tokyo(input.startedAt).time,
    ends: tokyo(input.endedAt).time,
    mode: input.mode,
    attendance: input.attendance,
    internalNote: input.internalNote ?? '',
  };
}

const instant = (date: string, time: string): string => new Date(`${date}T${time}:00+09:00`).toISOString();

/** For the server; null while a time is half typed. */
export function inputOf(draft: ReportDraft, seen: string | null): ReportInput | null {
  const { date, starts, ends } = draft;
  if (!/^\d\d:\d\d$/.test(starts) || !/^\d\d:\d\d$/.test(ends)) return null;
  return {
    seen,
    result: draft.result,
    topics: [...draft.topics],
    done: draft.done,
    steps: draft.steps
      .filter(({ what }) => what.trim() !== '')
      .map(({ id, what, owner, dueOn }) => ({ id, what, owner, dueOn: dueOn === '' ? null : dueOn })),
    startedAt: instant(date, starts),
    // A visit may end after midnight.
    endedAt: instant(ends > starts ? date : addDays(date, 1), ends),
    mode: draft.mode,
    attendance: draft.attendance.flatMap(({ section, people }) =>
      section.trim() === '' || people === null ? [] : [{ section, people }],
    ),
    internalNote: draft.internalNote === '' ? null : draft.internalNote,
  };
}

/** How a report that waits on the phone is called. */
export const wordsOf = (visit: Pick<ReportVisit, 'id' | 'municipality' | 'startsAt'>): WishWords => ({
  visitId: visit.id,
  about: `${nameOf(visit.municipality)} ${shortDate(tokyo(visit.startsAt).date)}`,
});
