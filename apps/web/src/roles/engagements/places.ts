import type { ParseKeys } from 'i18next';

/** A page about agreements, people shared and money, with a line on what it is for. */
export interface EngagementPlace {
  /** Under `/engagements/`. */
  readonly path: string;
  readonly label: ParseKeys;
  readonly note: ParseKeys;
}

const ATTENDANCE: EngagementPlace = {
  path: 'attendance',
  label: 'attendance.title',
  note: 'attendance.note',
};
const COSTS: EngagementPlace = { path: 'costs', label: 'costs.title', note: 'costs.note' };
const INVOICES: EngagementPlace = { path: 'invoices', label: 'invoices.title', note: 'invoices.note' };
const TAX: EngagementPlace = { path: 'tax-evidence', label: 'taxEvidence.title', note: 'taxEvidence.note' };
const PLACEMENTS: EngagementPlace = {
  path: 'placements',
  label: 'joint.places.placements',
  note: 'joint.places.placementsNote',
};
const TRAINING: EngagementPlace = {
  path: 'training',
  label: 'joint.places.training',
  note: 'joint.places.trainingNote',
};
const SURVEYS: EngagementPlace = {
  path: 'surveys',
  label: 'joint.places.surveys',
  note: 'joint.places.surveysNote',
};
const MEETINGS: EngagementPlace = {
  path: 'sharing-meetings',
  label: 'joint.places.meetings',
  note: 'joint.places.meetingsNote',
};
/** Limits, and where else a trouble can go: the same for hub and town. */
const QUOTAS: EngagementPlace = { path: 'quotas', label: 'quotas.title', note: 'quotas.note' };
const SCHEMES: EngagementPlace = { path: 'schemes', label: 'schemes.title', note: 'schemes.note' };
const OFFICES: EngagementPlace = { path: 'offices', label: 'offices.place', note: 'offices.placeNote' };

export const HUB_PLACES: readonly EngagementPlace[] = [
  { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNote' },
  { path: 'parties', label: 'parties.place', note: 'parties.placeNote' },
  PLACEMENTS,
  TRAINING,
  SURVEYS,
  { path: 'recruitment', label: 'joint.places.recruitment', note: 'joint.places.recruitmentNote' },
  MEETINGS,
  { path: 'rotation', label: 'joint.places.rotation', note: 'joint.places.rotationNote' },
  ATTENDANCE,
  COSTS,
  INVOICES,
  TAX,
  QUOTAS,
  SCHEMES,
  OFFICES,
  { path: 'declaration', label: 'council.declaration', note: 'council.declarationNote' },
  { path: 'meetings', label: 'council.meetings', note: 'council.meetingsNote' },
  { path: 'rounds', label: 'council.rounds', note: 'council.roundsNote' },
  { path: 'fields', label: 'council.fields', note: 'council.fieldsNote' },
  { path: 'offices', label: 'offices.place', note: 'offices.placeNote' },
];

export const TOWN_PLACES: readonly EngagementPlace[] = [
  { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNoteOwn' },
  PLACEMENTS,
  SURVEYS,
  MEETINGS,
  ATTENDANCE,
  COSTS,
  INVOICES,
  QUOTAS,
  SCHEMES,
  OFFICES,
  { path: 'declaration', label: 'council.declaration', note: 'council.declarationNote' },
  { path: 'meetings', label: 'council.meetings', note: 'council.meetingsNote' },
  { path: 'rounds', label: 'council.rounds', note: 'council.roundsNote' },
  { path: 'fields', label: 'council.fields', note: 'council.fieldsNote' },
  { path: 'offices', label: 'offices.place', note: 'offices.placeNote' },
];

export const SPECIALIST_PLACES: readonly EngagementPlace[] = [
  { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNoteMine' },
  PLACEMENTS,
  TRAINING,
  MEETINGS,
  ATTENDANCE,
];
