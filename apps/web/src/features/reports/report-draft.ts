import { addDays, tokyo } from '../../i18n/dates';
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
