import type { Random } from '../random.js';
import { NONE } from './ground.js';
import type { TourState } from './tour-state.js';

/** Stops taken out in an attempt, on average. */
const AVERAGE_REMOVED = 10;
/** Longest string taken out of one tour. */
const LONGEST = 10;
/** How often a string keeps some stops in its middle, in percent, and how readily it keeps one more. */
const SPLIT_PERCENT = 50;
const KEEP_ONE_MORE_PERCENT = 99;

/** Takes strings of neighbouring stops out of tours that pass near a stop drawn by lot. */
export class Ruin {
  private readonly string: Int32Array;
  private readonly ruined: Int32Array;
  private ruinedCount = 0;
  private readonly ruinedAt: Int32Array;
  private attempt = 0;

  constructor(
    private readonly state: TourState,
    private readonly random: Random,
  ) {
    this.string = new Int32Array(state.ground.stops);
    this.ruined = new Int32Array(state.ground.slots);
    this.ruinedAt = new Int32Array(state.ground.slots);
  }

  run(): void {
    const { state, random } = this;
    const { stops, neighbours, neighbourCount, groupOf } = state.ground;
    if (state.openCount === 0) return;
    const placed = stops - state.absentCount;
    const longest = Math.max(1, Math.min(LONGEST, Math.floor(placed / state.openCount)));
    const mostStrings = Math.floor((4 * AVERAGE_REMOVED) / (1 + longest));
    const strings = 1 + random.below(Math.max(1, mostStrings));
    const firstAbsent = state.absentCount;
    this.attempt += 1;
    this.ruinedCount = 0;
    const seed = random.below(stops);
    let taken = 0;
    for (let index = 0; index < neighbourCount && taken < strings; index += 1) {
      const stop = neighbours[seed * neighbourCount + index] ?? 0;
      const tour = state.tourOf[stop] ?? NONE;
      if (tour === NONE || this.ruinedAt[tour] === this.attempt) continue;
      this.mark(tour);
      this.takeString(stop, tour, longest);
      taken += 1;
    }
    if (state.ground.problem.groups)
      for (let index = firstAbsent; index < state.absentCount; index += 1)
        this.takeGroup(groupOf[state.absent[index] ?? 0] ?? NONE);
    for (let index = 0; index < this.ruinedCount; index += 1) state.refresh(this.ruined[index] ?? 0);
  }

  /** A customer's days are chosen together, so its stops leave together. */
  private takeGroup(group: number): void {
    const { state } = this;
    for (const stop of state.ground.problem.groups?.[group]?.stops ?? []) {
      const tour = state.tourOf[stop] ?? NONE;
      if (tour === NONE) continue;
      this.mark(tour);
      state.remove(stop);
    }
  }

  private mark(tour: number): void {
    if (this.ruinedAt[tour] === this.attempt) return;
    this.ruinedAt[tour] = this.attempt;
    this.ruined[this.ruinedCount] = tour;
    this.ruinedCount += 1;
  }

  private takeString(stop: number, tour: number, longest: number): void {
    const { state, random, string } = this;
    const size = state.size[tour] ?? 0;
    const length = 1 + random.below(Math.min(size, longest));
    let kept = 0;
    if (length > 1 && length < size && random.below(100) < SPLIT_PERCENT) {
      kept = 1;
      while (length + kept < size && random.below(100) >= KEEP_ONE_MORE_PERCENT) kept += 1;
    }
    let at = 0;
    let position = 0;
    for (let one = state.first[tour] ?? NONE; one !== NONE; one = state.next[one] ?? NONE) {
      if (one === stop) position = at;
      string[at] = one;
      at += 1;
    }
    const span = length + kept;
    const earliest = Math.max(0, position - span + 1);
    const latest = Math.min(position, size - span);
    const begin = earliest + random.below(latest - earliest + 1);
    const keepFrom = kept === 0 ? span : 1 + random.below(length - 1);
    for (let offset = 0; offset < span; offset += 1)
      if (offset < keepFrom || offset >= keepFrom + kept) state.remove(string[begin + offset] ?? 0);
  }
}
