import { addDays, type LocalDate, localDateOf } from '@banso/kernel';
import { isWorkingDay } from '@banso/directory';

export const today = (): LocalDate => localDateOf(new Date());

/** The first working day at least `days` from today. */
export function workingDayIn(days: number): LocalDate {
  let date = addDays(today(), days);
  while (!isWorkingDay(date)) date = addDays(date, 1);
  return date;
}

/** A request that nothing is wrong with. */
export const requestInput = (changes: Record<string, unknown> = {}) => ({
  title: '窓口の待ち時間を減らしたい',
  trouble: '窓口で何度も同じことを書いてもらっている。',
  themeId: 'T01',
  urgency: 'NORMAL',
  mode: 'ON_SITE',
  visits: 2,
  visitMinutes: 180,
  minGapDays: 7,
  deadlineOn: addDays(today(), 60),
  wished: [],
  onlyWished: false,
  entrustSelection: true,
  contactSection: '総務課 情報係',
  ...changes,
});
