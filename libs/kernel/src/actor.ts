import type { HubDuty, TownDuty } from './duty.js';

/** Who acts. Every service method takes one first; every row that it reads or writes is scoped by it. */
export type Actor = TenantActor | Operator | SystemActor;

/** Somebody of a prefecture. */
export type TenantActor = HubStaff | MunicipalityStaff | SpecialistUser;

interface SignedIn {
  readonly accountId: string;
  /** Shown in histories; never logged. */
  readonly name: string;
  /** Which wish of their client this is; null or absent when the client did not number it. */
  readonly wish?: Wish | null;
}

/** What a client asks for under a key of its own choice: the same key never has a second effect. */
export interface Wish {
  /** A uuid that the client made for one action of one person, and repeats with it. */
  readonly key: string;
  /** Name of the mutation. */
  readonly operation: string;
  /** Its arguments in a form that is the same whenever they are. */
  readonly args: string;
}

interface OfPrefecture extends SignedIn {
  readonly prefectureId: string;
}

/** Prefectural DX staff: sees its whole prefecture. */
export interface HubStaff extends OfPrefecture {
  readonly role: 'HUB_STAFF';
  readonly duties: readonly HubDuty[];
}

/** Staff of one municipality: sees that municipality's own rows. */
export interface MunicipalityStaff extends OfPrefecture {
  readonly role: 'MUNICIPALITY_STAFF';
  readonly municipalityId: string;
  readonly duties: readonly TownDuty[];
}

/** A specialist of the pool: sees the visits and consultations given to them. */
export interface SpecialistUser extends OfPrefecture {
  readonly role: 'SPECIALIST';
  readonly specialistId: string;
}

/** Runs the installation: of no prefecture, and sees no row of any. */
export interface Operator extends SignedIn {
  readonly role: 'OPERATOR';
  readonly prefectureId: null;
}

/** Background work. Only `Db.system` hands one out. */
export interface SystemActor {
  readonly role: 'SYSTEM';
  readonly accountId: null;
  /** Null for work that belongs to no single prefecture, such as clearing old sessions. */
  readonly prefectureId: string | null;
  readonly name: 'system';
}

export type Role = Exclude<Actor['role'], 'SYSTEM'>;

export const ROLES = [
  'HUB_STAFF',
  'MUNICIPALITY_STAFF',
  'SPECIALIST',
  'OPERATOR',
] as const satisfies readonly Role[];

/** Whether somebody who has signed in acts in a prefecture. */
export const isOfTenant = (actor: Actor): actor is TenantActor =>
  actor.role !== 'SYSTEM' && actor.role !== 'OPERATOR';

export function systemActor(prefectureId: string | null): SystemActor {
  return { role: 'SYSTEM', accountId: null, prefectureId, name: 'system' };
}
