import type { ReactNode } from 'react';
import { Mixed } from './Mixed';

export interface Fact {
  readonly term: string;
  readonly value: ReactNode;
}

/** Terms and what they are; what is not there is left out. */
export function Facts({ items }: { readonly items: readonly (Fact | null | false)[] }) {
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {items.map(
        (item) =>
          item && (
            <div
              key={item.term}
              className="grid grid-cols-subgrid border-b border-solid-gray-200 py-3 sm:col-span-2 dense:py-1.5"
            >
              <dt className="text-std-16B-170">{item.term}</dt>
              <dd className="min-w-0">
                <Mixed>{item.value}</Mixed>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
