import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

/** Pixels before a press is a drag. */
const THRESHOLD = 5;
/** Pixels from the edge of the region where it begins to scroll. */
const EDGE = 36;

export interface Target {
  readonly specialistId: string;
  readonly date: string;
}

interface Hooks {
  readonly table: RefObject<HTMLTableElement | null>;
  /** The words that go with the pointer; null = cannot be dragged. */
  readonly onLift: (chipId: string) => string | null;
  /** What a cell would mean, at once: null = nothing is known against it. */
  readonly onOver: (chipId: string, target: Target) => string | null;
  readonly onDrop: (chipId: string, target: Target) => void;
  readonly onEnd: () => void;
}

interface Drag {
  readonly chipId: string;
  readonly x: number;
  readonly y: number;
  ghost: HTMLElement | null;
  under: HTMLElement | null;
}

const cellAt = (table: HTMLTableElement, x: number, y: number): HTMLElement | null => {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('td[data-date]') ?? null;
  return cell && table.contains(cell) ? cell : null;
};

const targetOf = (cell: HTMLElement): Target => ({
  specialistId: cell.closest('tr')?.dataset['person'] ?? '',
  date: cell.dataset['date'] ?? '',
});

/**
 * A visit taken with the pointer: one listener for the whole board. What happens on the way is written on the cells
 * themselves, so that nothing is drawn anew until it is dropped.
 */
export function useDrag(hooks: Hooks): (event: PointerEvent<HTMLElement>, chipId: string) => void {
  const now = useRef(hooks);
  now.current = hooks;
  const drag = useRef<Drag | null>(null);

  const end = useCallback(() => {
    const { table, onEnd } = now.current;
    const current = drag.current;
    drag.current = null;
    if (!current?.ghost) return;
    current.ghost.remove();
    current.under?.removeAttribute('data-under');
    table.current?.removeAttribute('data-dragging');
    onEnd();
  }, []);

  useEffect(() => {
    const move = (event: globalThis.PointerEvent) => {
      const { table, onLift, onOver } = now.current;
      const current = drag.current;
      if (!current || !table.current) return;
      if (!current.ghost) {
        if (Math.hypot(event.clientX - current.x, event.clientY - current.y) < THRESHOLD) return;
        const words = onLift(current.chipId);
        if (words === null) {
          drag.current = null;
          return;
        }
        current.ghost = document.createElement('div');
        current.ghost.className = 'board-ghost';
        current.ghost.textContent = words;
        current.ghost.dataset['words'] = words;
        document.body.append(current.ghost);
        table.current.dataset['dragging'] = '';
      }
      event.preventDefault();
      scrollNear(table.current.parentElement, event);
      const { ghost } = current;
      ghost.style.transform = `translate(${event.clientX + 14}px, ${event.clientY + 14}px)`;
      const cell = cellAt(table.current, event.clientX, event.clientY);
      if (cell === current.under) return;
      current.under?.removeAttribute('data-under');
      current.under = cell;
      const against = cell ? onOver(current.chipId, targetOf(cell)) : null;
      if (cell) cell.dataset['under'] = against === null ? 'yes' : 'no';
      ghost.textContent = against ?? ghost.dataset['words'] ?? '';
    };
    const up = (event: globalThis.PointerEvent) => {
      const current = drag.current;
      const { table, onDrop } = now.current;
      if (!current?.ghost || !table.current) {
        drag.current = null;
        return;
      }
      const cell = cellAt(table.current, event.clientX, event.clientY);
      // The press that ends a drag opens no menu.
      const swallow = (click: MouseEvent) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      const { chipId } = current;
      end();
      if (cell) onDrop(chipId, targetOf(cell));
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && drag.current) end();
    };
    window.addEventListener('pointermove', move, { passive: false });
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', key);
      end();
    };
  }, [end]);

  return useCallback((event, chipId) => {
    drag.current = { chipId, x: event.clientX, y: event.clientY, ghost: null, under: null };
  }, []);
}

function scrollNear(region: HTMLElement | null, { clientX, clientY }: globalThis.PointerEvent): void {
  if (!region) return;
  const box = region.getBoundingClientRect();
  const by = (at: number, low: number, high: number): number =>
    at < low + EDGE ? -12 : at > high - EDGE ? 12 : 0;
  region.scrollBy(by(clientX, box.left + 190, box.right), by(clientY, box.top + 50, box.bottom - 50));
}
