import { placeOf } from '@banso/platform';

/** A text in three: before the hit, the hit as it is written, after it. Without one all of it stands before. */
export interface MarkedText {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** Letters that are shown on either side of a hit. */
const AROUND = 40;

/** Marks the first of the folded terms that the text has. */
export function marked(text: string, terms: readonly string[]): MarkedText {
  for (const term of terms) {
    const place = placeOf(text, term);
    if (place) {
      const [from, to] = place;
      return { before: text.slice(0, from), hit: text.slice(from, to), after: text.slice(to) };
    }
  }
  return { before: text, hit: '', after: '' };
}

/** As much of it as shows where the hit stands. */
export function shortened({ before, hit, after }: MarkedText): MarkedText {
  const [head, tail] = [Array.from(before), Array.from(after)];
  return {
    before: head.length > AROUND ? `…${head.slice(-AROUND).join('')}` : before,
    hit,
    after: tail.length > AROUND ? `${tail.slice(0, AROUND).join('')}…` : after,
  };
}
