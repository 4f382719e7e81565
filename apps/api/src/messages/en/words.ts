import { type Facts, factOf } from '../messages.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A fact as it stands in a sentence. */
export const of = (facts: Facts, key: string): string =>
  factOf(facts, key, (year, month, day) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`);
