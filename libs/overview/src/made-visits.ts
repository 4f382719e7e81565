import { MADE } from '@banso/dispatch';

const listOf = (statuses: readonly string[]): string => statuses.map((status) => `'${status}'`).join(', ');

/** Took place; of the alias `visit`. Said twice so that the index on what stands is of use. */
export const IS_MADE = `visit.status <> 'CANCELLED' AND visit.status IN (${listOf(MADE)})`;
