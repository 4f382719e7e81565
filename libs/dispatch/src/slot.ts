import type { LocalDate } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';

/** Who comes, when and how. */
export interface Slot {
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whether the specialist sleeps in the town before it, or after it; on site only. */
  readonly nightBefore: boolean;
  readonly nightAfter: boolean;
}

/** A slot as it is kept beside a row: instants as text. Those of before had no nights. */
export interface KeptSlot {
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly nightBefore?: boolean;
  readonly nightAfter?: boolean;
}

export const keptSlot = (slot: Slot): KeptSlot => ({
  specialistId: slot.specialistId,
  mode: slot.mode,
  startsAt: slot.startsAt.toISOString(),
  endsAt: slot.endsAt.toISOString(),
  ...(slot.nightBefore && { nightBefore: true }),
  ...(slot.nightAfter && { nightAfter: true }),
});

export const slotOf = (kept: KeptSlot): Slot => ({
  specialistId: kept.specialistId,
  mode: kept.mode,
  startsAt: new Date(kept.startsAt),
  endsAt: new Date(kept.endsAt),
  nightBefore: kept.nightBefore === true,
  nightAfter: kept.nightAfter === true,
});

/** The slot of a row, without the rest of it. */
export const slotAlone = ({ specialistId, mode, startsAt, endsAt, nightBefore, nightAfter }: Slot): Slot => ({
  specialistId,
  mode,
  startsAt,
  endsAt,
  nightBefore,
  nightAfter,
});

export const isSameSlot = (a: Slot, b: Slot): boolean =>
  a.specialistId === b.specialistId &&
  a.mode === b.mode &&
  a.startsAt.getTime() === b.startsAt.getTime() &&
  a.endsAt.getTime() === b.endsAt.getTime() &&
  a.nightBefore === b.nightBefore &&
  a.nightAfter === b.nightAfter;

/** Days of an absence, both included. */
export interface Absence {
  readonly specialistId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
