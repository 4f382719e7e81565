import type { ApolloServerPlugin } from '@apollo/server';
import { isStorable, PAGE_LIMIT } from '@banso/kernel';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { RequestContext } from './request-context.js';

/** Levels of nesting that a document may have. Our own screens need at most 8. */
export const MAX_DEPTH = 10;
/** Fields that one answer may hold, lists multiplied by their page length. */
export const MAX_COMPLEXITY = 10_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Levels of fields. Validation has already refused fragments that contain themselves. */
export function depthOf(selections: SelectionSetNode | undefined, fragments: Fragments): number {
  if (!selections) return 0;
  const depths = selections.selections.map((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return 1 + depthOf(selection.selectionSet, fragments);
      case Kind.INLINE_FRAGMENT:
        return depthOf(selection.selectionSet, fragments);
      case Kind.FRAGMENT_SPREAD:
        return depthOf(fragments.get(selection.name.value)?.selectionSet, fragments);
    }
  });
  return Math.max(0, ...depths);
}

const refuse = (reason: string, limit: number) =>
  new GraphQLError(reason, {
    extensions: { code: 'BAD_REQUEST', reason, facts: { limit }, http: { status: 400 } },
  });

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** A field that pages costs its children once for each row. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity, field }) =>
  field.args.some((argument) => argument.name === 'first')
    ? 1 + childComplexity * Math.min(Math.max(Number(args['first'] ?? 20), 1), PAGE_LIMIT)
    : undefined;

const ESTIMATORS = [pageEstimator, simpleEstimator({ defaultComplexity: 1 })];

/** An input schema refuses such text too, a search or a filter does not. */
function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return !isStorable(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnstorable);
}

function literalsOf(document: DocumentNode): string[] {
  const literals: string[] = [];
  visit(document, { StringValue: (node) => void literals.push(node.value) });
  return literals;
}

/** Refuses documents that would cost too much, or could not be stored, before any of them runs. */
export const documentLimits: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, operation, operationName, schema }) {
        const variables = request.variables ?? {};
        if (depthOf(operation?.selectionSet, fragmentsOf(document)) > MAX_DEPTH)
          throw refuse('document.too-deep', MAX_DEPTH);
        if (holdsUnstorable([variables, literalsOf(document)])) throw refuse('document.unstorable', 0);
        // Values of the wrong form are reported by the execution itself, with their place.
        const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
        if (errors) return;
        const complexity = getComplexity({
          schema,
          query: document,
          variables,
          estimators: ESTIMATORS,
          ...(operationName && { operationName }),
        });
        if (complexity > MAX_COMPLEXITY) throw refuse('document.too-complex', MAX_COMPLEXITY);
      },
    };
  },
};
