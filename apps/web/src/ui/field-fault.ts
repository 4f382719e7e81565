/** What the reader is told about one field. */
export interface FieldFault {
  /** The field's name in the form; null when the form has no such field. */
  readonly field: string | null;
  readonly sentence: string;
}

/** Where a field of that name stands on the page. */
export const fieldId = (name: string): string => `field-${name}`;
