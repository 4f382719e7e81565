import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button';
import { isOfComposition } from '../../ui/key-press';

/** Looks for words in everything that one may see. Enter that only ends a composition searches for nothing yet. */
export function SearchBox({ shown }: { readonly shown: string }) {
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
    <form role="search" onSubmit={submit} className="no-print flex max-w-2xl flex-col gap-2">
      <label htmlFor="search-words" className="text-std-17B-170">
        {t('search.label')}
      </label>
      <div className="flex gap-3">
        <input
          id="search-words"
          type="search"
          name="q"
          value={words}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={() => {
            composing.current = false;
          }}
          onKeyDown={(event) => {
            // Some browsers end the composition before they tell of the key.
            if (event.key === 'Enter' && isOfComposition(event.nativeEvent)) event.preventDefault();
          }}
          className="min-h-12 w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-std-16N-170 hover:border-black"
        />
        <Button type="submit">{t('search.go')}</Button>
      </div>
    </form>
  );
}
