export const PLACEMENT_STATUSES = ['PLANNED', 'ACTIVE', 'ENDED', 'CANCELLED'] as const;
export type PlacementStatus = (typeof PLACEMENT_STATUSES)[number];

/** Where a placement may go next. Nothing else is a legal change. */
export const PLACEMENT_NEXT: Readonly<Record<PlacementStatus, readonly PlacementStatus[]>> = {
  PLANNED: ['ACTIVE', 'CANCELLED'],
  ACTIVE: ['ENDED'],
  ENDED: [],
  CANCELLED: [],
};
