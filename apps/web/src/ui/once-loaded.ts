import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part that is loaded when somebody reaches for it. `reach` begins to load (hover, focus), so that the press finds
 * it there; the hook gives the part once it has come.
 */
export function onceLoaded<Props>(load: () => Promise<ComponentType<Props>>) {
  let found: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  const reach = (): Promise<ComponentType<Props>> => {
    coming ??= load().then((part) => (found = part));
    // A broken line is no reason to never try again.
    coming.catch(() => (coming = null));
    return coming;
  };
  const usePart = (wanted: boolean): ComponentType<Props> | null => {
    const [part, setPart] = useState(() => found);
    useEffect(() => {
      if (!wanted || part) return;
      let current = true;
      void reach().then((loaded) => current && setPart(() => loaded));
      return () => {
        current = false;
      };
    }, [wanted, part]);
    return part;
  };
  return { reach: () => void reach().catch(() => undefined), usePart };
}
