import { graphql, type ResultOf } from '../../gql/graphql';

export const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: PasswordChangeInput!) {
    changePassword(input: $input)
  }
`);

export const MySessionsDocument = graphql(`
  query MySessions {
    mySessions {
      id
      browser
      system
      createdAt
      lastSeenAt
      current
    }
  }
`);

export type SessionRow = ResultOf<typeof MySessionsDocument>['mySessions'][number];

export const EndSessionDocument = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);

export const SignOutEverywhereDocument = graphql(`
  mutation SignOutEverywhere($keepThis: Boolean!) {
    signOutEverywhere(keepThis: $keepThis)
  }
`);

export const MyMembershipsDocument = graphql(`
  query MyMemberships {
    myMemberships {
      id
      role
      placeName
      placeNameEn
      current
    }
  }
`);

export const SwitchMembershipDocument = graphql(`
  mutation SwitchMembership($id: ID!) {
    switchMembership(id: $id)
  }
`);

export const ExportMyDataDocument = graphql(`
  mutation ExportMyData {
    exportMyData {
      name
      content
    }
  }
`);

export const ChooseViewDocument = graphql(`
  mutation ChooseView($input: ViewSettingsInput!) {
    chooseView(input: $input) {
      calendar
      furigana
      density
      singleKeys
    }
  }
`);
