/** What somebody of the prefectural hub does there. An auditor reads and changes nothing. */
export const HUB_DUTIES = ['COORDINATOR', 'APPROVER', 'AUDITOR'] as const;
export type HubDuty = (typeof HUB_DUTIES)[number];

/** What somebody of a municipality does for it. */
export const TOWN_DUTIES = ['REQUESTER', 'APPROVER', 'MANAGER'] as const;
export type TownDuty = (typeof TOWN_DUTIES)[number];

export type Duty = HubDuty | TownDuty;
export const DUTIES = [
  'COORDINATOR',
  'REQUESTER',
  'APPROVER',
  'MANAGER',
  'AUDITOR',
] as const satisfies Duty[];

/** In a small office one person does it all. */
export const ALL_HUB_WORK: readonly HubDuty[] = ['COORDINATOR', 'APPROVER'];
export const ALL_TOWN_WORK: readonly TownDuty[] = TOWN_DUTIES;
