import { graphql, type ResultOf } from '../../gql/graphql';

const Row = graphql(`
  fragment PersonRow on Person {
    id
    version
    name
    nameEn
    loginId
    role
    duties
    municipality {
      id
      name
      nameEn
    }
    lastSignInAt
    mayManage
    isSelf
  }
`);

const Open = graphql(`
  fragment OpenInvitation on Invitation {
    id
    forName
    role
    duties
    placeName
    placeNameEn
    issuedByName
    expiresAt
  }
`);

export const PeopleDocument = graphql(
  `
    query People($first: Int, $after: String, $filter: PeopleFilterInput) {
      people(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...PersonRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [Row],
);

export type PersonRow = ResultOf<typeof PeopleDocument>['people']['edges'][number]['node'];

export const OpenInvitationsDocument = graphql(
  `
    query OpenInvitations {
      openInvitations {
        ...OpenInvitation
      }
    }
  `,
  [Open],
);

export type InvitationRow = ResultOf<typeof OpenInvitationsDocument>['openInvitations'][number];

/** The towns whose people the hub lists. */
export const TownsOfPeopleDocument = graphql(`
  query TownsOfPeople {
    places {
      id
      name
      nameEn
    }
  }
`);

/** Where somebody can be invited to, from the hub. */
export const InvitablePlacesDocument = graphql(`
  query InvitablePlaces {
    places {
      id
      name
      nameEn
    }
    specialists(first: 100) {
      edges {
        node {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export const InvitePersonDocument = graphql(
  `
    mutation InvitePerson($input: InvitationInput!) {
      invitePerson(input: $input) {
        token
        invitation {
          ...OpenInvitation
        }
      }
    }
  `,
  [Open],
);

export type Issued = ResultOf<typeof InvitePersonDocument>['invitePerson'];

export const WithdrawInvitationDocument = graphql(`
  mutation WithdrawInvitation($id: ID!) {
    withdrawInvitation(id: $id) {
      id
    }
  }
`);

export const ChangeDutiesDocument = graphql(
  `
    mutation ChangeDuties($id: ID!, $duties: [Duty!]!, $seen: ID!) {
      changeDuties(id: $id, duties: $duties, seen: $seen) {
        ...PersonRow
      }
    }
  `,
  [Row],
);

export const EndMembershipDocument = graphql(`
  mutation EndMembership($id: ID!) {
    endMembership(id: $id) {
      id
    }
  }
`);

export const IssuePasswordResetDocument = graphql(`
  mutation IssuePasswordReset($id: ID!, $lostDevice: Boolean!) {
    issuePasswordReset(id: $id, lostDevice: $lostDevice) {
      token
      expiresAt
    }
  }
`);

/** What somebody has begun and not ended. */
export const OpenWorkDocument = graphql(`
  query OpenWork($id: ID!) {
    openWork(id: $id) {
      kind
      id
      number
      title
    }
  }
`);

export const ColleaguesDocument = graphql(`
  query Colleagues($municipalityId: ID) {
    people(first: 100, filter: { municipalityId: $municipalityId }) {
      edges {
        node {
          id
          name
          nameEn
          role
          duties
        }
      }
    }
  }
`);

export const HandOverDocument = graphql(`
  mutation HandOverWork($input: HandOverInput!) {
    handOverWork(input: $input) {
      kind
      id
    }
  }
`);
