import type { CombinedError } from 'urql';

/** One field of an input that has to be put right. */
export interface Fault {
  readonly path: string;
  /** What is wrong, in the reader's language; null when the page itself found it empty. */
  readonly message: string | null;
}

/** What somebody else has made of one value meanwhile. */
export interface NewerValue {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The record is newer than what the person has read. */
export interface Newer {
  /** Said by whoever saves now, having been told. */
  readonly version: string;
  readonly values: readonly NewerValue[];
}

/** Why an operation did not happen, as the reader is told. */
export interface Refusal {
  /** A sentence of the server, already in the reader's language; null when the server was not reached. */
  readonly message: string | null;
  readonly code: string;
  /** Which sentence it is, where a screen goes on by it. */
  readonly reason?: string;
  readonly faults: readonly Fault[];
  readonly newer?: Newer | null;
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

function newerOf(facts: unknown): Newer | null {
  if (!isRecord(facts) || typeof facts['version'] !== 'string' || !Array.isArray(facts['changes']))
    return null;
  const values = facts['changes'].flatMap((change: unknown) => {
    if (!isRecord(change)) return [];
    const { field, before, after } = change;
    if (typeof field !== 'string' || typeof before !== 'string' || typeof after !== 'string') return [];
    return [{ field, before: JSON.parse(before) as unknown, after: JSON.parse(after) as unknown }];
  });
  return { version: facts['version'], values };
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
  const { code, reason } = first.extensions;
  return {
    message: first.message,
    code: typeof code === 'string' ? code : 'INTERNAL',
    ...(typeof reason === 'string' && { reason }),
    faults: faultsOf(first.extensions['faults']),
    newer: newerOf(first.extensions['facts']),
  };
}
