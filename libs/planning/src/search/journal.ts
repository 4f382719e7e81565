import { Layer } from './layer.js';
import type { PlanTables } from './plan-tables.js';

/** Remembers what a change touches, and what has changed since a mark, so that either can be taken back. */
export class Journal {
  readonly change: Layer;
  readonly sinceMark: Layer;
  private changes = 1;

  constructor(private readonly tables: PlanTables) {
    this.change = new Layer(tables);
    this.sinceMark = new Layer(tables);
  }

  /** Before a cell changes. */
  touchCell(cell: number): void {
    this.change.touchCell(cell);
    this.sinceMark.touchCell(cell);
    this.changes += 1;
    this.tables.version[cell] = this.changes;
  }

  /** Before a unit changes. */
  touchUnit(unit: number): void {
    this.change.touchUnit(unit);
    this.sinceMark.touchUnit(unit);
  }
}
