import { graphql, type ResultOf } from '../../gql/graphql';

export const SignInDocument = graphql(`
  mutation SignIn($loginId: String!, $password: String!, $code: String) {
    signIn(loginId: $loginId, password: $password, code: $code) {
      name
      role
      prefectureId
      municipality {
        id
      }
      specialistId
    }
  }
`);

export type SignedIn = ResultOf<typeof SignInDocument>['signIn'];

export const BeginPasskeySignInDocument = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn
  }
`);

export const SignInWithPasskeyDocument = graphql(`
  mutation SignInWithPasskey($response: String!) {
    signInWithPasskey(response: $response) {
      name
      role
      prefectureId
      municipality {
        id
      }
      specialistId
    }
  }
`);
