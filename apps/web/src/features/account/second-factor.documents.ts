import { graphql, type ResultOf } from '../../gql/graphql';

export const MySecondFactorDocument = graphql(`
  query MySecondFactor {
    mySecondFactor {
      totpSince
      passkeys {
        id
        name
        createdAt
        lastUsedAt
      }
      recoveryCodesLeft
      demanded
    }
  }
`);

export const BeginTotpDocument = graphql(`
  mutation BeginTotp($presentPassword: String!) {
    beginTotp(presentPassword: $presentPassword) {
      key
      address
    }
  }
`);

export const ConfirmTotpDocument = graphql(`
  mutation ConfirmTotp($code: String!) {
    confirmTotp(code: $code) {
      codes
    }
  }
`);

export const ReissueRecoveryCodesDocument = graphql(`
  mutation ReissueRecoveryCodes($input: SecondFactorProofInput!) {
    reissueRecoveryCodes(input: $input) {
      codes
    }
  }
`);

export const RemoveTotpDocument = graphql(`
  mutation RemoveTotp($input: SecondFactorProofInput!) {
    removeTotp(input: $input)
  }
`);

export type PasskeyRow = ResultOf<typeof MySecondFactorDocument>['mySecondFactor']['passkeys'][number];

export const BeginPasskeyDocument = graphql(`
  mutation BeginPasskey($presentPassword: String!) {
    beginPasskey(presentPassword: $presentPassword)
  }
`);

export const RegisterPasskeyDocument = graphql(`
  mutation RegisterPasskey($input: PasskeyAnswerInput!) {
    registerPasskey(input: $input) {
      codes
    }
  }
`);

export const RemovePasskeyDocument = graphql(`
  mutation RemovePasskey($id: ID!, $presentPassword: String!) {
    removePasskey(id: $id, presentPassword: $presentPassword)
  }
`);
