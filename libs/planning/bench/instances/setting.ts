import type { Random } from '../../src/random.js';
import type { Office } from './register.js';
import type { Theme } from './themes.js';

/** How much there is to plan. */
export interface Extent {
  readonly requests: number;
  readonly specialists: number;
  readonly days: number;
}

/** Everything the parts of an instance are drawn from. */
export interface Setting extends Extent {
  /** Two digits; ids begin with it, so that prefectures can be joined. */
  readonly prefecture: string;
  /** The prefectural office, then the towns. */
  readonly offices: readonly Office[];
  /** Minutes between two offices by id; null = unknown. */
  readonly minutes: (from: string, to: string) => number | null;
  readonly themes: readonly Theme[];
  readonly random: Random;
}

/** The towns without the prefectural office. */
export function townsOf({ offices }: Setting): readonly Office[] {
  return offices.filter(({ isPrefecture }) => !isPrefecture);
}
