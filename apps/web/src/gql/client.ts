import {
  cacheExchange,
  Client,
  type CombinedError,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Operation,
} from 'urql';
import { keepingExchange } from '../offline/keeping-exchange';
import { patientFetch } from './patient-fetch';
import { refusalOf } from './refusal';
import { keyHeader } from './wish-key';

interface Ears {
  /** The language that errors shall be said in. */
  readonly language: () => string;
  /** The session is over; nothing was done. */
  readonly onSignedOut: () => void;
}

const asksToSignIn = (error: CombinedError): boolean => refusalOf(error).code === 'SIGN_IN_REQUIRED';

/** Without its type names: a change that was only tried must not make every list be read again. */
function untyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untyped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === '__typename' ? [] : [[key, untyped(inner)]])),
  );
}

/** A change goes out under the key of the wish behind it. */
function numbered(operation: Operation): Operation {
  const { kind, context } = operation;
  const header = keyHeader(context);
  if (!header) return operation;
  const { fetchOptions } = context;
  const usual = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
  const all = new Headers(usual?.headers);
  all.set(...header);
  return makeOperation(kind, operation, { ...context, fetchOptions: { ...usual, headers: all } });
}

/** One client per signed-in person: nothing that one person read stays for the next. */
export function createClient({ language, onSignedOut }: Ears): Client {
  return new Client({
    url: '/graphql',
    fetch: patientFetch,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { 'accept-language': language() }, credentials: 'same-origin' }),
    exchanges: [
      mapExchange({
        onError(error) {
          if (asksToSignIn(error)) onSignedOut();
        },
      }),
      cacheExchange,
      keepingExchange,
      mapExchange({
        onOperation: numbered,
        onResult: (result) =>
          result.operation.context['trial'] === true ? { ...result, data: untyped(result.data) } : result,
      }),
      fetchExchange,
    ],
  });
}
