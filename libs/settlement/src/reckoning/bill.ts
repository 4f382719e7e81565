import type { LocalDate } from '@banso/kernel';
import type { Share } from './apportion.js';
import type { Period } from './periods.js';
import type { CostItem, Statement, StatementLine } from './terms.js';

/** A line of a statement with what one party bears of it. */
export interface BilledLine {
  readonly line: StatementLine;
  readonly share: Share;
}

/** What one party bears: a line in which it has no share is none of its business. */
export function billedTo(partyId: string, { lines }: Statement): BilledLine[] {
  return lines.flatMap((line) => {
    const share = line.shares.find((one) => one.partyId === partyId);
    return share && (share.weight > 0 || share.yen !== 0) ? [{ line, share }] : [];
  });
}

/** What names a billed line, whenever it is reckoned. */
export interface BilledFigure extends Period {
  readonly item: CostItem;
  readonly label: string;
  readonly yen: number;
}

export const figureOf = ({ line, share }: BilledLine): BilledFigure => ({
  item: line.terms.item,
  label: line.terms.label,
  from: line.from,
  to: line.to,
  yen: share.yen,
});

/** A figure that is reckoned otherwise today; null where there was, or is, none. */
export interface Difference {
  readonly item: CostItem;
  readonly label: string;
  readonly from: LocalDate;
  readonly frozenYen: number | null;
  readonly reckonedYen: number | null;
}

const keyOf = ({ item, label, from, to }: BilledFigure): string => JSON.stringify([from, to, item, label]);

/** Where frozen figures no longer follow from the facts. Nothing is changed by it. */
export function differencesOf(
  frozen: readonly BilledFigure[],
  reckoned: readonly BilledFigure[],
): readonly Difference[] {
  const [before, now] = [frozen, reckoned].map((figures) => new Map(figures.map((one) => [keyOf(one), one])));
  const keys = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before?.get(key), now?.get(key)];
    const either = was ?? is;
    if (!either || was?.yen === is?.yen) return [];
    const { item, label, from } = either;
    return [{ item, label, from, frozenYen: was?.yen ?? null, reckonedYen: is?.yen ?? null }];
  });
}
