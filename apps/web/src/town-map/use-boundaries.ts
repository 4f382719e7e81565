import { useEffect, useState } from 'react';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Boundaries = Topology<{ towns: GeometryCollection }>;

/** What was fetched in this window, by prefecture; null: nothing is imported. */
const fetched = new Map<string, Promise<Boundaries | null>>();

async function fetchBoundaries(prefectureId: string): Promise<Boundaries | null> {
  const answer = await fetch(`/boundaries/${prefectureId}`);
  // A map without shapes is one too: it is not worth a message.
  if (answer.status !== 200) return null;
  const boundaries: Boundaries = await answer.json();
  return boundaries;
}

/** The shapes of a prefecture's towns; undefined while nobody knows, null when nobody imported any. */
export function useBoundaries(prefectureId: string | undefined): Boundaries | null | undefined {
  const [boundaries, setBoundaries] = useState<Boundaries | null>();
  useEffect(() => {
    if (prefectureId === undefined) return undefined;
    let current = true;
    const asked = fetched.get(prefectureId) ?? fetchBoundaries(prefectureId).catch(() => null);
    fetched.set(prefectureId, asked);
    void asked.then((found) => {
      // Whoever imports meanwhile sees it when the map opens again.
      if (!found) fetched.delete(prefectureId);
      if (current) setBoundaries(found);
    });
    return () => {
      current = false;
    };
  }, [prefectureId]);
  return boundaries;
}
