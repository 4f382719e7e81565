import type { Viewer } from '../session';

export type HitKind = 'SUPPORT_REQUEST' | 'CONSULTATION' | 'SPECIALIST' | 'TOWN' | 'AGREEMENT';

/** Where a hit is read, by whoever found it; null where their role has no page of it. */
export function placeOf(kind: HitKind, id: string, { role, municipality }: Viewer): string | null {
  switch (kind) {
    case 'SUPPORT_REQUEST':
      return `/requests/${id}`;
    case 'CONSULTATION':
      return `/consultations/${id}`;
    case 'AGREEMENT':
      return `/engagements/agreements/${id}`;
    case 'SPECIALIST':
      return role === 'HUB_STAFF' ? `/specialists/${id}` : null;
    case 'TOWN':
      if (role === 'HUB_STAFF') return `/plans/towns/${id}`;
      return municipality?.id === id ? '/town' : null;
  }
}
