/** Per cent, rounded down: 99.9 is not all. Null of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((100 * part) / whole);

/** 4, 4.5. */
export const daysSaid = (days: number): string => (Number.isInteger(days) ? String(days) : days.toFixed(1));
