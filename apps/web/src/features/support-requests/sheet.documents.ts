import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

export const MakeSheetDocument = graphql(`
  mutation MakeRequestSheet($id: ID!, $audience: Audience!) {
    makeRequestSheet(id: $id, audience: $audience) {
      audience
      passages
      lines {
        field
        value
      }
    }
  }
`);

export type Audience = VariablesOf<typeof MakeSheetDocument>['audience'];
export type RequestSheet = ResultOf<typeof MakeSheetDocument>['makeRequestSheet'];
export type SheetLine = RequestSheet['lines'][number];
