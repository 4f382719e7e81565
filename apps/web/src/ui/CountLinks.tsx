import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';

export interface CountLink {
  readonly to: string;
  readonly label: string;
  readonly count: number | null;
  /** A word about the rule behind the number. */
  readonly note?: string;
}

/** What awaits somebody: every number leads to its rows. */
export function CountLinks({
  links,
  label,
}: {
  readonly links: readonly CountLink[];
  readonly label: string;
}) {
  const { t } = useTranslation();
  return (
    <ul aria-label={label} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {links.map(({ to, label: words, count, note }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex h-full items-center justify-between gap-4 rounded-8 border border-solid-gray-420 px-4 py-4 text-solid-gray-900 no-underline hover:border-key-900 hover:bg-key-50"
          >
            <span>
              <span className="text-std-16B-170 underline underline-offset-4">{words}</span>
              {note && <span className="block text-dns-14N-130 text-solid-gray-700">{note}</span>}
            </span>
            <span className="text-std-24B-150 tabular-nums whitespace-nowrap">
              {count === null ? (
                <span className="text-std-16N-170">{t('ui.counting')}</span>
              ) : (
                t('ui.items', { count })
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
