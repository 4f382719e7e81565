import type { ApolloServerPlugin } from '@apollo/server';
import { type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { RequestContext } from './request-context.js';

/** Levels of nesting that a document may have. Our own screens need at most 8. */
export const MAX_DEPTH = 10;
/** Fields that one answer may hold, lists multiplied by their page length. */
export const MAX_COMPLEXITY = 10_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Validation has already refused fragments that contain themselves. */
function depthOf(selections: SelectionSetNode | undefined, fragments: Fragments): number {
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

const refuse = (code: string, limit: number) =>
  new GraphQLError(`limit ${limit}`, {
    extensions: {
      code,
      reason: code === 'TOO_DEEP' ? 'document.too-deep' : 'document.too-complex',
      facts: { limit },
      http: { status: 400 },
    },
  });

/** Refuses documents that would cost too much before any of them runs. */
export const documentLimits: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, operation, schema }) {
        const fragments = new Map(
          document.definitions
            .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
            .map((fragment) => [fragment.name.value, fragment]),
        );
        if (depthOf(operation.selectionSet, fragments) > MAX_DEPTH) throw refuse('TOO_DEEP', MAX_DEPTH);
        const complexity = getComplexity({
          schema,
          query: document,
          ...(request.operationName && { operationName: request.operationName }),
          variables: request.variables ?? {},
          estimators: [
            fieldExtensionsEstimator(),
            ({ args, childComplexity }) =>
              'first' in args || 'after' in args
                ? 1 + childComplexity * Math.min(Math.max(Number(args['first'] ?? 20), 1), 100)
                : undefined,
            simpleEstimator({ defaultComplexity: 1 }),
          ],
        });
        if (complexity > MAX_COMPLEXITY) throw refuse('TOO_COMPLEX', MAX_COMPLEXITY);
      },
    };
  },
};
