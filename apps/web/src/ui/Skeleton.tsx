import { classes } from './classes';

interface Props {
  /** Lines of text, rows of a table, or cards. */
  readonly kind?: 'lines' | 'rows' | 'cards';
  /** As many as will come, so that nothing moves when they do. */
  readonly count?: number;
  /** A class that fixes the height where it is known better, such as `h-96`. */
  readonly className?: string;
}

const HEIGHTS = { lines: 'h-4', rows: 'h-12', cards: 'h-28' } as const;
const GAPS = { lines: 'gap-3', rows: 'gap-px', cards: 'gap-4' } as const;
/** The last line of a paragraph is rarely full. */
const WIDTHS = ['w-full', 'w-11/12', 'w-full', 'w-2/3'];

/** The place of what is coming, as high as it will be. It says nothing: `Loading` has the words. */
export function Skeleton({ kind = 'lines', count = 3, className }: Props) {
  return (
    <div aria-hidden="true" className={classes('flex flex-col', GAPS[kind], className)}>
      {Array.from({ length: count }, (_, i) => (
        <div
          key={i}
          className={classes(
            'rounded-4 bg-solid-gray-50 forced-colors:border forced-colors:border-[GrayText]',
            HEIGHTS[kind],
            kind === 'lines' && WIDTHS[i % WIDTHS.length],
          )}
        />
      ))}
    </div>
  );
}
