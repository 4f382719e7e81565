import type { TypedDocumentNode } from 'urql';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import { type AnyVariables, useQuery } from 'urql';
import { type Refusal, refusalOf } from './refusal';

/** Counts up when everything on the screen has to be asked again, as after signing in anew. */
export const Refresh = createContext(0);

/** What a screen shows of a query: the rows, that they are on their way, or why they cannot come. */
export interface Load<Data> {
  readonly data: Data | undefined;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly reload: () => void;
}

interface Options {
  /** Do not ask yet. */
  readonly pause?: boolean;
  /** Types whose changes concern this list even while it is empty. */
  readonly about?: string[];
  /** Until rows in another order or of another page are there, those of before stay: nothing jumps, focus stays. */
  readonly steady?: boolean;
}

/** Reads; shows what is known at once and asks the server every time the screen opens. */
export function useLoad<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, about, steady = false }: Options = {},
): Load<Data> {
  const aboutKey = about?.join(' ');
  const context = useMemo(() => (aboutKey ? { additionalTypenames: aboutKey.split(' ') } : {}), [aboutKey]);
  const [{ data, error, fetching, stale }, execute] = useQuery({ query, variables, pause, context });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);

  const refresh = useContext(Refresh);
  const refreshed = useRef(refresh);
  useEffect(() => {
    if (refreshed.current === refresh || pause) return;
    refreshed.current = refresh;
    reload();
  }, [refresh, reload, pause]);

  const refusal = error ? refusalOf(error) : null;
  // A read that is refused as a whole has null for its data. Below the dialog that asks to sign in again the screen
  // stays as it was, with what was typed.
  const shown = useRef<Data | undefined>(undefined);
  useEffect(() => {
    if (data) shown.current = data;
  }, [data]);
  const stays = refusal ? refusal.code === 'SIGN_IN_REQUIRED' : steady && fetching;
  const kept = stays ? shown.current : undefined;
  return { data: data ?? kept, refusal, busy: fetching || stale, reload };
}
