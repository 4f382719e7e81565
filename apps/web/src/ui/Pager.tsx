import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

export const PAGE_SIZE = 20;

/** The cursor of the page that the address names. */
export function usePage(): { first: number; after: string | null } {
  const [search] = useSearchParams();
  return { first: PAGE_SIZE, after: search.get('after') };
}

interface Props {
  readonly total: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Further rows have an address of their own, so the browser's back button works. */
export function Pager({ total, pageInfo }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const to = (after: string | null): string => {
    const next = new URLSearchParams(search);
    if (after) next.set('after', after);
    else next.delete('after');
    return `?${next.toString()}`;
  };
  return (
    <nav
      aria-label={t('ui.pages')}
      className="no-print flex flex-wrap items-center gap-x-6 gap-y-2 text-std-16N-170"
    >
      <span>{t('ui.total', { total })}</span>
      {search.has('after') && (
        <Link to={to(null)} className="link">
          {t('ui.toFirst')}
        </Link>
      )}
      {pageInfo.hasNextPage && (
        <Link to={to(pageInfo.endCursor)} className="link">
          {t('ui.nextRows', { rows: PAGE_SIZE })}
        </Link>
      )}
    </nav>
  );
}
