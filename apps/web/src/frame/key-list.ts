import { useEffect } from 'react';

/** One key, or keys pressed together, and what it does, in words. */
export interface KeyWord {
  readonly keys: string;
  readonly does: string;
  /** Acts without Ctrl: not at work where somebody has switched such keys off. */
  readonly single?: boolean;
}

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly KeyWord[];
}

/** What the screens that are open have said of their keys. */
const open = new Set<KeyGroup>();

export const keysOfScreen = (): readonly KeyGroup[] => [...open];

/** Says in the list of keys (`?`) what the keys of this screen do. The group should be the same from draw to draw. */
export function useKeyList(group: KeyGroup): void {
  useEffect(() => {
    open.add(group);
    return () => void open.delete(group);
  }, [group]);
}
