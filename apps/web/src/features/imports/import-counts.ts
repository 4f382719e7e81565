import type { ImportLine } from './imports.documents';

export interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faulty: number;
  /** Rows without a fault that wait to be taken in. */
  readonly ready: number;
  /** To be undone, but changed since. */
  readonly kept: number;
  readonly all: number;
}

/** What there is of each kind. */
export function countsOf({ counts }: Pick<ImportLine, 'counts'>): Counts {
  const sum = (of: (count: ImportLine['counts'][number]) => boolean): number =>
    counts.filter(of).reduce((total, { count }) => total + count, 0);
  return {
    added: sum(({ outcome }) => outcome === 'ADDED'),
    updated: sum(({ outcome }) => outcome === 'UPDATED'),
    unchanged: sum(({ outcome }) => outcome === 'UNCHANGED'),
    faulty: sum(({ outcome }) => outcome === 'FAULTY'),
    ready: sum(({ state, outcome }) => state === 'OPEN' && outcome !== 'FAULTY'),
    kept: sum(({ state }) => state === 'KEPT'),
    all: sum(() => true),
  };
}
