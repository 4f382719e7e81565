import type { Actor, LocalDate } from '@banso/kernel';
import type { Placement } from '../placement.entity.js';
import { may } from './joint.policy.js';
import { weeklyShares } from './weekly-share.js';

export const PLACEMENT_ACTIONS = ['START', 'END', 'CANCEL'] as const;
export type PlacementAction = (typeof PLACEMENT_ACTIONS)[number];

/** What the page may offer, from the same rules that the service asks; training is said beside it. */
export function placementActionsOf(
  actor: Actor,
  { status, startsOn }: Placement,
  today: LocalDate,
): PlacementAction[] {
  if (!may.organise(actor)) return [];
  if (status === 'PLANNED') return startsOn <= today ? ['START', 'CANCEL'] : ['CANCEL'];
  return status === 'ACTIVE' ? ['END'] : [];
}

/**
 * The part of the person's placed week, in whole percent, on the day that counts: today, or the first day if that is to
 * come. Null for what is over, and for a town: it does not see the other places.
 */
export function weekShareOf(
  actor: Actor,
  placement: Placement,
  all: readonly Placement[],
  today: LocalDate,
): number | null {
  if (actor.role === 'MUNICIPALITY_STAFF') return null;
  if (placement.status === 'ENDED' || placement.status === 'CANCELLED') return null;
  const day = placement.startsOn > today ? placement.startsOn : today;
  const then = all.filter(
    ({ status, startsOn, endsOn }) => status !== 'ENDED' && startsOn <= day && day <= endsOn,
  );
  return weeklyShares(then).get(placement.id) ?? null;
}
