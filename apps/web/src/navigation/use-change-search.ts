import { useCallback } from 'react';
import { type NavigateOptions, useLocation, useNavigate } from 'react-router';
import { placeNow } from './addresses';

/** Another view of the same screen, in place of the one before. */
export const SAME_SCREEN: NavigateOptions = { replace: true, preventScrollReset: true };

type Changes = Readonly<Record<string, string | null>>;

/**
 * Says some words of the address anew (null or empty: takes them away) and keeps the others. The others are those of the
 * last step and not those drawn: of two quick choices the second would else undo the first.
 */
export function useChangeSearch(): (changes: Changes, options?: NavigateOptions) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    (changes, options) => {
      const { location } = placeNow();
      // On the way to another screen there is nothing left to choose here.
      if (location.pathname !== pathname) return;
      const search = new URLSearchParams(location.search);
      for (const [key, value] of Object.entries(changes))
        if (value) search.set(key, value);
        else search.delete(key);
      void navigate(`?${search.toString()}`, options);
    },
    [navigate, pathname],
  );
}
