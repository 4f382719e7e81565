import { MOST_STOPS, type PlanTables } from './plan-tables.js';

/** What a unit and a cell were before they were touched first. Records are used again and again. */
class SavedUnit {
  unit = 0;
  cell = -1;
  option = 0;
  start = 0;
  wishedOnly = 0;
  lock = -1;
  companion = -1;
  night = 0;
  wishMissed = 0;
  timeMoved = 0;
}

class SavedCell {
  cell = 0;
  count = 0;
  from = 0;
  to = 0;
  nightBy = -1;
  travel = 0;
  version = 0;
  readonly stops = new Int32Array(MOST_STOPS);
  readonly times = new Int32Array(MOST_STOPS);
}

/** What was touched since a moment, as it was then. */
export class Layer {
  private stamp = 0;
  private readonly cellStamp: Int32Array;
  private readonly unitStamp: Int32Array;
  private readonly savedParts: Float64Array;
  private readonly savedCells: SavedCell[] = [];
  private readonly savedUnits: SavedUnit[] = [];
  private cellCount = 0;
  private unitCount = 0;

  constructor(private readonly tables: PlanTables) {
    this.cellStamp = new Int32Array(tables.count.length);
    this.unitStamp = new Int32Array(tables.cellOf.length);
    this.savedParts = new Float64Array(tables.parts.length);
  }

  /** The moment is now. */
  begin(): void {
    this.stamp += 1;
    this.savedParts.set(this.tables.parts);
    this.cellCount = 0;
    this.unitCount = 0;
  }

  /** Units touched since. */
  eachUnit(look: (unit: number) => void): void {
    for (let i = 0; i < this.unitCount; i += 1) look(this.savedUnits[i]?.unit ?? 0);
  }

  /** Before a cell changes. */
  touchCell(cell: number): void {
    if (this.cellStamp[cell] !== this.stamp && this.stamp > 0) this.saveCell(cell);
  }

  private saveCell(cell: number): void {
    const { tables } = this;
    this.cellStamp[cell] = this.stamp;
    const saved = (this.savedCells[this.cellCount] ??= new SavedCell());
    this.cellCount += 1;
    saved.cell = cell;
    saved.count = tables.count[cell] ?? 0;
    saved.from = tables.from[cell] ?? 0;
    saved.to = tables.to[cell] ?? 0;
    saved.nightBy = tables.nightBy[cell] ?? -1;
    saved.travel = tables.travelOf[cell] ?? 0;
    saved.version = tables.version[cell] ?? 0;
    const first = cell * MOST_STOPS;
    for (let i = 0; i < saved.count; i += 1) {
      saved.stops[i] = tables.stops[first + i] ?? 0;
      saved.times[i] = tables.times[first + i] ?? 0;
    }
  }

  /** Before a unit changes. */
  touchUnit(unit: number): void {
    if (this.unitStamp[unit] === this.stamp || this.stamp === 0) return;
    const { tables } = this;
    this.unitStamp[unit] = this.stamp;
    const saved = (this.savedUnits[this.unitCount] ??= new SavedUnit());
    this.unitCount += 1;
    saved.unit = unit;
    saved.cell = tables.cellOf[unit] ?? -1;
    saved.option = tables.optionOf[unit] ?? 0;
    saved.start = tables.startOf[unit] ?? 0;
    saved.wishedOnly = tables.wishedOnly[unit] ?? 0;
    saved.lock = tables.lockOf[unit] ?? -1;
    saved.companion = tables.companionOf[unit] ?? -1;
    saved.night = tables.nightOf[unit] ?? 0;
    saved.wishMissed = tables.wishMissed[unit] ?? 0;
    saved.timeMoved = tables.timeMoved[unit] ?? 0;
  }

  /** Brings back the cells touched; tells which became busy (1) or free (-1) by it. */
  restoreCells(onTurn: (cell: number, by: number) => void): void {
    const { tables } = this;
    for (let n = 0; n < this.cellCount; n += 1) {
      const saved = this.savedCells[n];
      if (!saved) return;
      const { cell } = saved;
      const was = tables.isBusy(cell);
      tables.count[cell] = saved.count;
      const first = cell * MOST_STOPS;
      for (let i = 0; i < saved.count; i += 1) {
        tables.stops[first + i] = saved.stops[i] ?? 0;
        tables.times[first + i] = saved.times[i] ?? 0;
      }
      tables.from[cell] = saved.from;
      tables.to[cell] = saved.to;
      tables.nightBy[cell] = saved.nightBy;
      tables.travelMinutes += saved.travel - (tables.travelOf[cell] ?? 0);
      tables.travelOf[cell] = saved.travel;
      tables.version[cell] = saved.version;
      const is = tables.isBusy(cell);
      if (was !== is) onTurn(cell, is ? 1 : -1);
    }
  }

  /** Brings back the units touched and the cost of the plan. */
  restoreUnits(): void {
    const { tables } = this;
    for (let n = 0; n < this.unitCount; n += 1) {
      const saved = this.savedUnits[n];
      if (!saved) return;
      const { unit } = saved;
      tables.cellOf[unit] = saved.cell;
      tables.optionOf[unit] = saved.option;
      tables.startOf[unit] = saved.start;
      tables.wishedOnly[unit] = saved.wishedOnly;
      tables.lockOf[unit] = saved.lock;
      tables.companionOf[unit] = saved.companion;
      tables.nightOf[unit] = saved.night;
      tables.wishMissed[unit] = saved.wishMissed;
      tables.timeMoved[unit] = saved.timeMoved;
    }
    tables.parts.set(this.savedParts);
  }
}
