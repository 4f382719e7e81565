import { hoursOf, type InBoth, unitEn, unitJa } from '@banso/engagement';
import type { Facts, Unplaced } from '@banso/planning';

/** The reason of a visit that a quota kept out of a plan. No rule of the planner has this name. */
export const QUOTA_RULE = 'quota';

/** An amount as people say it: minutes as hours. */
export const amountIn = (unit: string | number | undefined, amount: number): number =>
  unit === 'HOURS' ? Number(hoursOf(amount)) : amount;

/** What stands in the way, with the figures, and what can be done. */
export function sayQuota({ quota, used, limit, unit }: Facts): InBoth {
  return {
    ja: `枠「${quota}」の残りが足りない（公開済みと先に割り当てた訪問で${used}／${limit}${unitJa(unit)}）。枠を増やすか、訪問を減らす必要がある`,
    en: `Too little is left of the quota “${quota}” (${used} of ${limit} ${unitEn(unit)} go to published visits and to those that come first): raise it, or ask for fewer visits`,
  };
}

/** Whether a visit found no place because of a quota. */
export const isByQuota = ({ reasons }: Pick<Unplaced, 'reasons'>): boolean =>
  reasons.some(({ ruleId }) => ruleId === QUOTA_RULE);
