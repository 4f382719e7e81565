import { addWorkingDays, isWorkingDay } from '@banso/directory';
import {
  addDays,
  type Half,
  HALVES,
  instantAt,
  type LocalDate,
  localDateOf,
  minuteOfDay,
  type Weekday,
  WEEKDAYS,
  weekdayOf,
} from '@banso/kernel';

/** A question is answered by the end of this working day after it was asked. */
export const CONSULTATION_WORKING_DAYS = 2;
/** What the next specialist is given when the one before did not answer in time. */
export const ESCALATION_WORKING_DAYS = 1;

/** インシデント対応: nobody waits for two days with a strange screen. */
const URGENT_THEMES: ReadonlySet<string> = new Set(['T10']);
const URGENT_MINUTES = 120;
const URGENT_NEXT_MORNING = 600;

/** When an answer is due; an urgent theme has its own rule whatever the days. */
export function dueAtOf(asked: Date, themeId: string | null, workingDays: number): Date {
  if (themeId !== null && URGENT_THEMES.has(themeId)) return urgentDueAt(asked);
  return instantAt(addWorkingDays(localDateOf(asked), workingDays), HALVES.PM.end);
}

/** Two hours within office hours, or else 10:00 when the offices next open. */
function urgentDueAt(asked: Date): Date {
  const today = localDateOf(asked);
  const minute = minuteOfDay(asked);
  if (isWorkingDay(today)) {
    if (minute < HALVES.AM.start) return instantAt(today, URGENT_NEXT_MORNING);
    if (minute + URGENT_MINUTES <= HALVES.PM.end) return new Date(asked.getTime() + URGENT_MINUTES * 60_000);
  }
  return instantAt(addWorkingDays(today, 1), URGENT_NEXT_MORNING);
}

export interface DeskHalf {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  readonly half: Half;
}

/** The half-day whose desk takes a question now: the present one, or the next while the offices are closed. */
export function deskHalfAt(now: Date): DeskHalf {
  const today = localDateOf(now);
  const minute = minuteOfDay(now);
  if (isWorkingDay(today) && minute < HALVES.AM.end) return deskHalf(today, 'AM');
  if (isWorkingDay(today) && minute < HALVES.PM.end) return deskHalf(today, 'PM');
  return deskHalf(addWorkingDays(addDays(today, 1), 0), 'AM');
}

const deskHalf = (date: LocalDate, half: Half): DeskHalf => ({
  date,
  weekday: WEEKDAYS[weekdayOf(date)] ?? 'MON',
  half,
});
