import { graphql } from '../gql/graphql';

export const SaveViewDocument = graphql(`
  mutation SaveView($input: SavedViewInput!) {
    saveView(input: $input) {
      id
    }
  }
`);

export const ChangeSavedViewDocument = graphql(`
  mutation ChangeSavedView($id: ID!, $name: String!, $isDefault: Boolean!) {
    changeSavedView(id: $id, name: $name, isDefault: $isDefault) {
      id
    }
  }
`);

export const RemoveSavedViewDocument = graphql(`
  mutation RemoveSavedView($id: ID!) {
    removeSavedView(id: $id)
  }
`);
