import type { ReactNode } from 'react';

/** One place of the navigation. */
export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** Other addresses that belong to the same place. */
  readonly also?: readonly string[];
  /** On the bar under the thumb: a shorter word and a drawing. */
  readonly short?: string;
  readonly mark?: ReactNode;
}
