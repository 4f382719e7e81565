import type { ReactNode } from 'react';
import { classes } from './classes';

/** How a state feels: nobody's turn yet, waiting, under way, finished well, ended otherwise. */
export type StatusTone = 'resting' | 'waiting' | 'moving' | 'finished' | 'stopped';

const COLOURS: Readonly<Record<StatusTone, string>> = {
  resting: 'text-solid-gray-700',
  waiting: 'text-warning-orange-2',
  moving: 'text-key-900',
  finished: 'text-success-2',
  stopped: 'text-solid-gray-700',
};

const SHAPES: Readonly<Record<StatusTone, ReactNode>> = {
  resting: <circle cx="6" cy="6" r="4.5" fill="none" strokeDasharray="2 1.6" />,
  waiting: <path d="M6 1 11 10.5H1Z" fill="none" />,
  moving: <path d="M2 1.5 10 6 2 10.5Z" fill="currentColor" />,
  finished: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  stopped: <rect x="1.5" y="1.5" width="9" height="9" fill="none" />,
};

/** A state as word, shape and colour; never as a button. */
export function StatusText({ tone, children }: { readonly tone: StatusTone; readonly children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-dns-16N-130 dense:text-dns-14N-130">
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        className={classes('size-3 shrink-0', COLOURS[tone])}
        stroke="currentColor"
        strokeWidth="1.6"
      >
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}
