import type { Path } from 'react-router';

/** A step to another address that waits for a word. */
export interface Held {
  readonly leave: () => void;
}

interface Guard {
  readonly holds: (from: Path, to: Path) => boolean;
  readonly hold: (held: Held) => void;
}

const guards = new Set<Guard>();

/** Until the answer is called, every step is shown to the guard first. */
export function stand(guard: Guard): () => void {
  guards.add(guard);
  return () => void guards.delete(guard);
}

export const guardAgainst = (from: Path, to: Path): Guard | undefined =>
  [...guards].find(({ holds }) => holds(from, to));
