import { type Actor, parseInput } from '@banso/kernel';
import { foldForSearch, gramsOf, type Tx } from '@banso/platform';
import { z } from 'zod';
import { SharedCase } from './shared-case.entity.js';

const schema = z.object({
  themeId: z.string().max(20).nullish(),
  /** What the town has written so far. */
  words: z.string().max(4_000).nullish(),
  first: z.int().min(1).max(50),
});
export type SimilarTo = z.input<typeof schema>;

/** The latest ones: what is older is found in the list. */
const LOOKED_AT = 200;
/** Being of the same theme is worth as much as this many pairs of letters. */
const SAME_THEME = 12;
/** Fewer pairs in common are chance: every text has some. */
const FEWEST_PAIRS = 6;

/** Kana pairs such as している are in every text and say nothing. */
const TELLING = /[^ぁ-ゖ]/u;

const pairsOf = (text: string): Set<string> =>
  new Set(gramsOf(foldForSearch(text)).filter((pair) => TELLING.test(pair)));

/** Cases that others may read, the likest first: by theme, and by the words as a search compares them. */
export async function similarCases(tx: Tx, actor: Actor, to: SimilarTo): Promise<SharedCase[]> {
  const { themeId, words, first } = parseInput(schema, to);
  const asked = pairsOf(words ?? '');
  if (!themeId && asked.size === 0) return [];
  const cases = await tx
    .createQueryBuilder(SharedCase, 'shared')
    .where('shared.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .orderBy('shared.publishedAt', 'DESC')
    .addOrderBy('shared.id')
    .take(LOOKED_AT)
    .getMany();
  const likeness = (one: SharedCase): number => {
    const said = pairsOf([one.title, ...one.lines.map(({ value }) => value)].join('\n'));
    const common = [...asked].filter((pair) => said.has(pair)).length;
    return (themeId && one.themeId === themeId ? SAME_THEME : 0) + (common >= FEWEST_PAIRS ? common : 0);
  };
  return cases
    .map((one) => ({ one, points: likeness(one) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, first)
    .map(({ one }) => one);
}
