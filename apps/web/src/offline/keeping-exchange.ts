import {
  type CombinedError,
  getOperationName,
  makeOperation,
  mapExchange,
  type Operation,
  type OperationResult,
} from 'urql';
import { noteAnswer, noteSilence } from './connection';
import { belongTo, closeKeeper, keep, keeps, openForItsOwner, recall, todayHere, wipe } from './keeper';
import { keptAs } from './kept-queries';

/** Longer than this nobody stands on a platform and waits while the phone knows the answer. */
const PATIENCE_MS = 6_000;

/** The name of the operation goes along: below, only its id is left of it. */
const NAME = 'operationName';

/** In its text, or beside the id that the built client sends in its place. */
function nameIn(query: Operation['query']): string | undefined {
  const beside: unknown = Reflect.get(query, NAME);
  if (typeof beside === 'string') return beside;
  return 'definitions' in query ? getOperationName(query) : undefined;
}

const nameOf = ({ context }: Operation): string => {
  const name: unknown = context[NAME];
  return typeof name === 'string' ? name : '';
};

/** The line is cut, or what stands before the server says that it is away. */
const isSilence = (error: CombinedError | undefined): boolean =>
  Boolean(error?.networkError) && (!isResponse(error?.response) || error.response.status >= 500);

const isResponse = (value: unknown): value is Response => value instanceof Response;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Asks as usual, but gives up where the line is so bad that what was kept is better. */
const impatient: typeof fetch = async (input, init) => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const left = init?.signal;
  const signal = left && 'any' in AbortSignal ? AbortSignal.any([left, late]) : late;
  try {
    return await fetch(input, { ...init, signal });
  } catch (reason) {
    // To the client an abort of its own is no answer at all; this one is a line that is cut.
    if (late.aborted && !left?.aborted) throw new TypeError('no answer in time', { cause: reason });
    throw reason;
  }
};

/**
 * Keeps what a specialist needs on the way, and shows it when the server does not answer. For everybody else it does
 * nothing; and whoever signs out, or in as somebody else, finds nothing of before.
 */
export const keepingExchange = mapExchange({
  onOperation(operation) {
    const { kind, query, variables } = operation;
    // Asked again by the cache it comes without its words, but with the name of the first time.
    const name = nameIn(query) ?? nameOf(operation);
    const hurries = kind === 'query' && keeps() && keptAs(name, variables) !== null;
    return makeOperation(kind, operation, {
      ...operation.context,
      [NAME]: name,
      ...(hurries && { fetch: impatient }),
    });
  },
  onResult(result) {
    const name = nameOf(result.operation);
    if (name === 'Session') return ofSession(result);
    if (name === 'SignOut' && result.data && !result.error) return wipe().then(() => result);
    if (!keeps()) return result;
    if (isSilence(result.error)) return result.operation.kind === 'query' ? fromPhone(result, name) : result;
    if (result.error || result.operation.kind !== 'query') return result;
    noteAnswer();
    const key = keptAs(name, result.operation.variables);
    if (key) void keep(key, result.data);
    return result;
  },
});

async function fromPhone(result: OperationResult, name: string): Promise<OperationResult> {
  const key = keptAs(name, result.operation.variables);
  const kept = key ? await recall(key) : null;
  noteSilence(kept?.at ?? null);
  if (!kept) return result;
  return { ...result, data: kept.data, error: undefined, stale: false };
}

/** Who is signed in decides whether anything is kept at all. */
async function ofSession(result: OperationResult): Promise<OperationResult> {
  if (isSilence(result.error)) {
    await openForItsOwner();
    const kept = keeps() ? await recall('Session') : null;
    if (!kept || !isRecord(kept.data)) return result;
    noteSilence(null);
    const { serverInfo } = kept.data;
    const today = todayHere();
    const data = { ...kept.data, serverInfo: { ...(isRecord(serverInfo) ? serverInfo : {}), today } };
    return { ...result, data, error: undefined, stale: false };
  }
  if (result.error || !isRecord(result.data)) return result;
  const { viewer } = result.data;
  if (!isRecord(viewer)) {
    closeKeeper();
    return result;
  }
  const { role, prefectureId, specialistId } = viewer;
  if (role === 'SPECIALIST' && typeof specialistId === 'string') {
    await belongTo(`${String(prefectureId)}:${specialistId}`);
    await keep('Session', result.data);
    noteAnswer();
  } else {
    await wipe();
  }
  return result;
}
