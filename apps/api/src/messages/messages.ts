export type Facts = Readonly<Record<string, unknown>>;

/** The sentences of one language. */
export interface Messages {
  /** By reason: what is wrong, what was kept, what to do. */
  readonly reasons: Readonly<Record<string, (facts: Facts) => string>>;
  /** By rule: what is wrong with the named field. */
  readonly faults: Readonly<Record<string, (field: string, facts: Facts) => string>>;
  /** What the screens call an input field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly joinFaults: (sentences: readonly string[]) => string;
}

/** A fact as it stands in a sentence; lists are joined. */
export function factOf(facts: Facts, key: string): string {
  const value = facts[key];
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
