/** Focus inside the board, by hand: one element of it is in the order of the Tab key, arrows move to the others. */

const current = (table: HTMLTableElement): HTMLElement | null =>
  table.querySelector<HTMLElement>('tbody [tabindex="0"]');

/** At least one element can be reached with Tab. */
export function wakeFirst(table: HTMLTableElement | null): void {
  if (!table || current(table)) return;
  const first =
    table.querySelector<HTMLElement>('tbody [data-chip]') ?? table.querySelector<HTMLElement>('tbody td');
  if (first) first.tabIndex = 0;
}

/** Whatever has focus is where Tab comes back to. */
export function focusIn(table: HTMLTableElement, target: EventTarget): void {
  if (!(target instanceof HTMLElement) || !target.matches('[data-chip], td')) return;
  const old = current(table);
  if (old === target) return;
  if (old) old.tabIndex = -1;
  target.tabIndex = 0;
}

/** What one can stand on in a cell: its visits, or the cell itself. */
function standsOf(cell: Element | undefined): readonly HTMLElement[] {
  if (!(cell instanceof HTMLTableCellElement) || cell.tagName !== 'TD') return [];
  const chips = [...cell.querySelectorAll<HTMLElement>('[data-chip]')];
  return chips.length > 0 ? chips : [cell];
}

/** Moves focus where an arrow, Home or End leads; false when the key means nothing here. */
export function moveFocus(
  table: HTMLTableElement,
  target: EventTarget,
  { key, ctrl }: { readonly key: string; readonly ctrl: boolean },
): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const cell = target.closest('td');
  const row = cell?.parentElement;
  if (!cell || !(row instanceof HTMLTableRowElement) || row.parentElement?.tagName !== 'TBODY') return false;
  const body = table.tBodies[0];
  if (!body) return false;
  const stands = standsOf(cell);
  const at = stands.indexOf(target);
  const { cellIndex } = cell;
  const { sectionRowIndex } = row;
  const inRow = (line: number, column: number, end: 'first' | 'last' = 'first'): HTMLElement | undefined => {
    const found = standsOf(body.rows[line]?.cells[column]);
    return end === 'first' ? found[0] : found.at(-1);
  };
  const lastColumn = row.cells.length - 1;
  const goals: Readonly<Record<string, () => HTMLElement | undefined>> = {
    ArrowRight: () => inRow(sectionRowIndex, Math.min(cellIndex + 1, lastColumn)),
    ArrowLeft: () => inRow(sectionRowIndex, Math.max(cellIndex - 1, 1)),
    ArrowDown: () => stands[at + 1] ?? inRow(sectionRowIndex + 1, cellIndex),
    ArrowUp: () => (at > 0 ? stands[at - 1] : inRow(sectionRowIndex - 1, cellIndex, 'last')),
    Home: () => inRow(ctrl ? 0 : sectionRowIndex, 1),
    End: () => inRow(ctrl ? body.rows.length - 1 : sectionRowIndex, lastColumn),
    PageDown: () => inRow(Math.min(sectionRowIndex + 8, body.rows.length - 1), cellIndex),
    PageUp: () => inRow(Math.max(sectionRowIndex - 8, 0), cellIndex),
  };
  const find = goals[key];
  if (!find) return false;
  const goal = find();
  if (goal) {
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  return true;
}

/** A visit that had focus may be taken off the board by anybody: focus stays in its cell. */
export function keepFocus(table: HTMLTableElement | null, last: FocusedCell | null): void {
  if (!table || !last || document.activeElement !== document.body) return;
  const cell = table.querySelector<HTMLElement>(
    `tr[data-person="${last.person}"] td[data-date="${last.date}"]`,
  );
  const stand =
    cell?.querySelector<HTMLElement>('[data-chip]') ?? cell ?? table.querySelector<HTMLElement>('td');
  stand?.focus({ preventScroll: true });
}

export interface FocusedCell {
  readonly person: string;
  readonly date: string;
}

export function cellOf(target: EventTarget): FocusedCell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-date]') : null;
  const person = cell?.closest<HTMLElement>('tr')?.dataset['person'];
  const date = cell?.dataset['date'];
  return person !== undefined && date !== undefined ? { person, date } : null;
}
