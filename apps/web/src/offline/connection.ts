import { useSyncExternalStore } from 'react';

/** How the phone stands to the server, as the last question showed. */
export interface Connection {
  readonly offline: boolean;
  /** When the oldest of what is shown was read; null while everything is fresh. */
  readonly keptAt: Date | null;
}

const ONLINE: Connection = { offline: false, keptAt: null };

let now: Connection = ONLINE;
const ears = new Set<() => void>();

function say(next: Connection): void {
  if (next.offline === now.offline && next.keptAt?.getTime() === now.keptAt?.getTime()) return;
  now = next;
  for (const ear of ears) ear();
}

/** The server answered. */
export const noteAnswer = (): void => say(ONLINE);

/** It did not; what is shown was read then. */
export function noteSilence(keptAt: Date | null): void {
  const older = now.keptAt && (!keptAt || now.keptAt < keptAt) ? now.keptAt : keptAt;
  say({ offline: true, keptAt: older });
}

export const forgetConnection = noteAnswer;

const subscribe = (ear: () => void) => {
  ears.add(ear);
  return () => ears.delete(ear);
};

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => now);
