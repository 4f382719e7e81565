import { type Facts, factOf } from '../messages.js';

/** A fact as it stands in a sentence. */
export const of = (facts: Facts, key: string): string =>
  factOf(facts, key, (year, month, day) => `${year}年${month}月${day}日`);
