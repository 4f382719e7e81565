/** Why an operation was refused. The API turns each into one sentence in the reader's language. */
export type ErrorCode =
  | 'BAD_INPUT'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'INVALID_STATE'
  | 'NOT_FOUND'
  | 'SIGN_IN_FAILED'
  | 'SIGN_IN_REQUIRED';

/** One fault of an input: where, which rule, and the rule's figures (for the sentence). */
export interface InputFault {
  readonly path: string;
  readonly rule: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface ErrorDetails {
  readonly faults?: readonly InputFault[];
  readonly [key: string]: unknown;
}

/** A refusal that the user can understand and act on. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** A stable key of the sentence to show, such as `request.not-in-state`. */
    readonly reason: string,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code}: ${reason}`);
  }
}

export const notFound = (what: string) => new DomainError('NOT_FOUND', `${what}.not-found`);

export const badInput = (...faults: InputFault[]) =>
  new DomainError('BAD_INPUT', 'input.invalid', { faults });

/** Refuses unless the policy said yes. */
export function permit(allowed: boolean): asserts allowed {
  if (!allowed) throw new DomainError('FORBIDDEN', 'access.forbidden');
}

/** Refuses somebody of the right side who does not hold the duty, and says which one it takes. */
export const dutyNeeded = (...duties: readonly string[]) =>
  new DomainError('FORBIDDEN', 'access.duty-needed', { duties });
