import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../../ui/icons';

/** Opens the palette: the one box over everything. */
export function FindButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K"
      aria-haspopup="dialog"
      onClick={onOpen}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-8 px-2 whitespace-nowrap hover:bg-key-50 sm:min-h-9 lg:border lg:border-solid-gray-600 lg:px-3"
    >
      <SearchIcon />
      <span className="sr-only text-dns-14N-130 sm:not-sr-only">{t('frame.find')}</span>
      <kbd aria-hidden="true" className="hidden font-mono text-mono-14N-150 text-solid-gray-700 2xl:inline">
        Ctrl+K
      </kbd>
    </button>
  );
}
