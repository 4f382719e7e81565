import { useTranslation } from 'react-i18next';
import { weekdayName } from '../../i18n/dates';
import type { PlacementRow } from './placements.documents';

export type HalfDay = PlacementRow['weekly'][number];

export const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;
const ALL_DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export const HALF_DAYS: readonly HalfDay[] = WEEK.flatMap((day): HalfDay[] => [`${day}_AM`, `${day}_PM`]);

/** Each once, in the order of the week. */
export const weekOf = (halves: readonly HalfDay[]): HalfDay[] =>
  HALF_DAYS.filter((half) => halves.includes(half));

/** Half-days as people say them: a whole day is one word. */
export function useHalfDayWords() {
  const { t } = useTranslation();
  const day = (name: string): string => weekdayName(ALL_DAYS.indexOf(name));
  const one = (half: HalfDay): string => {
    const [name = '', part] = half.split('_');
    return `${day(name)} ${t(part === 'AM' ? 'ui.half.AM' : 'ui.half.PM')}`;
  };
  const all = (halves: readonly HalfDay[]): string =>
    WEEK.flatMap((name) => {
      const [am, pm]: [HalfDay, HalfDay] = [`${name}_AM`, `${name}_PM`];
      if (halves.includes(am) && halves.includes(pm)) return [day(name)];
      return [am, pm].filter((half) => halves.includes(half)).map(one);
    }).join(t('ui.listMark'));
  return { day, one, all };
}
