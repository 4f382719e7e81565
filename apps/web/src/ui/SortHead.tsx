import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Sorting, useSortAddress } from './sorting';

interface HeadProps {
  readonly title: ReactNode;
  readonly sort: string;
  readonly sorting: Sorting<string>;
}

/** The head of a column by which the list can be sorted: up, and when pressed again down. */
export function SortHead({ title, sort, sorting }: HeadProps) {
  const addressOf = useSortAddress();
  const current = sort === sorting.sortBy;
  return (
    <Link
      to={addressOf(sort, current && !sorting.descending)}
      preventScrollReset
      className="inline-flex min-h-6 items-center gap-1 underline decoration-solid-gray-420 underline-offset-4 hover:decoration-2 print:no-underline"
    >
      {title}
      <span aria-hidden="true" className="no-print w-4 text-center font-400">
        {current ? (sorting.descending ? '▼' : '▲') : '↕'}
      </span>
    </Link>
  );
}

export const ariaSort = (sort: string | undefined, { sortBy, descending }: Sorting<string>) =>
  sort === sortBy ? (descending ? 'descending' : 'ascending') : undefined;

interface ChoiceProps {
  readonly columns: readonly { readonly title: ReactNode; readonly sort: string }[];
  readonly sorting: Sorting<string>;
}

/** The same on a phone, where the rows are cards and have no heads. */
export function SortChoice({ columns, sorting }: ChoiceProps) {
  const { t } = useTranslation();
  const addressOf = useSortAddress();
  const navigate = useNavigate();
  const go = (sortBy: string, descending: boolean) =>
    void navigate(addressOf(sortBy, descending), { preventScrollReset: true });
  return (
    <div className="no-print mb-2 flex items-end gap-2 sm:hidden">
      <label className="flex min-w-0 flex-1 flex-col gap-1 text-dns-16N-130">
        {t('ui.sort.by')}
        <select
          value={sorting.sortBy}
          onChange={({ target }) => go(target.value, false)}
          className="min-h-12 w-full rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170"
        >
          {columns.map(({ title, sort }) => (
            <option key={sort} value={sort}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        onClick={() => go(sorting.sortBy, !sorting.descending)}
        className="min-h-12 rounded-8 border border-key-900 bg-white px-4 text-oln-16B-100 text-key-900 hover:bg-key-50"
      >
        {t(sorting.descending ? 'ui.sort.descending' : 'ui.sort.ascending')}
      </button>
    </div>
  );
}
