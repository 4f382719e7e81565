/** The rows that somebody may read, as a condition of SQL on an alias that its maker names. */
export interface Visibility {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export const NOTHING_VISIBLE: Visibility = { where: 'FALSE', parameters: {} };
