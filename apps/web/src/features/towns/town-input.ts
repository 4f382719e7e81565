import type { Refusal } from '../../gql/refusal';
import type { BusyPeriod, Town } from './towns.documents';

interface Known {
  readonly itStaff: number | null;
  readonly busy: readonly BusyPeriod[];
}

/** Of what nobody has said anything yet. */
const NEVER = '0';

/**
 * The whole of what is known, with a change: the server replaces it as one. Whoever has been told what somebody else
 * changed meanwhile changes that, so that only the own part is written over.
 */
export function townInput(
  { id, townProfile }: Town,
  change: (known: Known) => Partial<Known>,
  refusal: Refusal | null,
): { municipalityId: string; itStaff: number | null; busy: BusyPeriod[]; seen: string } {
  const newer = refusal?.newer;
  const latest = Object.fromEntries(newer?.values.map(({ field, after }) => [field, after]) ?? []);
  const read: Known = { itStaff: townProfile?.itStaff ?? null, busy: townProfile?.busy ?? [], ...latest };
  const { itStaff, busy } = { ...read, ...change(read) };
  // Nothing beside the fields that are asked for, such as a type name.
  const periods = busy.map(({ from, to, label }) => ({ from, to, label }));
  return {
    municipalityId: id,
    itStaff,
    busy: periods,
    seen: newer?.version ?? townProfile?.version ?? NEVER,
  };
}
