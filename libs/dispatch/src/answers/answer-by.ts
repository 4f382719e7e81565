import { addDays, type LocalDate, localDateOf } from '@banso/kernel';
import { addWorkingDays } from '@banso/directory';

/**
 * By when whoever goes is expected to answer: so many working days after they were told, and the day before the
 * visit at the latest; never before the day on which they were told.
 */
export function answerBy(told: Date, startsAt: Date, workingDays: number): LocalDate {
  const today = localDateOf(told);
  const asked = addWorkingDays(today, workingDays);
  const eve = addDays(localDateOf(startsAt), -1);
  const last = asked < eve ? asked : eve;
  return last < today ? today : last;
}

/** Whether a visit that falls away leaves its slot for today or the next working day: then it is worth filling at once. */
export function isShortNotice(startsAt: Date, now: Date): boolean {
  const today = localDateOf(now);
  const date = localDateOf(startsAt);
  return startsAt > now && date <= addWorkingDays(today, 1);
}
