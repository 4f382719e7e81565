import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

const Line = graphql(`
  fragment ImportLine on TableImport {
    id
    kind
    status
    fileName
    encoding
    requestedByName
    createdAt
    appliedAt
    undoUntil
    undoneAt
    counts {
      state
      outcome
      count
    }
  }
`);

export const ImportsDocument = graphql(
  `
    query Imports($first: Int, $after: String) {
      tableImports(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ImportLine
          }
        }
      }
    }
  `,
  [Line],
);
export type ImportLine = ResultOf<typeof ImportsDocument>['tableImports']['edges'][number]['node'];

export const ImportDocument = graphql(
  `
    query Import($id: ID!, $first: Int, $after: String, $only: [ImportRowOutcome!]) {
      tableImport(id: $id) {
        ...ImportLine
        headers
        mapping {
          column
          head
        }
        columns {
          name
          title
          hint
          needed
        }
        rows(first: $first, after: $after, only: $only) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              no
              state
              outcome
              recordId
              messages {
                isError
                text
              }
              cells {
                column
                value
                isFixed
                messages {
                  isError
                  text
                }
              }
            }
          }
        }
      }
    }
  `,
  [Line],
);
export type Brought = ResultOf<typeof ImportDocument>['tableImport'];
export type BroughtRow = Brought['rows']['edges'][number]['node'];
export type Outcome = BroughtRow['outcome'];

export const TemplateDocument = graphql(`
  query ImportTemplate($kind: ImportKind!, $municipalityId: ID) {
    importTemplate(kind: $kind, municipalityId: $municipalityId) {
      name
      content
    }
  }
`);
export type ImportKind = VariablesOf<typeof TemplateDocument>['kind'];

export const KitTownsDocument = graphql(`
  query KitTowns {
    places {
      id
      name
      nameEn
    }
  }
`);

export const MapImportDocument = graphql(
  `
    mutation MapImport($id: ID!, $mapping: [ImportMappingInput!]!) {
      mapTableImport(id: $id, mapping: $mapping) {
        ...ImportLine
      }
    }
  `,
  [Line],
);

export const FixImportDocument = graphql(
  `
    mutation FixImport($id: ID!, $fixes: [ImportFixInput!]!) {
      fixTableImport(id: $id, fixes: $fixes) {
        ...ImportLine
      }
    }
  `,
  [Line],
);

export const ApplyImportDocument = graphql(
  `
    mutation ApplyImport($id: ID!) {
      applyTableImport(id: $id) {
        ...ImportLine
      }
    }
  `,
  [Line],
);

export const UndoImportDocument = graphql(
  `
    mutation UndoImport($id: ID!) {
      undoTableImport(id: $id) {
        ...ImportLine
      }
    }
  `,
  [Line],
);

export const DiscardImportDocument = graphql(
  `
    mutation DiscardImport($id: ID!) {
      discardTableImport(id: $id) {
        ...ImportLine
      }
    }
  `,
  [Line],
);

export const ExportFaultsDocument = graphql(`
  mutation ExportFaults($id: ID!) {
    exportImportFaults(id: $id) {
      name
      content
    }
  }
`);
