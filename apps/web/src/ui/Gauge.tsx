import { classes } from './classes';

interface Props {
  readonly used: number;
  /** What would come on top; it is hatched. */
  readonly more?: number | null;
  readonly limit: number;
}

/** How full something is. Words beside it say the same: it is for the eye alone. */
export function Gauge({ used, more = null, limit }: Props) {
  const most = Math.max(limit, used, more ?? 0, 1);
  const share = (amount: number): string => `${(amount / most) * 100}%`;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={classes(
        'h-2 w-full max-w-48 rounded-4 border border-solid-gray-420 bg-white text-key-900 forced-colors:border-[CanvasText] forced-colors:text-[Highlight]',
      )}
    >
      {more !== null && more > used && (
        <rect width={share(more)} height="8" fill="currentColor" fillOpacity="0.35" />
      )}
      <rect width={share(used)} height="8" fill="currentColor" />
      {most > limit && (
        <line
          x1={share(limit)}
          x2={share(limit)}
          y1="0"
          y2="8"
          stroke="currentColor"
          className="text-black forced-colors:text-[CanvasText]"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
