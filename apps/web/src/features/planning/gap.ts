import type { TFunction } from 'i18next';
import type { Fact } from '../../ui/Facts';

/** How far a plan may be from the best there is; says nothing where nothing is proven. */
export function gapFact(t: TFunction, gap: number | null): Fact | null {
  if (gap === null) return null;
  // Rounded up: the promise must hold.
  const percent = (Math.ceil(gap * 1000) / 10).toFixed(1);
  return {
    term: t('planning.gap'),
    value: gap === 0 ? t('planning.gapNone') : t('planning.gapValue', { percent }),
  };
}
