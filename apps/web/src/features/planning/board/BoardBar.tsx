import { type ReactNode, useLayoutEffect, useRef } from 'react';

const ITEMS = 'button, a[href]';

/** Buttons in a row that are one stop of the Tab key: the arrows lead from one to the next. */
export function BoardBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const itemsOf = () => [...(bar.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
  // After every drawing: buttons come and go.
  useLayoutEffect(() => {
    const items = itemsOf();
    const at =
      items.find((item) => item === document.activeElement) ?? items.find(({ tabIndex }) => tabIndex === 0);
    for (const item of items) item.tabIndex = item === (at ?? items[0]) ? 0 : -1;
  });
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      data-pane="bar"
      className="no-print flex flex-wrap items-center gap-2"
      onFocus={({ target }) => {
        for (const item of itemsOf()) item.tabIndex = item === target ? 0 : -1;
      }}
      onKeyDown={(event) => {
        const items = itemsOf();
        const at = items.findIndex((item) => item === event.target);
        if (at === -1 || event.nativeEvent.isComposing) return;
        const goals: Readonly<Record<string, number>> = {
          ArrowRight: (at + 1) % items.length,
          ArrowLeft: (at - 1 + items.length) % items.length,
          Home: 0,
          End: items.length - 1,
        };
        const goal = goals[event.key];
        if (goal === undefined) return;
        event.preventDefault();
        items[goal]?.focus();
      }}
    >
      {children}
    </div>
  );
}
