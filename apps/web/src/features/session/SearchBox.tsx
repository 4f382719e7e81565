import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../../ui/Button';

/** Looks for words in everything that one may see. Enter that only ends a composition searches for nothing yet. */
export function SearchBox() {
  const { search, pathname } = useLocation();
  const shown = pathname === '/search' ? (new URLSearchParams(search).get('q') ?? '') : '';
  // What is searched for on another page is another search.
  return <Box key={shown} shown={shown} />;
}

function Box({ shown }: { readonly shown: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState(shown);
  const composing = useRef(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = words.trim();
    if (!composing.current && wanted !== '') void navigate(`/search?q=${encodeURIComponent(wanted)}`);
  };
  return (
    <form role="search" onSubmit={submit} className="no-print flex items-center gap-2 max-sm:w-full">
      <input
        type="search"
        name="q"
        value={words}
        maxLength={100}
        autoComplete="off"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        onChange={(event) => setWords(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onKeyDown={(event) => {
          // Some browsers end the composition before they tell of the key.
          if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229))
            event.preventDefault();
        }}
        className="min-h-9 w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-3 py-1 text-std-16N-170 hover:border-black sm:w-56"
      />
      <Button type="submit" size="small">
        {t('search.go')}
      </Button>
    </form>
  );
}
