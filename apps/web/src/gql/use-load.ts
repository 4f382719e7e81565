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
}

/** Reads; shows what is known at once and asks the server every time the screen opens. */
export function useLoad<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, about }: Options = {},
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

  return { data, refusal: error ? refusalOf(error) : null, busy: fetching || stale, reload };
}
