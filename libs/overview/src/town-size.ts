/** By how many people live there; as cases are shown to other towns. */
export const SIZES = ['SMALL', 'MIDDLE', 'LARGE'] as const;
export type Size = (typeof SIZES)[number];

/** `townSizeOf` of reports for Postgres, of the alias `town`. */
export const SIZE_IN_SQL = `CASE WHEN town.population < 10000 THEN 'SMALL'
  WHEN town.population < 50000 THEN 'MIDDLE' ELSE 'LARGE' END`;
