import type { ComparableRun } from './compare.documents';

type Run = Pick<ComparableRun, 'id' | 'fromOn' | 'toOn' | 'status' | 'requestedAt' | 'publication'>;

const HAS_PLAN: readonly string[] = ['PROPOSED', 'PUBLISHED', 'DISCARDED'];

/** Whether a plan was made when the other was official already: it then lacks those visits and would mislead. */
const isBuiltOn = (later: Run, earlier: Run): boolean =>
  earlier.publication !== null && earlier.publication.publishedAt <= later.requestedAt;

const isSamePeriod = (one: Run, other: Run): boolean =>
  one.fromOn === other.fromOn && one.toOn === other.toOn;

/** Plans that can stand beside one, those over the very same days first, then the newest. */
export function comparableWith<Other extends Run>(run: Run, others: readonly Other[]): Other[] {
  const fit = others.filter(
    (other) =>
      other.id !== run.id &&
      HAS_PLAN.includes(other.status) &&
      other.fromOn <= run.toOn &&
      other.toOn >= run.fromOn &&
      !isBuiltOn(run, other) &&
      !isBuiltOn(other, run),
  );
  return [
    ...fit.filter((other) => isSamePeriod(run, other)),
    ...fit.filter((other) => !isSamePeriod(run, other)),
  ];
}
