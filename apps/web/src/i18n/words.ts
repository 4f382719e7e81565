import { useTranslation } from 'react-i18next';
import { currentLanguage } from './index';

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

/** The name in the reader's language; data that has none stays as it is written. */
export const nameOf = (named: Named): string => (currentLanguage() === 'en' ? named.nameEn : named.name);

/** 180 → 3時間, 90 → 1時間30分. */
export function useMinutes(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return t('ui.minutes', { minutes: rest });
    return rest === 0 ? t('ui.hours', { hours }) : t('ui.hoursMinutes', { hours, minutes: rest });
  };
}
