import type { ReactNode } from 'react';

/** One of many; found by its label or its reading, in whatever kana or width it is typed. */
export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** In kana; it is searched and not shown. */
  readonly reading?: string;
}

export interface ComboBoxProps {
  readonly label: string;
  /** Its name in the form, so that errors of the server find it. */
  readonly name?: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** Neither demanded nor optional, as in a search. */
  readonly needless?: boolean;
  readonly options: readonly ComboOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}
