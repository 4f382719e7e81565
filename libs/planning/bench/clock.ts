/*
 * The only clock of the planner's bench. Budgets are CPU seconds of the process, so that a busy machine
 * measures the same.
 */
import { when, type Stop } from '../src/index.js';

/** CPU seconds of this process so far, all threads together. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What some work gave, and the CPU seconds it took. */
export function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const begin = cpuSeconds();
  const result = work();
  return { result, seconds: cpuSeconds() - begin };
}

/** Questions answered with one look at the clock: looking takes microseconds, and is asked for all the time. */
const QUESTIONS_PER_LOOK = 16;

/** Stops this many CPU seconds from now on. */
export function afterSeconds(seconds: number): Stop {
  const begin = cpuSeconds();
  let last = 0;
  let untilLook = 0;
  const used = (): number => {
    if (untilLook === 0) last = cpuSeconds() - begin;
    untilLook = (untilLook + 1) % QUESTIONS_PER_LOOK;
    return last;
  };
  return when(
    () => used() >= seconds,
    () => Math.min(1, used() / seconds),
  );
}

/** Most memory this process has held so far, in MiB. */
export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
