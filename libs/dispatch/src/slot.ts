import type { LocalDate } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';

/** Who comes, when and how. */
export interface Slot {
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A slot as it is kept beside a row: instants as text. */
export interface KeptSlot {
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly startsAt: string;
  readonly endsAt: string;
}

export const keptSlot = ({ specialistId, mode, startsAt, endsAt }: Slot): KeptSlot => ({
  specialistId,
  mode,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

export const slotOf = ({ specialistId, mode, startsAt, endsAt }: KeptSlot): Slot => ({
  specialistId,
  mode,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

export const isSameSlot = (a: Slot, b: Slot): boolean =>
  a.specialistId === b.specialistId &&
  a.mode === b.mode &&
  a.startsAt.getTime() === b.startsAt.getTime() &&
  a.endsAt.getTime() === b.endsAt.getTime();

/** Days of an absence, both included. */
export interface Absence {
  readonly specialistId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
