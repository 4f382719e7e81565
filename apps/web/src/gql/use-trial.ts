import type { TypedDocumentNode } from 'urql';
import { useEffect, useMemo, useState } from 'react';
import { type AnyVariables, useClient } from 'urql';
import { type Refusal, refusalOf } from './refusal';

/** Long enough that somebody who types a time or walks through a list asks once. */
const PAUSE_MS = 350;

/** What a change would mean. */
export interface Trial<Data> {
  readonly data: Data | null;
  readonly refusal: Refusal | null;
  /** The answer to this very wish is not there yet. */
  readonly busy: boolean;
}

interface Answer<Data> {
  readonly key: string;
  readonly data: Data | null;
  readonly refusal: Refusal | null;
}

/** Asks what a change would mean, again whenever the wish changes; nothing is changed. Null asks nothing. */
export function useTrial<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  wish: Variables | null,
): Trial<Data> {
  const client = useClient();
  const key = JSON.stringify(wish);
  const variables = useMemo(() => wish, [key]);
  const [answer, setAnswer] = useState<Answer<Data> | null>(null);
  useEffect(() => {
    if (variables === null) return;
    let left = false;
    const ask = async () => {
      const { data, error } = await client.mutation(document, variables, { trial: true }).toPromise();
      if (!left) setAnswer({ key, data: data ?? null, refusal: error ? refusalOf(error) : null });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, document, key, variables]);
  const current = answer?.key === key ? answer : null;
  return {
    data: current?.data ?? null,
    refusal: current?.refusal ?? null,
    busy: variables !== null && current === null,
  };
}
