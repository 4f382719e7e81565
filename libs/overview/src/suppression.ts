/** Fewer answers than this, or from fewer towns, and somebody could be told from the figure. */
export const FEWEST_ANSWERS = 5;
export const FEWEST_TOWNS = 3;

export interface Answered {
  readonly answers: number;
  readonly towns: number;
}

const isSmall = ({ answers, towns }: Answered): boolean => answers < FEWEST_ANSWERS || towns < FEWEST_TOWNS;

/**
 * Which groups are not shown: small ones, and as many of the next larger as it takes that what is hidden cannot be
 * had by taking the shown ones from the whole.
 */
export function hiddenOf<Group extends Answered>(groups: readonly Group[]): ReadonlySet<Group> {
  const hidden = new Set(groups.filter((group) => group.answers > 0 && isSmall(group)));
  const shown = groups
    .filter((group) => group.answers > 0 && !hidden.has(group))
    .sort((a, b) => a.answers - b.answers);
  const answers = (): number => [...hidden].reduce((sum, group) => sum + group.answers, 0);
  while (hidden.size > 0 && (answers() < FEWEST_ANSWERS || hidden.size === 1)) {
    const next = shown.shift();
    if (!next) break;
    hidden.add(next);
  }
  return hidden;
}

/** Whether a figure of all of them may be shown. */
export const mayShow = (all: Answered): boolean => !isSmall(all);
