/** The two halves of an office day, in minutes after midnight. Field words: 午前 and 午後. */
export const HALVES = { AM: { start: 540, end: 720 }, PM: { start: 780, end: 1020 } } as const;

export type Half = keyof typeof HALVES;

/** A day off takes a half or the whole day. */
export const DAY_PARTS = ['AM', 'PM', 'DAY'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** One cell of a weekly working pattern, such as `MON_AM`. */
export type WeeklyHalf = `${Weekday}_${Half}`;

export const WEEKLY_HALVES: readonly WeeklyHalf[] = WEEKDAYS.flatMap(
  (day) => [`${day}_AM`, `${day}_PM`] as const,
);

export const coversHalf = (part: DayPart, half: Half): boolean => part === 'DAY' || part === half;
