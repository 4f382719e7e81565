import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Locale } from '../messages/index.js';

/** How long whoever asks should wait for a database that does not answer: it restarts in seconds. */
export const AWAY_SECONDS = 5;

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly facts?: Readonly<Record<string, number>>;
  readonly headers?: readonly [string, string][];
}

/** Refused before a resolver runs; the language goes along, because nothing else knows it that early. */
export const refusal = (locale: Locale, { status, headers = [], ...extensions }: Refused) =>
  new GraphQLError(extensions.reason, {
    extensions: { ...extensions, locale, http: { status, headers: new HeaderMap(headers) } },
  });

/** The database cannot be reached: whoever asks tries again in a moment. */
export const databaseAway = (locale: Locale): GraphQLError =>
  refusal(locale, {
    status: 503,
    code: 'UNAVAILABLE',
    reason: 'service.away',
    headers: [['retry-after', String(AWAY_SECONDS)]],
  });
