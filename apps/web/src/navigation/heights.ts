import type { Location } from 'react-router';

/** How far down somebody was at each address of this tab, by the key of the visit to it. */
const KEPT = 'banso.heights';

const heights = new Map<string, number>();
/** Visits that are another view of the screen before them. */
const same = new Set<string>();

export const rememberHeight = ({ key }: Location): void => void heights.set(key, window.scrollY);
export const keepHeight = ({ key }: Location): void => void same.add(key);

/** Back to where somebody was; on a new screen to what the address names, or to the top. */
export function takeHeight({ key, hash }: Location): void {
  const height = heights.get(key);
  if (height !== undefined) {
    window.scrollTo(0, height);
    return;
  }
  const named = hash && document.getElementById(readable(hash.slice(1)));
  if (named) named.scrollIntoView();
  else if (!same.has(key)) window.scrollTo(0, 0);
}

function readable(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Over a new load of the page, where the tab may keep something at all. */
export function saveHeights(): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([...heights]));
  } catch {
    // Then a new load begins at the top.
  }
}

export function readHeights(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    if (!Array.isArray(kept)) return;
    for (const [key, height] of kept)
      if (typeof key === 'string' && typeof height === 'number') heights.set(key, height);
  } catch {
    // Closed storage, or words that are not ours.
  }
}
