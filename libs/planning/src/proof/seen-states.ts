/** Places in the table, and how many are tried for one state. */
const SIZE = 1 << 15;
const TRIES = 4;

/**
 * States met while the orders of a day are tried: who holds the same visits, is at the same place, and is there
 * no later for no more, makes every other way to the state needless. Forgets some if there are many.
 */
export class SeenStates {
  private readonly low = new Int32Array(SIZE);
  private readonly high = new Int32Array(SIZE);
  private readonly where = new Int32Array(SIZE);
  private readonly minute = new Int32Array(SIZE);
  private readonly paid = new Float64Array(SIZE);
  private readonly round = new Int32Array(SIZE);
  private now = 0;

  /** Forgets everything. */
  clear(): void {
    this.now += 1;
  }

  /** Whether the state was met before, no later and no dearer; remembers it otherwise. `low`, `high`: one bit a visit held. */
  isNeedless(low: number, high: number, where: number, minute: number, paid: number): boolean {
    let at = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0xc2b2ae35) ^ Math.imul(where, 0x85ebca6b)) >>> 17;
    for (let attempt = 1; attempt < TRIES; attempt += 1) {
      if (this.round[at] !== this.now) break;
      if (this.low[at] === low && this.high[at] === high && this.where[at] === where) {
        const isNoLater = (this.minute[at] ?? 0) <= minute;
        const isNoDearer = (this.paid[at] ?? 0) <= paid;
        if (isNoLater && isNoDearer) return true;
        // One is sooner, the other cheaper: the one known stays.
        if (isNoLater || isNoDearer) return false;
        break;
      }
      at = (at + 1) & (SIZE - 1);
    }
    this.round[at] = this.now;
    this.low[at] = low;
    this.high[at] = high;
    this.where[at] = where;
    this.minute[at] = minute;
    this.paid[at] = paid;
    return false;
  }
}
