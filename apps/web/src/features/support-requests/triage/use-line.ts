import { type KeyboardEvent, useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { TriageLine } from './triage.documents';

interface Line {
  /** Which one is open: the one of the address, else the first. */
  readonly open: TriageLine | undefined;
  /** Somebody chose it, rather than the screen. */
  readonly isChosen: boolean;
  readonly goTo: (id: string | undefined) => void;
  /** Who is next when this one has been decided. */
  readonly nextAfter: (id: string) => TriageLine | undefined;
}

/** Where somebody is in the line of what waits. It stands in the address: each request can be passed on. */
export function useLine(lines: readonly TriageLine[]): Line {
  const [search, setSearch] = useSearchParams();
  const id = search.get('request');
  const goTo = useCallback(
    (to: string | undefined) => setSearch(to === undefined ? {} : { request: to }, { replace: true }),
    [setSearch],
  );
  return {
    open: id === null ? lines[0] : lines.find((line) => line.id === id),
    isChosen: id !== null,
    goTo,
    nextAfter: (decided) => {
      const at = lines.findIndex((line) => line.id === decided);
      const others = lines.filter((line) => line.id !== decided);
      return others[at] ?? others.at(-1);
    },
  };
}

/** J and K walk through a list of links, only while focus is in it, and never while kana are being confirmed. */
export function walkByLetters(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step === undefined) return;
  const links = Array.from(event.currentTarget.querySelectorAll('a'));
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
