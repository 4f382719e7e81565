import type { CombinedError } from 'urql';

/** One field of an input that has to be put right. */
export interface Fault {
  readonly path: string;
  /** What is wrong, in the reader's language; null when the page itself found it empty. */
  readonly message: string | null;
}

/** Why an operation did not happen, as the reader is told. */
export interface Refusal {
  /** A sentence of the server, already in the reader's language; null when the server was not reached. */
  readonly message: string | null;
  readonly code: string;
  readonly faults: readonly Fault[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function faultsOf(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((fault: unknown) =>
    isRecord(fault) && typeof fault['path'] === 'string' && typeof fault['message'] === 'string'
      ? [{ path: fault['path'], message: fault['message'] }]
      : [],
  );
}

/** Fields that must be filled and are not: found before anything is sent. */
export const emptyFields = (paths: readonly string[]): Refusal | null =>
  paths.length > 0
    ? { message: null, code: 'BAD_INPUT', faults: paths.map((path) => ({ path, message: null })) }
    : null;

/** Reads what the server says about an operation that it refused. */
export function refusalOf(error: CombinedError): Refusal {
  const [first] = error.graphQLErrors;
  if (!first) return { message: null, code: 'UNREACHABLE', faults: [] };
  const code = first.extensions['code'];
  return {
    message: first.message,
    code: typeof code === 'string' ? code : 'INTERNAL',
    faults: faultsOf(first.extensions['faults']),
  };
}
