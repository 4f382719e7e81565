import { createHash } from 'node:crypto';
import {
  check,
  exchangeRates,
  iterations,
  proveBound,
  totalOf,
  measure,
  solve,
  type Plan,
  type Problem,
  type Progress,
} from '../src/index.js';
import { openSolver } from '../../solver/src/index.js';
import { afterSeconds, cpuSeconds, peakMegabytes, timed } from './clock.js';
import { makeInstance, visitsOf, type SizeName } from './instances/make.js';
import { replanFigures } from './replan.js';
import type { Row } from './row.js';

/** What to measure and how long to search: by iterations if given, by CPU seconds otherwise. */
export interface Task {
  readonly size: SizeName;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number | null;
}

/** Steps of the proof where the search is limited by iterations. */
const PROOF_STEPS = 60;

/** Iterations of each of the two runs that must give the same plan. */
const REPEATED = 200;

/** Iterations for each visit in the run that compares sizes, and usually for the nation. */
export const EFFORT = 10;
/** Name of the figure: CPU seconds of a whole run of that effort, reasons included. */
export const EFFORT_SECONDS = `CPU s at ${EFFORT} it./visit`;

/** Makes, plans and measures one instance. Throws if the plan breaks a rule. */
export async function measureInstance(task: Task): Promise<Row> {
  const { seed } = task;
  // The first plan of a process pays for starting up; a server has long been warm.
  solve(makeInstance('tiny', seed), { seed, stop: iterations(300) });
  const problem = makeInstance(task.size, seed);
  const searched = search(problem, task);
  return {
    instance: task.size,
    figures: {
      seed,
      requests: problem.requests.length,
      specialists: problem.specialists.length,
      days: problem.days,
      'visits to place': visitsOf(problem),
      budget: task.iterations === null ? `${task.seconds} s` : `${task.iterations} it.`,
      ...searched.figures,
      ...qualityOf(problem, searched.plan),
      ...(await proofOf(problem, searched.plan, task)),
      ...replanFigures(problem, searched.plan),
      [EFFORT_SECONDS]: effortSeconds(problem, seed),
      'same seed twice': repeats(problem, seed) ? 'identical' : 'DIFFERENT',
      'peak memory MiB': peakMegabytes(),
    },
  };
}

function search(problem: Problem, { seed, ...budget }: Task): { plan: Plan; figures: Row['figures'] } {
  const begin = cpuSeconds();
  let first = 0;
  let last: Progress | null = null;
  let improving = 0;
  const onProgress = (progress: Progress): void => {
    if (progress.stage === 'CONSTRUCT') first = cpuSeconds() - begin;
    if (progress.stage === 'DONE') improving = cpuSeconds() - begin - first;
    last = progress;
  };
  const stop = budget.iterations === null ? afterSeconds(budget.seconds) : iterations(budget.iterations);
  const plan = solve(problem, { seed, stop, onProgress });
  const seconds = cpuSeconds() - begin;
  const done = (last as Progress | null)?.iterations ?? 0;
  return {
    plan,
    figures: {
      'first plan s': first,
      iterations: done,
      'iterations per s': Math.round(done / Math.max(improving, 0.001)),
      'CPU s': seconds,
    },
  };
}

/** What no plan can beat, tier by tier and all in all, and how far the plan is from it at most. */
async function proofOf(
  problem: Problem,
  plan: Plan,
  { seconds, iterations: steps }: Task,
): Promise<Row['figures']> {
  const { tiers } = plan.score;
  const solver = await openSolver();
  const begin = cpuSeconds();
  const stop = steps === null ? afterSeconds(seconds) : iterations(PROOF_STEPS);
  const bound = proveBound(problem, { known: () => tiers, stop, solver });
  const spent = cpuSeconds() - begin;
  const rates = exchangeRates(problem);
  const proven = tiers.findIndex((points, tier) => points !== bound[tier]);
  const rows = bound.flatMap((least, tier): [string, number | string][] => [
    [`bound of tier ${tier + 1}`, least],
    // Beyond the first tier that is not proven, bounds are of plans that are better there.
    [`gap of tier ${tier + 1} %`, proven < 0 || tier <= proven ? gapOf(tiers[tier] ?? 0, least) : 'unproven'],
  ]);
  return {
    ...Object.fromEntries(rows),
    'gap in all %': gapOf(totalOf(tiers, rates), totalOf(bound, rates)),
    'bound CPU s': spent,
  };
}

/** In percent of the plan's points, rounded up to hundredths. */
const gapOf = (points: number, least: number): number =>
  points === least ? 0 : Math.ceil((10_000 * (points - least)) / points) / 100;

/** How good a plan is, in the figures of the protocol. */
function qualityOf(problem: Problem, plan: Plan): Row['figures'] {
  const broken = check(problem, plan.assignments).find(({ level }) => level === 'hard');
  if (broken) throw new Error(`the plan breaks ${broken.ruleId} ${JSON.stringify(broken.facts)}`);
  const { servedPriority, oneItPersonTowns, ...figures } = measure(problem, plan.assignments);
  const tiers = plan.score.tiers.map((cost, tier): [string, number] => [`cost of tier ${tier + 1}`, cost]);
  return {
    ...Object.fromEntries(tiers),
    'served priority %': (100 * servedPriority.placed) / Math.max(1, servedPriority.asked),
    placed: figures.placed,
    unplaced: figures.unplaced,
    '… with reasons': plan.unplaced.filter(({ reasons }) => reasons.length > 0).length,
    'longest wait days': figures.longestWaitDays,
    'travel min': figures.travelMinutes,
    'travel min per visit': figures.travelMinutes / Math.max(1, figures.placed),
    'changes of specialist': figures.specialistChanges,
    'guideline days above': figures.guidelineDaysAbove,
    'nights away': figures.nights,
    'one-IT-person towns served': `${oneItPersonTowns.served}/${oneItPersonTowns.asked}`,
    'load spread ‰': figures.loadSpread,
    plan: fingerprint(plan),
  };
}

function effortSeconds(problem: Problem, seed: number): number {
  return timed(() => solve(problem, { seed, stop: iterations(EFFORT * visitsOf(problem)) })).seconds;
}

function repeats(problem: Problem, seed: number): boolean {
  const run = (): string => fingerprint(solve(problem, { seed, stop: iterations(REPEATED) }));
  return run() === run();
}

/** Short enough to compare by eye: two plans with the same visits have the same. */
export function fingerprint({ assignments }: Plan): string {
  return createHash('sha256').update(JSON.stringify(assignments)).digest('hex').slice(0, 8);
}
