const NINE_HOURS_MS = 9 * 3_600_000;

/** A moment as a clock in Japan shows it: `2026-11-20 09:30`. */
export const momentInJapan = (instant: string): string =>
  new Date(Date.parse(instant) + NINE_HOURS_MS).toISOString().slice(0, 16).replace('T', ' ');

/** The same as a workbook keeps moments: the figures of a clock, without a zone. */
export const clockInJapan = (instant: string): Date => new Date(Date.parse(instant) + NINE_HOURS_MS);
