import type { Bound, PlanningTask, SearchResult, Wish } from '@banso/dispatch';
import { bestOf } from '@banso/dispatch';
import { compareScores, type Progress } from '@banso/planning';
import { inChildSpan, log, measured } from '@banso/platform';
import type { StartResult } from './search-start.js';
import { type RunningThread, startThread } from './thread.js';

export interface PlanningInThreads {
  readonly task: PlanningTask;
  /** Ends the work from outside; the promise is then rejected. */
  readonly signal: AbortSignal;
  /** After so long the best plan so far is used. */
  readonly minutes: number;
  /** Tells how far the search is and hears what is wanted; progress is null before there is any. */
  readonly report: (progress: Progress | null, bound: Bound | null) => Promise<Wish>;
}

const REPORT_EVERY_MS = 500;
/** How long a proof may go on when the plan is there. */
export const PROOF_GRACE_MS = 3_000;

/**
 * Searches from several seeds side by side, and proves a bound beside them. The best plan, of equals that of
 * the lowest seed; null when nobody waits for it any more.
 */
export async function planInThreads(work: PlanningInThreads): Promise<SearchResult | null> {
  const begun = performance.now();
  try {
    return await inChildSpan({ name: 'planning run', attributes: {} }, () => search(work));
  } finally {
    measured().planning.record((performance.now() - begun) / 1000);
  }
}

async function search(work: PlanningInThreads): Promise<SearchResult | null> {
  const { signal, minutes } = work;
  const task = work.task.byHand ? { ...work.task, starts: 1, iterations: 0 } : work.task;
  signal.throwIfAborted();
  const [stopSearch, stopProof] = [sharedFlag(), sharedFlag()];
  const latest = new Map<number, Progress>();
  let bound: Bound | null = null;
  const searches = seedsOf(task).map((seed) =>
    startThread<StartResult>({ kind: 'SEARCH', order: { ...task, seed }, stop: stopSearch }, (message) => {
      if ('progress' in message) latest.set(seed, message.progress);
      return 'found' in message ? { answer: message.found } : null;
    }),
  );
  const proof = startThread<Bound | null>(
    { kind: 'BOUND', problem: task.problem, stop: stopProof },
    (message) => {
      if ('bound' in message) bound = message.bound;
      return 'proven' in message ? { answer: message.proven } : null;
    },
  );
  let wasCut = task.stopAtIterations !== null;
  const stop = (): void => {
    wasCut = true;
    raise(stopSearch);
  };
  const limit = setTimeout(stop, minutes * 60_000);
  const ear = listening(work, () => ({ progress: bestProgress(latest), bound }), stop);
  try {
    const found = await Promise.race([
      Promise.all(searches.map(({ answer }) => answer)),
      ear.abandoned,
      aborted(signal),
    ]);
    if (!found) return null;
    raise(stopProof);
    const proven = (await answerWithin(proof, PROOF_GRACE_MS)) ?? bound;
    return bestOf(found, { bound: proven, budget: task.iterations, wasCut });
  } finally {
    clearTimeout(limit);
    ear.end();
    await Promise.all([...searches, proof].map((thread) => thread.end()));
  }
}

const seedsOf = ({ seed, starts }: PlanningTask): number[] =>
  Array.from({ length: starts }, (_, start) => seed + start);

const sharedFlag = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));
const raise = (flag: Int32Array): void => void Atomics.store(flag, 0, 1);

/** The best of what the searches last told; of equals that of the lowest seed. */
function bestProgress(latest: ReadonlyMap<number, Progress>): Progress | null {
  const scoreOf = ({ tiers }: Progress) => ({ hard: 0, tiers, parts: {} });
  const [best] = [...latest]
    .sort(([a], [b]) => a - b)
    .map(([, progress]) => progress)
    .toSorted((a, b) => compareScores(scoreOf(a), scoreOf(b)));
  return best ?? null;
}

/** Tells every half-second how far it is; `abandoned` is settled when nobody waits any more. */
function listening(
  { report }: PlanningInThreads,
  now: () => { readonly progress: Progress | null; readonly bound: Bound | null },
  stop: () => void,
): { readonly abandoned: Promise<null>; readonly end: () => void } {
  let asking = false;
  let abandon: (nothing: null) => void = () => {};
  const abandoned = new Promise<null>((resolve) => (abandon = resolve));
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const { progress, bound } = now();
    // A report that fails is not a wish to stop: the next one tells.
    const wish = await report(progress, bound).catch((): Wish => 'GO_ON');
    asking = false;
    if (wish === 'STOP') stop();
    if (wish === 'ABANDON') abandon(null);
  };
  const timer = setInterval(() => void ask(), REPORT_EVERY_MS);
  return { abandoned, end: () => clearInterval(timer) };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The search was aborted')), { once: true });
  });

/** A proof that fails or is late costs nothing but itself. */
async function answerWithin(proof: RunningThread<Bound | null>, ms: number): Promise<Bound | null> {
  let late: NodeJS.Timeout | undefined;
  const never = new Promise<null>((resolve) => (late = setTimeout(() => resolve(null), ms)));
  try {
    return await Promise.race([proof.answer, never]);
  } catch {
    log.warn('planning.proof-failed');
    return null;
  } finally {
    clearTimeout(late);
  }
}
