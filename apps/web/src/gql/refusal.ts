import type { CombinedError } from 'urql';

/** One field of an input that has to be put right. */
export interface Fault {
  readonly path: string;
  readonly rule: string;
  readonly facts: Readonly<Record<string, string | number>>;
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

function factsOf(value: unknown): Fault['facts'] {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, fact]) =>
      typeof fact === 'string' || typeof fact === 'number' ? [[key, fact]] : [],
    ),
  );
}

function faultsOf(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((fault: unknown) =>
    isRecord(fault) && typeof fault['path'] === 'string' && typeof fault['rule'] === 'string'
      ? [{ path: fault['path'], rule: fault['rule'], facts: factsOf(fault['facts']) }]
      : [],
  );
}

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
