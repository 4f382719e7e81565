import { type RefObject, useEffect, useRef } from 'react';

interface Hooks {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Text is being written there, and its own undo is meant. */
const WRITES = 'input, textarea, select, [contenteditable], dialog *, [role="menu"] *';
const PANES = ['bar', 'list', 'grid'] as const;
const STOP = 'a[href], button:not([tabindex="-1"]), [tabindex="0"], select, summary';

/** Undo and redo wherever focus is on the screen; F6 leads from one part of the board to the next. */
export function useBoardKeys(page: RefObject<HTMLElement | null>, hooks: Hooks): void {
  const now = useRef(hooks);
  now.current = hooks;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.matches(WRITES) || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
        event.preventDefault();
        if (key === 'z' && !event.shiftKey) now.current.onUndo();
        else now.current.onRedo();
      } else if (event.key === 'F6' && !event.ctrlKey && !event.altKey && page.current) {
        event.preventDefault();
        goToPane(page.current, target, event.shiftKey ? -1 : 1);
      }
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [page]);
}

function goToPane(page: HTMLElement, from: Element | null, way: 1 | -1): void {
  const panes = PANES.flatMap((name) => page.querySelector<HTMLElement>(`[data-pane="${name}"]`) ?? []);
  const at = panes.findIndex((pane) => pane.contains(from));
  const start = at === -1 ? (way === 1 ? -1 : 0) : at;
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(start + way * step + panes.length * 2) % panes.length];
    const stop = pane?.querySelector<HTMLElement>('[tabindex="0"]') ?? pane?.querySelector<HTMLElement>(STOP);
    if (!stop) continue;
    stop.focus();
    return;
  }
}
