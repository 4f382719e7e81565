import type { ParseKeys } from 'i18next';

/** A page about agreements, people shared and money, with a line on what it is for. */
export interface EngagementPlace {
  /** Under `/engagements/`. */
  readonly path: string;
  readonly label: ParseKeys;
  readonly note: ParseKeys;
}

/** Pages that belong together. */
export interface EngagementGroup {
  readonly id: 'terms' | 'people' | 'together' | 'limits';
  readonly places: readonly EngagementPlace[];
}

const COSTS: EngagementPlace = { path: 'costs', label: 'costs.title', note: 'costs.note' };
const INVOICES: EngagementPlace = { path: 'invoices', label: 'invoices.title', note: 'invoices.note' };
const ATTENDANCE: EngagementPlace = {
  path: 'attendance',
  label: 'attendance.title',
  note: 'attendance.note',
};
const CLAIMS = (note: EngagementPlace['note']): EngagementPlace => ({
  path: 'travel-claims',
  label: 'travelClaims.title',
  note,
});
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
const SHARING: EngagementPlace = {
  path: 'sharing-meetings',
  label: 'joint.places.meetings',
  note: 'joint.places.meetingsNote',
};
const OFFICES: EngagementPlace = { path: 'offices', label: 'offices.place', note: 'offices.placeNote' };

/** Of the prefecture and all its towns: the same for hub and town. */
const COUNCIL: readonly EngagementPlace[] = [
  { path: 'declaration', label: 'council.declaration', note: 'council.declarationNote' },
  { path: 'meetings', label: 'council.meetings', note: 'council.meetingsNote' },
  { path: 'rounds', label: 'council.rounds', note: 'council.roundsNote' },
  { path: 'fields', label: 'council.fields', note: 'council.fieldsNote' },
];

/** Limits, and where else a trouble can go. */
const LIMITS: EngagementGroup = {
  id: 'limits',
  places: [
    { path: 'quotas', label: 'quotas.title', note: 'quotas.note' },
    { path: 'schemes', label: 'schemes.title', note: 'schemes.note' },
  ],
};

const HUB_PLACES: readonly EngagementGroup[] = [
  {
    id: 'terms',
    places: [
      { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNote' },
      { path: 'parties', label: 'parties.place', note: 'parties.placeNote' },
      COSTS,
      INVOICES,
      CLAIMS('travelClaims.note'),
      { path: 'tax-evidence', label: 'taxEvidence.title', note: 'taxEvidence.note' },
    ],
  },
  {
    id: 'people',
    places: [
      PLACEMENTS,
      ATTENDANCE,
      TRAINING,
      SURVEYS,
      { path: 'recruitment', label: 'joint.places.recruitment', note: 'joint.places.recruitmentNote' },
      { path: 'rotation', label: 'joint.places.rotation', note: 'joint.places.rotationNote' },
    ],
  },
  {
    id: 'together',
    places: [
      { path: 'contact', label: 'hubContact.place', note: 'hubContact.placeNote' },
      SHARING,
      ...COUNCIL,
      OFFICES,
    ],
  },
  LIMITS,
];

const TOWN_PLACES: readonly EngagementGroup[] = [
  {
    id: 'terms',
    places: [
      { path: 'agreements', label: 'agreements.place', note: 'agreements.placeNoteOwn' },
      COSTS,
      INVOICES,
    ],
  },
  { id: 'people', places: [PLACEMENTS, ATTENDANCE, SURVEYS] },
  { id: 'together', places: [OFFICES, SHARING, ...COUNCIL] },
  LIMITS,
];

const SPECIALIST_PLACES: readonly EngagementGroup[] = [
  { id: 'people', places: [CLAIMS('travelClaims.noteMine'), ATTENDANCE, PLACEMENTS, TRAINING, SHARING] },
  {
    id: 'terms',
    places: [{ path: 'agreements', label: 'agreements.place', note: 'agreements.placeNoteMine' }],
  },
];

export const PLACES = { hub: HUB_PLACES, town: TOWN_PLACES, specialist: SPECIALIST_PLACES } as const;
