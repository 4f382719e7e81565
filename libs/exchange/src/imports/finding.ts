/** What a reader of the preview is told at a cell, or of a whole row (`column` null). */
export interface Finding {
  readonly column: string | null;
  /** `NOTE`: how the cell is read, or that it is kept as it is. `ERROR`: the row is not taken in. */
  readonly level: 'NOTE' | 'ERROR';
  /** Which sentence says it: of a fault of a field, or of a refusal. */
  readonly rule: string;
  readonly isReason: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
}

type Facts = Finding['facts'];

export const note = (column: string, rule: string, facts: Facts = {}): Finding => ({
  column,
  level: 'NOTE',
  rule,
  isReason: false,
  facts,
});

export const error = (column: string | null, rule: string, facts: Facts = {}): Finding => ({
  column,
  level: 'ERROR',
  rule,
  isReason: false,
  facts,
});

/** A refusal of the row as a whole, in the words of whoever refused. */
export const refused = (rule: string, facts: Facts = {}): Finding => ({
  column: null,
  level: 'ERROR',
  rule,
  isReason: true,
  facts,
});

export const isFaulty = (findings: readonly Finding[]): boolean =>
  findings.some(({ level }) => level === 'ERROR');
