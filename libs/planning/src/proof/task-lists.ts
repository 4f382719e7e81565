import type { DayPlaces } from './day-places.js';
import { NOWHERE, type Cell } from './ground.js';

/** The tasks of a day by the place where they are held; the last list is of those held anywhere. */
export class TaskLists {
  readonly head = new Int32Array(512);
  next = new Int32Array(256);
  /** By list: the step of the last start, counted from the begin of the day; nobody needs to come later. */
  readonly lastStart = new Int32Array(512);

  /** The first `count` of the tasks; `span` steps make the day. */
  look(cell: Cell, tasks: Int32Array, count: number, places: DayPlaces, span: number): void {
    const { head, lastStart } = this;
    if (this.next.length < count) this.next = new Int32Array(count * 2);
    head.fill(-1, 0, places.count + 1);
    lastStart.fill(-1, 0, places.count + 1);
    for (let i = 0; i < count; i += 1) {
      const task = tasks[i] ?? 0;
      const place = cell.place[task] ?? NOWHERE;
      const list = place === NOWHERE ? places.count : places.local(place);
      this.next[i] = head[list] ?? -1;
      head[list] = i;
      lastStart[list] = Math.max(lastStart[list] ?? -1, (cell.lastStart[task] ?? 0) - cell.begin);
    }
    // Home one may come at any time.
    lastStart[0] = span;
  }
}
