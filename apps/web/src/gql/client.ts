import { cacheExchange, Client, type CombinedError, fetchExchange, mapExchange } from 'urql';
import { refusalOf } from './refusal';

interface Ears {
  /** The language that errors shall be said in. */
  readonly language: () => string;
  /** The session is over; nothing was done. */
  readonly onSignedOut: () => void;
}

const asksToSignIn = (error: CombinedError): boolean => refusalOf(error).code === 'SIGN_IN_REQUIRED';

/** One client per signed-in person: nothing that one person read stays for the next. */
export function createClient({ language, onSignedOut }: Ears): Client {
  return new Client({
    url: '/graphql',
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
      fetchExchange,
    ],
  });
}
