import { useTranslation } from 'react-i18next';
import { yenOf } from '../../i18n/money';
import type { CostLineRow } from './costs.documents';

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** 3/5（60%）. */
export function useFraction(): (weight: number, sum: number) => string {
  const { t } = useTranslation();
  return (weight, sum) => {
    const by = divisor(weight, sum) || 1;
    const percent = Math.round((weight * 10_000) / sum) / 100;
    return t('costs.fraction', { numerator: weight / by, denominator: sum / by, percent });
  };
}

/** 月額 500,000円. */
export function useAmount(): (line: CostLineRow) => string {
  const { t } = useTranslation();
  return ({ amountRule, yen }) => {
    const rule = t(`costs.rules.${amountRule}`);
    return yen === null ? rule : t('costs.ruleWithYen', { rule, yen: yenOf(yen) });
  };
}
