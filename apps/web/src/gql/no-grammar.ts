/**
 * In built pages this stands in place of the parser and printer that urql brings: documents are ids there
 * (trusted-documents.ts), and have no text to be read or written.
 */
export const Kind = {
  DOCUMENT: 'Document',
  OPERATION_DEFINITION: 'OperationDefinition',
  FRAGMENT_DEFINITION: 'FragmentDefinition',
  FIELD: 'Field',
  NAME: 'Name',
} as const;

export const print = (): string => '';

export function parse(): never {
  throw new Error('A document came as text');
}

/** An error of the answer as urql hands it on. */
export class GraphQLError extends Error {
  constructor(
    message: string,
    readonly nodes?: unknown,
    readonly source?: unknown,
    readonly positions?: unknown,
    readonly path?: unknown,
    readonly originalError?: unknown,
    readonly extensions: object = {},
  ) {
    super(message);
    this.name = 'GraphQLError';
  }
}
