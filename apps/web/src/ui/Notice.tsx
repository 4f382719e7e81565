import type { ReactNode } from 'react';
import { classes } from './classes';

type Tone = 'info' | 'done' | 'warning' | 'error';

const FRAMES: Readonly<Record<Tone, string>> = {
  info: 'border-key-900',
  done: 'border-success-2',
  warning: 'border-warning-yellow-2',
  error: 'border-error-2',
};

const MARKS: Readonly<Record<Tone, ReactNode>> = {
  info: <path d="M12 10v7M12 6.5v.5" />,
  done: <path d="m7 12.5 3.5 3.5L17 9" />,
  warning: <path d="M12 7v6M12 16.5v.5" />,
  error: <path d="m8 8 8 8M16 8l-8 8" />,
};

const COLOURS: Readonly<Record<Tone, string>> = {
  info: 'text-key-900',
  done: 'text-success-2',
  warning: 'text-warning-yellow-2',
  error: 'text-error-2',
};

interface Props {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** A sentence that stands out: shape, colour and words say the same. */
export function Notice({ tone = 'info', title, children }: Props) {
  return (
    <div className={classes('flex gap-3 rounded-8 border border-l-8 bg-white p-4', FRAMES[tone])}>
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className={classes('mt-0.5 size-6 shrink-0', COLOURS[tone])}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      >
        <circle cx="12" cy="12" r="10" />
        {MARKS[tone]}
      </svg>
      <div className="min-w-0 flex-1">
        {title && <p className="text-std-16B-170">{title}</p>}
        {children}
      </div>
    </div>
  );
}
