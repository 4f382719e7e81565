import type { Spot } from './plan-state.js';

/** The cheapest spot met so far. Takes plain numbers, as most of what is offered is not kept. */
export class BestSpot {
  /** What it adds, in points of the last tier; Infinity = none met. */
  worth = Infinity;
  private option = 0;
  private cell = 0;
  private wished = false;
  private lock = -1;
  private companion = -1;
  private at = 0;
  private night = 0;

  forget(): void {
    this.worth = Infinity;
  }

  keep(way: Way, at: number, night: number, worth: number): void {
    this.worth = worth;
    this.option = way.option;
    this.cell = way.cell;
    this.wished = way.wished;
    this.lock = way.lock;
    this.companion = way.companion;
    this.at = at;
    this.night = night;
  }

  get spot(): Spot | null {
    if (this.worth === Infinity) return null;
    const { option, cell, at, wished, lock, companion, night } = this;
    return { option, cell, at, wished, lock, companion, night };
  }
}

/** A spot still without position and night. One is filled in again and again: millions are looked at. */
export class Way {
  option = 0;
  cell = 0;
  wished = false;
  /** Minute of the day; -1 = as the day falls. */
  lock = -1;
  companion = -1;
}
