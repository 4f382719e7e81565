import { type ReactNode, useId } from 'react';
import { Need } from '../../ui/Field';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** One of the four: its number is seen from afar, so that whoever looks up knows how far they are. */
export function Question({ number, title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <h2 id={id} className="flex items-baseline gap-3 text-std-20B-150">
        <span className="inline-flex size-8 shrink-0 items-center justify-center self-center rounded-full border-2 border-key-900 text-oln-16B-100 text-key-900">
          {number}
        </span>
        <span>
          {title}
          <Need required />
        </span>
      </h2>
      <div className="flex flex-col gap-5 sm:pl-11">{children}</div>
    </section>
  );
}
