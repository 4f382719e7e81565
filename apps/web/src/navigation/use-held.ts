import { useCallback, useEffect, useState } from 'react';
import type { Path } from 'react-router';
import { type Held, stand } from './guards';

/** Holds up whoever goes to another address, by a link or by the browser's arrows, until they have said that they will. */
export function useHeld(holds: (from: Path, to: Path) => boolean) {
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => stand({ holds, hold: setHeld }), [holds]);
  const stay = useCallback(() => setHeld(null), []);
  const leave = useCallback(() => {
    setHeld(null);
    held?.leave();
  }, [held]);
  return { held: held !== null, stay, leave };
}
