/** Something that can be chosen in the palette. */
export interface Entry {
  readonly id: string;
  readonly group: 'screens' | 'views' | 'hits' | 'actions' | 'all';
  readonly label: string;
  /** Somebody wrote it; it is not a word of the screen. */
  readonly asWritten?: boolean;
  readonly note?: string;
  /** Where it leads, or what it does. */
  readonly to?: string;
  readonly act?: () => void;
}
