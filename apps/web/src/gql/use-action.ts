import type { TypedDocumentNode } from 'urql';
import { useCallback, useRef, useState } from 'react';
import { type AnyVariables, useMutation } from 'urql';
import { type Refusal, refusalOf } from './refusal';
import { isUnanswered, type OpenWish, PAUSES_MS, underKey, wishFor } from './wish-key';

/** A change that a person may ask for: `run` gives its result, or null when it was refused. */
export interface Action<Data, Variables> {
  readonly run: (variables: Variables) => Promise<Data | null>;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly clear: () => void;
}

/**
 * Writes; a second press while the first is under way does nothing. When the line is cut the same is asked again
 * under the same key, by itself and at the next press: whatever arrives twice is done once. Screens that show one of the types in the
 * answer are read again, and those that show one that it `concerns`.
 */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  concerns?: string,
): Action<Data, Variables> {
  const [, mutate] = useMutation(document);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const underWay = useRef(false);
  const wish = useRef<OpenWish | null>(null);
  const run = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setRefusal(null);
      wish.current = wishFor(wish.current, variables);
      const context = {
        ...underKey(wish.current.key),
        ...(concerns && { additionalTypenames: concerns.split(' ') }),
      };
      const ask = async () => {
        const { data, error } = await mutate(variables, context);
        return { data, error, refused: error ? refusalOf(error) : null };
      };
      let answer = await ask();
      for (const pause of PAUSES_MS) {
        if (!isUnanswered(answer.refused?.code)) break;
        await new Promise((resolve) => setTimeout(resolve, pause));
        answer = await ask();
      }
      const { data, error, refused } = answer;
      if (!isUnanswered(refused?.code)) wish.current = null;
      underWay.current = false;
      setBusy(false);
      // The dialog that asks to sign in again says all there is to say; then the button is pressed once more.
      if (refused?.code !== 'SIGN_IN_REQUIRED') setRefusal(refused);
      return error ? null : (data ?? null);
    },
    [mutate, concerns],
  );
  const clear = useCallback(() => setRefusal(null), []);
  return { run, busy, refusal, clear };
}
