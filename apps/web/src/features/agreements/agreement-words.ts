import type { AgreementKind } from './agreements.documents';
import type { PartyKind } from './parties.documents';

export const KINDS = [
  'JOINT_HIRE',
  'POOLED_EXPERT',
  'COMPANY_DISPATCH',
  'COMMISSION',
  'SIDE_JOB',
] as const satisfies readonly AgreementKind[];

export const CAPACITIES = ['HOST', 'SENDER', 'EMPLOYER', 'COORDINATOR'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const PARTY_KINDS = [
  'PREFECTURE',
  'MUNICIPALITY',
  'COMPANY',
  'ASSOCIATION',
] as const satisfies readonly PartyKind[];

export const isKind = (word: string): word is AgreementKind => KINDS.some((one) => one === word);
export const isCapacity = (word: string): word is Capacity => CAPACITIES.some((one) => one === word);
export const isPartyKind = (word: string): word is PartyKind => PARTY_KINDS.some((one) => one === word);
