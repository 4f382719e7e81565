import type { Random } from '../random.js';
import type { Ground } from './ground.js';

/** Visits that are drawn from at a time; where there are not many more, all of them. */
const WIDTH = 512;
/** How far the focus moves on, and after how many iterations. */
const STEP = 64;
const STAY = 250;

/**
 * Where a search works at the moment: with many visits it draws from a window of them that moves over the
 * towns, round and round. What belongs together is then looked at while it is still at hand in the
 * processor's cache, which makes half as many steps again.
 */
export class Focus {
  private readonly order: Int32Array;
  private readonly width: number;
  private first = 0;
  private stayed = 0;

  constructor({ units, jobs }: Ground) {
    const townOf = (unit: number): number => jobs[units[unit]?.job ?? 0]?.town ?? 0;
    const indices = units.map(({ index }) => index);
    this.width = units.length > 2 * WIDTH ? WIDTH : units.length;
    if (this.width < units.length) indices.sort((a, b) => townOf(a) - townOf(b) || a - b);
    this.order = Int32Array.from(indices);
  }

  /** A visit in focus. */
  draw(random: Random): number {
    return this.order[(this.first + random.below(this.width)) % this.order.length] ?? 0;
  }

  /** One more iteration is done. */
  move(): void {
    this.stayed = (this.stayed + 1) % STAY;
    if (this.stayed === 0) this.first = (this.first + STEP) % Math.max(1, this.order.length);
  }
}
