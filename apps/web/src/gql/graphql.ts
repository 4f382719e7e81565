import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

/** The API's own types: every document is checked against schema.graphql. */
export const graphql = /* @__PURE__ */ initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; LocalDate: string; DateTime: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
