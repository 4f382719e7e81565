import { useTranslation } from 'react-i18next';
import { fiscalYearName } from './dates';
import type { StatusTone } from '../ui/StatusText';

type Unit = 'DAYS' | 'HOURS' | 'VISITS';
type State = 'FREE' | 'WARN' | 'FULL' | 'OVER';

/** The tone goes with a word and a shape, never alone. */
export const QUOTA_TONE: Readonly<Record<State, StatusTone>> = {
  FREE: 'finished',
  WARN: 'waiting',
  FULL: 'stopped',
  OVER: 'stopped',
};

/** What figures of quotas are called. */
export function useQuotaWords() {
  const { t } = useTranslation();
  return {
    amountOf: (unit: Unit, n: number): string => t(`quotas.amount.${unit}`, { n }),
    stateOf: (state: State): string => t(`quotas.state.${state}`),
    /** `2026-12`, `2026` or empty. */
    spanOf: (span: string): string => {
      const [year = 0, month] = span.split('-').map(Number);
      if (span === '') return t('quotas.span.whole');
      return month === undefined
        ? t('quotas.span.year', { year: fiscalYearName(year) })
        : t('quotas.span.month', { year, month });
    },
    yearOf: (fiscalYear: number): string => fiscalYearName(fiscalYear),
  };
}
