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

/** Stops this many CPU seconds from now on. */
export function afterSeconds(seconds: number): Stop {
  const begin = cpuSeconds();
  const used = (): number => cpuSeconds() - begin;
  return when(
    () => used() >= seconds,
    () => Math.min(1, used() / seconds),
  );
}

/** Most memory this process has held so far, in MiB. */
export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
