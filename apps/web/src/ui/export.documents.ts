import { graphql, type ResultOf, type VariablesOf } from '../gql/graphql';

export const ExportListDocument = graphql(`
  mutation ExportList(
    $list: ListName!
    $format: SheetFormat!
    $filter: ListFilterInput
    $substitute: Boolean
  ) {
    exportList(list: $list, format: $format, filter: $filter, substitute: $substitute) {
      name
      rows
      content
      characterCount
      characters {
        row
        head
        character
        written
      }
    }
  }
`);
type Variables = VariablesOf<typeof ExportListDocument>;
export type ListName = Variables['list'];
export type SheetFormat = Variables['format'];
export type ListFilter = NonNullable<Variables['filter']>;
export type ListFile = ResultOf<typeof ExportListDocument>['exportList'];
