import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** By what a list is sorted, as its questions to the server say it. */
export interface Sorting<Key extends string> {
  readonly sortBy: Key;
  readonly descending: boolean;
}

/** The address says it, as `sort=deadline` or `sort=-deadline`: a list can be passed on as it stands. */
export function useSorting<Key extends string>(keys: readonly Key[], usual: Sorting<Key>): Sorting<Key> {
  const [search] = useSearchParams();
  const [, minus, word] = /^(-?)(.*)$/.exec(search.get('sort') ?? '') ?? [];
  const sortBy = keys.find((key) => key === word?.toUpperCase()) ?? null;
  const descending = sortBy ? minus === '-' : usual.descending;
  const by = sortBy ?? usual.sortBy;
  return useMemo(() => ({ sortBy: by, descending }), [by, descending]);
}

/** Where the list is sorted so; from its beginning, for rows after a row are others in another order. */
export function useSortAddress(): (sortBy: string, descending: boolean) => string {
  const [search] = useSearchParams();
  return (sortBy, descending) => {
    const next = new URLSearchParams(search);
    next.delete('after');
    next.set('sort', `${descending ? '-' : ''}${sortBy.toLowerCase()}`);
    return `?${next.toString()}`;
  };
}
