import { createContext, useCallback, useContext } from 'react';

/** What the reader is told about one field. */
export interface FieldFault {
  /** The field's name in the form; null when the form has no such field. */
  readonly field: string | null;
  readonly sentence: string;
}

/** Which form a field stands in: two forms of one page may ask for the same thing. */
export const FieldScope = createContext('');

/** Where a field of a name stands on the page. */
export function useFieldId(): (name: string) => string {
  const scope = useContext(FieldScope);
  return useCallback((name: string) => `field-${scope}${name}`, [scope]);
}
