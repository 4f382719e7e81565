import type { BusyPeriod, Town } from './towns.documents';

interface TownInput {
  readonly municipalityId: string;
  readonly itStaff: number | null;
  readonly busy: BusyPeriod[];
}

/** Of what nobody has said anything yet. */
const NEVER = '0';

/** The whole of what is known, with a change: the server replaces it as one. */
export function townInput(
  { id, townProfile }: Town,
  { itStaff = townProfile?.itStaff ?? null, busy = townProfile?.busy ?? [] }: Partial<TownInput>,
): TownInput & { readonly seen: string } {
  // Nothing beside the fields that are asked for, such as a type name.
  const periods = busy.map(({ from, to, label }) => ({ from, to, label }));
  return { municipalityId: id, itStaff, busy: periods, seen: townProfile?.version ?? NEVER };
}
