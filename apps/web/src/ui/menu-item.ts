import type { ReactNode } from 'react';

/** One thing that can be done. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  /** A line under the label, such as why it cannot be done now. */
  readonly hint?: ReactNode;
  /** It takes something away. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
}
