import { graphql } from '../../gql/graphql';

export const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: PasswordChangeInput!) {
    changePassword(input: $input)
  }
`);
