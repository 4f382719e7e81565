import { useId } from 'react';

/** How a part of a bar is drawn: told apart by its pattern, never by its colour alone. */
export type Fill = 'full' | 'hatched' | 'dotted' | 'empty';

export interface Part {
  readonly amount: number;
  readonly fill: Fill;
}

interface Props {
  readonly parts: readonly Part[];
  /** What the whole width stands for; the sum of the parts when they are more. */
  readonly most: number;
  /** A line across, such as a target or a contract. */
  readonly line?: number | null;
  readonly tall?: boolean;
}

/** A bar of parts, one after the other. For the eye alone: figures and words beside it say the same. */
export function Bar({ parts, most, line = null, tall = false }: Props) {
  const pattern = useId();
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  const whole = Math.max(most, sum, line ?? 0, 1);
  const share = (amount: number): number => (amount / whole) * 100;
  // A line at the very end would be cut off by the frame.
  const at = line === null ? '' : `${Math.min(99.5, share(line))}%`;
  const placed = parts.map((part, i) => ({
    ...part,
    from: parts.slice(0, i).reduce((all, { amount }) => all + amount, 0),
  }));
  const fillOf = {
    full: 'currentColor',
    hatched: `url(#${pattern}h)`,
    dotted: `url(#${pattern}d)`,
    empty: 'none',
  };
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={tall ? 24 : 14}
      className="block min-w-24 border border-solid-gray-600 bg-white text-key-900 forced-colors:text-[CanvasText]"
    >
      <defs>
        <pattern id={`${pattern}h`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke="currentColor" strokeWidth="1.5" />
        </pattern>
        <pattern id={`${pattern}d`} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="2.5" cy="2.5" r="1" fill="currentColor" />
        </pattern>
      </defs>
      {placed
        .filter(({ amount }) => amount > 0)
        .map(({ from, amount, fill }) => (
          <rect
            key={from}
            x={`${share(from)}%`}
            width={`${share(amount)}%`}
            height="100%"
            fill={fillOf[fill]}
            stroke={fill === 'full' ? 'none' : 'currentColor'}
          />
        ))}
      {line !== null && (
        <>
          <line x1={at} x2={at} y1="0" y2="100%" stroke="Canvas" strokeWidth="6" />
          <line x1={at} x2={at} y1="0" y2="100%" stroke="CanvasText" strokeWidth="2" />
        </>
      )}
    </svg>
  );
}

/** From the middle to nine of ten to the longest, on one line. */
export function Spread({
  median,
  ninetieth,
  longest,
  most,
}: Readonly<Record<'median' | 'ninetieth' | 'longest', number | null>> & { readonly most: number }) {
  const at = (days: number): string => `${(days / Math.max(most, 1)) * 96 + 2}%`;
  if (median === null || ninetieth === null || longest === null) return null;
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="20"
      className="block min-w-24 text-key-900 forced-colors:text-[CanvasText]"
    >
      <line x1={at(0)} x2={at(longest)} y1="10" y2="10" stroke="currentColor" strokeWidth="1.5" />
      <line
        x1={at(0)}
        x2={at(ninetieth)}
        y1="10"
        y2="10"
        stroke="currentColor"
        strokeWidth="6"
        strokeOpacity="0.35"
      />
      <line x1={at(median)} x2={at(median)} y1="2" y2="18" stroke="currentColor" strokeWidth="4" />
      <line x1={at(longest)} x2={at(longest)} y1="5" y2="15" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

/** What a pattern stands for, in words. */
export function Key({
  entries,
}: {
  readonly entries: readonly { readonly fill: Fill; readonly words: string }[];
}) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-dns-16N-130">
      {entries.map(({ fill, words }) => (
        <li key={words} className="flex items-center gap-2">
          <span aria-hidden="true" className="w-8 shrink-0 overflow-hidden [&_svg]:min-w-8">
            <Bar parts={[{ amount: 1, fill }]} most={1} />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
