import { graphql, type ResultOf } from '../../gql/graphql';

export const RotationsDocument = graphql(`
  query Rotations {
    rotations {
      id
      title
      on
      status
    }
  }
`);

export const RotationDocument = graphql(`
  query Rotation($id: ID!) {
    rotation(id: $id) {
      id
      title
      on
      status
      version
      appliedAt
      moves {
        specialistId
        leavesId
        obstacles
        gate
        specialist {
          id
          name
          nameEn
        }
        leaves {
          id
          post
          municipality {
            id
            name
            nameEn
          }
        }
        goesTo {
          agreementId
          municipalityId
          post
          weekly
          endsOn
          municipality {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);
export type RotationRecord = ResultOf<typeof RotationDocument>['rotation'];
export type Move = RotationRecord['moves'][number];

export const DraftRotationDocument = graphql(`
  mutation DraftRotation($input: RotationInput!) {
    draftRotation(input: $input) {
      id
      version
    }
  }
`);

export const ApplyRotationDocument = graphql(`
  mutation ApplyRotation($id: ID!) {
    applyRotation(id: $id) {
      id
      status
    }
  }
`);

export const WithdrawRotationDocument = graphql(`
  mutation WithdrawRotation($id: ID!) {
    withdrawRotation(id: $id) {
      id
      status
    }
  }
`);
