import type { Way } from './best-spot.js';
import type { Ground, Job } from './ground.js';

/** Options of a request whose fits are remembered: the nearest ones, which are asked for most. */
export const NEAREST = 24;
/** Positions that a packed fit can hold; the last says that no position is known. */
const POSITIONS = 16;
/** Minutes are packed as at least 0; a day never becomes this much shorter by one more visit. */
const SHIFT = 1 << 16;
/** Packed: the visit does not fit that day. */
export const NO_FIT = 2 ** 31 - 1;

/** Packed: nothing is remembered. */
export const NOT_KNOWN = -1;

/** The fewest minutes that a visit adds, and the position. */
export function packFit(minutes: number, at: number): number {
  return (minutes + SHIFT) * POSITIONS + at;
}

/** Only that it adds at least that many minutes, if it fits at all. */
export function packLeast(minutes: number): number {
  return packFit(Math.min(SHIFT, Math.ceil(minutes)), POSITIONS - 1);
}

/** Minutes, at least; Infinity = the visit does not fit. */
export function minutesOf(packed: number): number {
  return packed === NO_FIT ? Infinity : (packed >> 4) - SHIFT;
}

export function isExact(packed: number): boolean {
  return positionOf(packed) < POSITIONS - 1;
}

export function positionOf(packed: number): number {
  return packed & (POSITIONS - 1);
}

/**
 * What a visit adds to the days of its nearest options, by request, option, day and whether it must start
 * as wished. An entry holds for one version of its day: a day that changes leaves its entries behind, and a
 * change that is taken back brings them back.
 */
export class FitBook {
  /** By entry: the version of the day, and the fit. Side by side, as they are read together, by the million. */
  private readonly table: Int32Array;
  private readonly firstOf: Int32Array;

  constructor({ jobs }: Ground) {
    this.firstOf = new Int32Array(jobs.length);
    let entries = 0;
    for (const job of jobs) {
      this.firstOf[job.index] = entries;
      entries += Math.min(NEAREST, job.options.length) * spanOf(job) * waysOf(job);
    }
    this.table = new Int32Array(2 * entries);
  }

  /** The packed fit if it holds for that version of its day; NOT_KNOWN otherwise. */
  read(entry: number, version: number): number {
    return this.table[2 * entry] === (version | 0) ? (this.table[2 * entry + 1] ?? NOT_KNOWN) : NOT_KNOWN;
  }

  write(entry: number, version: number, packed: number): void {
    this.table[2 * entry] = version | 0;
    this.table[2 * entry + 1] = packed;
  }

  /** -1 = not remembered. */
  entryOf(job: Job, { option, cell, wished }: Way, days: number): number {
    if (option >= NEAREST) return -1;
    const day = (cell % days) - job.firstDay;
    const row = option * waysOf(job) + (wished ? 1 : 0);
    return (this.firstOf[job.index] ?? 0) + row * spanOf(job) + day;
  }
}

const spanOf = (job: Job): number => (job.firstDay < 0 ? 0 : job.lastDay - job.firstDay + 1);

const waysOf = (job: Job): number => (job.bands.hasWishes ? 2 : 1);
