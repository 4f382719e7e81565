import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type stringifyDocument, type TypedDocumentNode, useClient } from 'urql';
import { type Refusal, refusalOf } from '../gql/refusal';
import { useAction } from '../gql/use-action';
import { Refresh } from '../gql/use-load';
import { isUnanswered, newKey, underKey } from '../gql/wish-key';
import { useConnection } from './connection';
import { addWish, dropWish, holdWish, readWishes, useWishes } from './outbox';
import { troubleOf, type Wish, type WishKind, type WishWords } from './wish';

type AnyDocument = Extract<Parameters<typeof stringifyDocument>[0], { readonly definitions: unknown }>;

/** How each kind of wish is asked for; `concerns`: types of which screens are read again. */
export type WishDocuments = Readonly<
  Record<WishKind, { readonly document: AnyDocument; readonly concerns: string }>
>;

interface Sender {
  readonly flush: () => Promise<void>;
  readonly send: (wish: Wish) => Promise<Outcome>;
}

type Outcome =
  { readonly state: 'SENT' | 'WAITS' } | { readonly state: 'REFUSED'; readonly refusal: Refusal };

const Sending = createContext<Sender | null>(null);

const AGAIN_MS = 20_000;
/** One tab sends at a time. */
const LOCK = 'banso-outbox';

const alone = <T,>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work();

interface Props {
  readonly documents: WishDocuments;
  readonly children: ReactNode;
}

/** Around the screens of a specialist: what was asked for without a line goes out, in its order, when there is one. */
export function Outgoing({ documents, children }: Props) {
  const client = useClient();
  const signedInAgain = useContext(Refresh);
  const { offline } = useConnection();
  const waiting = useWishes().filter(({ trouble }) => trouble === null).length;

  const send = useCallback(
    async (wish: Wish): Promise<Outcome> => {
      const { document, concerns } = documents[wish.kind];
      const { error } = await client
        .mutation(document, wish.variables, {
          ...underKey(wish.key),
          additionalTypenames: concerns.split(' '),
        })
        .toPromise();
      const refusal = error ? refusalOf(error) : null;
      if (!refusal) {
        await dropWish(wish);
        return { state: 'SENT' };
      }
      if (isUnanswered(refusal.code) || refusal.code === 'SIGN_IN_REQUIRED') return { state: 'WAITS' };
      return { state: 'REFUSED', refusal };
    },
    [client, documents],
  );

  const flush = useCallback(
    () =>
      alone(async () => {
        for (const wish of await readWishes()) {
          if (wish.trouble) continue;
          const outcome = await send(wish);
          if (outcome.state === 'WAITS') return;
          if (outcome.state === 'REFUSED') await holdWish(wish, troubleOf(outcome.refusal));
        }
      }),
    [send],
  );

  // At the start, after signing in again, when the line is back, and when the phone comes out of the pocket.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void flush();
    };
    void flush();
    window.addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [flush, signedInAgain, offline]);

  // A browser says `online` as soon as there is a net, not when the server is reached.
  useEffect(() => {
    if (waiting === 0) return undefined;
    const timer = setInterval(() => void flush(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, flush]);

  const sender = useMemo(() => ({ send, flush }), [send, flush]);
  return (
    <Sending value={sender}>
      <ReadAgain>{children}</ReadAgain>
    </Sending>
  );
}

/** When the line is back, everything on the screen is asked again. */
function ReadAgain({ children }: { readonly children: ReactNode }) {
  const outer = useContext(Refresh);
  const { offline } = useConnection();
  const [returns, setReturns] = useState(0);
  const was = useRef(offline);
  useEffect(() => {
    if (was.current && !offline) setReturns((n) => n + 1);
    was.current = offline;
  }, [offline]);
  // While it is away, look now and then.
  useEffect(() => {
    if (!offline) return undefined;
    const look = () => setReturns((n) => n + 1);
    const timer = setInterval(look, AGAIN_MS);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  }, [offline]);
  return <Refresh value={outer + returns}>{children}</Refresh>;
}

export const useFlush = (): (() => Promise<void>) => {
  const sender = useContext(Sending);
  return useCallback(async () => sender?.flush(), [sender]);
};

/** A change that need not have a line. */
export interface Sent<Variables> {
  /** What became of it; null when it was refused, and `refusal` says why. */
  readonly run: (variables: Variables, words: WishWords) => Promise<'SENT' | 'WAITS' | null>;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
}

/**
 * For a specialist the wish is kept on the phone first and then sent; without a line it waits there. For everybody else
 * it is the usual change.
 */
export function useSend<Data, Variables extends object>(
  kind: WishKind,
  document: TypedDocumentNode<Data, Variables>,
  concerns?: string,
): Sent<Variables> {
  const sender = useContext(Sending);
  const usual = useAction<Data, Variables>(document, concerns);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const underWay = useRef(false);
  const plain = usual.run;
  const run = useCallback(
    async (variables: Variables, words: WishWords): Promise<'SENT' | 'WAITS' | null> => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setRefusal(null);
      try {
        const wish =
          sender &&
          (await addWish({
            ...words,
            kind,
            key: newKey(),
            variables: Object.fromEntries(Object.entries(variables)),
          }));
        if (!sender || !wish) return (await plain(variables)) === null ? null : 'SENT';
        const outcome = await alone(() => sender.send(wish));
        if (outcome.state !== 'REFUSED') return outcome.state;
        // The person is here and puts it right: nothing has to be kept.
        await dropWish(wish, false);
        setRefusal(outcome.refusal);
        return null;
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [sender, kind, plain],
  );
  return { run, busy: busy || usual.busy, refusal: refusal ?? usual.refusal };
}
