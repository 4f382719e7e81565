import type { BusyPeriod, Town } from './towns.documents';

interface TownInput {
  readonly municipalityId: string;
  readonly itStaff: number | null;
  readonly busy: BusyPeriod[];
}

/** The whole of what is known, with a change: the server replaces it as one. */
export function townInput(
  { id, townProfile }: Town,
  { itStaff = townProfile?.itStaff ?? null, busy = townProfile?.busy ?? [] }: Partial<TownInput>,
): TownInput {
  // Nothing beside the fields that are asked for, such as a type name.
  return { municipalityId: id, itStaff, busy: busy.map(({ from, to, label }) => ({ from, to, label })) };
}
