import { useTranslation } from 'react-i18next';
import { useMinutes } from '../../i18n/words';

const MINUTE = 60;

/** 45秒, or 2時間10分 from a minute on. */
export function useWaiting(): (seconds: number) => string {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return (seconds) =>
    seconds < MINUTE ? t('operations.seconds', { count: seconds }) : minutesOf(Math.round(seconds / MINUTE));
}
