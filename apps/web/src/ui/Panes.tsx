import type { ReactNode } from 'react';
import { classes } from './classes';

interface Props {
  /** What is chosen from; the first to be read. */
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Which of the two needs more room. */
  readonly wide?: 'first' | 'second' | 'neither';
  /** The second pane stays in sight while the first is scrolled. */
  readonly stays?: boolean;
}

const SHARES = {
  first: 'lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]',
  second: 'lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]',
  neither: 'lg:grid-cols-2',
} as const;

/** Two things beside each other from 1024 px on; under each other on anything narrower and on paper. */
export function Panes({ first, second, wide = 'neither', stays = false }: Props) {
  return (
    <div className={classes('grid grid-cols-1 items-start gap-6 print:block lg:gap-8', SHARES[wide])}>
      <div className="min-w-0">{first}</div>
      <div
        className={classes(
          'min-w-0',
          stays && 'lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto',
        )}
      >
        {second}
      </div>
    </div>
  );
}
