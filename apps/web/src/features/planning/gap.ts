import type { TFunction } from 'i18next';
import type { RunRow } from './plans.documents';

type Gap = NonNullable<NonNullable<RunRow['score']>['gap']>;

/** How far a plan may be from the best there is, in two sentences. */
export interface GapWords {
  readonly total: string;
  /** Tier by tier; null where the first sentence says it all. */
  readonly tiers: string | null;
}

/** Null where nothing worth saying is proven. */
export function gapWords(t: TFunction, gap: Gap | null, tierCount: number): GapWords | null {
  if (!gap || gap.total === null) return null;
  if (gap.provenTiers >= tierCount) return { total: t('planning.gapNone'), tiers: null };
  const { provenTiers: proven, tier } = gap;
  const sentences = [
    proven === 1 && t('planning.gapFirst'),
    proven === 2 && t('planning.gapFirstTwo'),
    proven > 2 && t('planning.gapFirstMany', { n: proven }),
    tier !== null && t('planning.gapTier', { n: proven + 1, percent: percentOf(tier) }),
  ].filter((sentence) => sentence !== false);
  return {
    total: t('planning.gapTotal', { percent: percentOf(gap.total) }),
    tiers: sentences.length > 0 ? sentences.join(t('planning.sentenceGap')) : null,
  };
}

/** What the first sentence may become while a run is open: the room of the longest is kept for it. */
export const gapTotalsToCome = (t: TFunction): readonly string[] => [
  t('planning.gapUnknown'),
  t('planning.gapNone'),
  t('planning.gapTotal', { percent: percentOf(1) }),
];

/** Rounded up: the promise must hold. */
const percentOf = (share: number): string => (Math.ceil(share * 1000) / 10).toFixed(1);
