import type { ParseKeys } from 'i18next';

/** A page about agreements, people shared and money, with a line on what it is for. */
export interface EngagementPlace {
  /** Under `/engagements/`. */
  readonly path: string;
  readonly label: ParseKeys;
  readonly note: ParseKeys;
}

export const HUB_PLACES: readonly EngagementPlace[] = [
  { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNote' },
  { path: 'parties', label: 'parties.place', note: 'parties.placeNote' },
  { path: 'offices', label: 'offices.place', note: 'offices.placeNote' },
];

export const TOWN_PLACES: readonly EngagementPlace[] = [
  { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNoteOwn' },
  { path: 'offices', label: 'offices.place', note: 'offices.placeNote' },
];

export const SPECIALIST_PLACES: readonly EngagementPlace[] = [
  { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNoteMine' },
];
