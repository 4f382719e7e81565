import type { ApolloServerPlugin } from '@apollo/server';
import { isStorable, PAGE_LIMIT } from '@banso/kernel';
import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isListType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
} from 'graphql-query-complexity';
import { excessOf, type Fragments, fragmentsOf } from './document-counts.js';
import type { RateLimits } from './door/rate-limits.js';
import type { RequestContext } from './request-context.js';

/** Levels of nesting that a document may have. Our own screens need at most 8. */
export const MAX_DEPTH = 10;
/** Tokens that one document may have; our longest has about 600. */
export const MAX_TOKENS = 2_000;
/** Fields that one answer may hold, lists multiplied by their length. Our own screens need at most 8,501. */
const MAX_COMPLEXITY = 20_000;
/** What a list without pages counts for. */
const USUAL_LENGTH = 5;
/** Fields for which one more point is charged to whoever asks. */
const FIELDS_A_POINT = 100;

type ComplexityOptions = Parameters<typeof getComplexity>[0];

/** Levels of fields. Validation has already refused fragments that contain themselves. */
export function depthOf(selections: SelectionSetNode | undefined, fragments: Fragments): number {
  // Each fragment is measured once: thirty that each spread the next one twice would be walked a billion times.
  const measured = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const depth = measured.get(name) ?? depthIn(fragments.get(name)?.selectionSet);
    measured.set(name, depth);
    return depth;
  };
  const depthIn = (set: SelectionSetNode | undefined): number => {
    const depths = (set?.selections ?? []).map((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return 1 + depthIn(selection.selectionSet);
        case Kind.INLINE_FRAGMENT:
          return depthIn(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return ofFragment(selection.name.value);
      }
    });
    return Math.max(0, ...depths);
  };
  return depthIn(selections);
}

const refuse = (reason: string, limit: number) =>
  new GraphQLError(reason, {
    extensions: { code: 'BAD_REQUEST', reason, facts: { limit }, http: { status: 400 } },
  });

/** A field that pages costs its children once for each row. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity, field }) =>
  field.args.some((argument) => argument.name === 'first')
    ? 1 + childComplexity * Math.min(Math.max(Number(args['first'] ?? 20), 1), PAGE_LIMIT)
    : undefined;

/** The rows of a page are counted by the page already. */
const listEstimator: ComplexityEstimator = ({ childComplexity, field }) =>
  childComplexity > 0 &&
  isListType(getNullableType(field.type)) &&
  !getNamedType(field.type).name.endsWith('Edge')
    ? 1 + childComplexity * USUAL_LENGTH
    : undefined;

/** A field that computes says so itself, with `complexity`. */
const ESTIMATORS = [
  pageEstimator,
  fieldExtensionsEstimator(),
  listEstimator,
  simpleEstimator({ defaultComplexity: 1 }),
];

/** What the document would cost; more than the limit when it is too large to be counted. */
function complexityOf(options: Omit<ComplexityOptions, 'estimators'>): number {
  try {
    return getComplexity({ ...options, estimators: ESTIMATORS });
  } catch (error) {
    if (error instanceof GraphQLError) return Infinity;
    throw error;
  }
}

/** An input schema refuses such text too, a search or a filter does not. */
function holdsUnstorable(value: unknown): boolean {
  // By hand instead of by recursion: a body of 100 KB can nest 50,000 deep.
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && !isStorable(next)) return true;
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) left.push(part);
  }
  return false;
}

function literalsOf(document: DocumentNode): string[] {
  const literals: string[] = [];
  visit(document, { StringValue: (node) => void literals.push(node.value) });
  return literals;
}

/** What is wrong with a document whatever its variables say. */
function faultOf(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  schema: GraphQLSchema,
): GraphQLError | null {
  if (depthOf(operation?.selectionSet, fragmentsOf(document)) > MAX_DEPTH)
    return refuse('document.too-deep', MAX_DEPTH);
  const excess = excessOf(document, operation, schema);
  if (excess) return refuse(excess.reason, excess.limit);
  return holdsUnstorable(literalsOf(document)) ? refuse('document.unstorable', 0) : null;
}

/** Lengths of pages and what is left out: nothing else that is sent along changes the cost of a document. */
const counting = (variables: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.entries(variables).filter(
      ([, value]) => value === null || !/^(string|object)$/.test(typeof value),
    ),
  );

interface Judged {
  /** Which operation of the document, with which lengths. */
  readonly of: string;
  readonly complexity: number;
}

/** Refuses documents that would cost too much, or could not be stored, before any of them runs; charges the others. */
export const documentLimits = (rates: RateLimits): ApolloServerPlugin<RequestContext> => {
  // Our screens send the same documents all day: each is judged once, for as long as Apollo keeps it.
  const sound = new WeakMap<DocumentNode, Set<OperationDefinitionNode | undefined>>();
  // The last lengths only: who varies them fills no memory.
  const judged = new WeakMap<DocumentNode, Judged>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, operation, operationName, schema, contextValue }) {
          const variables = request.variables ?? {};
          if (!sound.get(document)?.has(operation)) {
            const fault = faultOf(document, operation, schema);
            if (fault) throw fault;
            sound.set(document, (sound.get(document) ?? new Set()).add(operation));
          }
          if (holdsUnstorable(variables)) throw refuse('document.unstorable', 0);
          // Values of the wrong form are reported by the execution itself, with their place.
          const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
          if (errors) return;
          const of = `${operationName ?? ''} ${counting(variables)}`;
          const known = judged.get(document);
          const complexity =
            known?.of === of
              ? known.complexity
              : complexityOf({
                  schema,
                  query: document,
                  variables,
                  ...(operationName && { operationName }),
                });
          judged.set(document, { of, complexity });
          if (complexity > MAX_COMPLEXITY) throw refuse('document.too-complex', MAX_COMPLEXITY);
          const { actor, reply } = contextValue;
          const strict = !actor && operation?.operation === OperationTypeNode.MUTATION;
          const points = Math.floor(complexity / FIELDS_A_POINT);
          if (points > 0 || strict) await rates.charge({ actor, request: reply.request }, points, { strict });
        },
      };
    },
  };
};
