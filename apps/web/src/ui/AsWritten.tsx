import type { ReactNode } from 'react';
import { classes } from './classes';

interface Props {
  readonly children: ReactNode;
  /** Several lines, as they were typed. */
  readonly block?: boolean;
  readonly className?: string;
}

/** Words that people wrote: they stay Japanese on an English screen, for the voice and for the glyphs. */
export function AsWritten({ children, block = false, className }: Props) {
  if (block)
    return (
      <p lang="ja" className={classes('whitespace-pre-wrap', className)}>
        {children}
      </p>
    );
  return (
    <span lang="ja" className={className}>
      {children}
    </span>
  );
}
