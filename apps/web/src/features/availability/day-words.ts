import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import type { DayRow } from './availability.documents';

/** How a day stands as a whole. */
export type DayLook = 'possible' | 'away' | 'amAway' | 'pmAway' | 'closed' | 'outside';

const works = (half: DayRow['am']): boolean => half.state === 'WORKS';

export function lookOf({ am, pm }: DayRow): DayLook {
  if (works(am) && works(pm)) return 'possible';
  if (works(pm)) return 'amAway';
  if (works(am)) return 'pmAway';
  if (am.state === 'CLOSED') return 'closed';
  return am.state === 'OUTSIDE_PATTERN' && pm.state === 'OUTSIDE_PATTERN' ? 'outside' : 'away';
}

/** What a tap makes of a day: 終日不可 → 午前不可 → 午後不可 → 可. */
export function nextOf(day: DayRow): { am: boolean; pm: boolean } {
  switch (lookOf(day)) {
    case 'possible':
      return { am: false, pm: false };
    case 'amAway':
      return { am: true, pm: false };
    case 'pmAway':
      return { am: true, pm: true };
    default:
      return { am: false, pm: true };
  }
}

export const looksOf = ({ am, pm }: { am: boolean; pm: boolean }): DayLook =>
  am ? (pm ? 'possible' : 'pmAway') : pm ? 'amAway' : 'away';

/** Whether a repeat rule takes a part of it. */
export const isRepeated = ({ am, pm }: DayRow): boolean => am.state === 'RULE' || pm.state === 'RULE';

export const reasonOf = ({ am, pm }: DayRow): string | null => am.reason ?? pm.reason;

/** Everything that the cell says, in a sentence for those who hear it. */
export function useDaySentence(): (day: DayRow) => string {
  const { t } = useTranslation();
  return (day) => {
    const closedFor = currentLanguage() === 'en' ? day.closedForEn : day.closedFor;
    return [
      closedFor ?? t(`availability.look.${lookOf(day)}`),
      isRepeated(day) ? t('availability.repeated') : '',
      day.visits.length > 0 ? t('availability.visits', { count: day.visits.length }) : '',
      day.clash ? t('availability.clash') : '',
      reasonOf(day) ?? '',
    ]
      .filter((words) => words !== '')
      .join(t('ui.listMark'));
  };
}
