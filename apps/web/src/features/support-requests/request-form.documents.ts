import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';
import { RequestFull } from './requests.documents';

const Theme = graphql(`
  fragment FormTheme on SupportTheme {
    id
    groupId
    name
    nameEn
    mode
    visits
    visitMinutes
    minGapDays
    trouble
    troubleEn
    points
    pointsEn
  }
`);

export type ThemeRow = FragmentOf<typeof Theme>;

/** What the form offers to choose from. */
export const FormChoicesDocument = graphql(
  `
    query RequestFormChoices($from: LocalDate!, $to: LocalDate!) {
      troubleGroups {
        id
        name
        nameEn
      }
      supportThemes {
        ...FormTheme
      }
      officeClosures(from: $from, to: $to) {
        date
        name
        nameEn
      }
    }
  `,
  [Theme],
);

/** The themes alone: a title is made of one. */
export const FormThemesDocument = graphql(
  `
    query FormThemes {
      supportThemes {
        ...FormTheme
      }
    }
  `,
  [Theme],
);

export type FormChoices = ResultOf<typeof FormChoicesDocument>;

/** What the town's own rows say before anything is typed. */
export const TownMemoryDocument = graphql(`
  query TownMemory($id: ID!) {
    municipality(id: $id) {
      id
      population
      townProfile {
        itStaff
        busy {
          from
          to
          label
        }
      }
    }
    supportRequests(first: 10) {
      edges {
        node {
          id
          contactSection
          reportSteps {
            what
            dueOn
            status
          }
        }
      }
    }
  }
`);

export type TownMemory = ResultOf<typeof TownMemoryDocument>;

/** Drafts that lie about: whoever begins anew may have begun already. */
export const OwnDraftsDocument = graphql(`
  query OwnDrafts {
    supportRequests(first: 3, filter: { statuses: [DRAFT] }) {
      edges {
        node {
          id
          title
          createdAt
        }
      }
    }
  }
`);

/** Sent, and not ended: who asks for the same twice waits no shorter. */
export const LikeRequestsDocument = graphql(`
  query LikeRequests($themeId: ID!) {
    supportRequests(
      first: 5
      filter: {
        themeId: $themeId
        statuses: [
          AWAITING_INTAKE
          IN_TRIAGE
          SELECTING
          TOWN_REVIEW
          OFFERING
          PREFECTURE_APPROVAL
          DISPATCH_DECIDED
          SCHEDULING
          IN_SUPPORT
          SUSPENDED
        ]
      }
    ) {
      edges {
        node {
          id
          number
          title
          status
        }
      }
    }
  }
`);

/** For the hub, which writes for a town that telephones. */
export const TownChoicesDocument = graphql(`
  query TownChoices {
    places {
      id
      name
      nameEn
    }
  }
`);

export const DraftDocument = graphql(
  `
    mutation DraftRequest($input: SupportRequestInput!, $municipalityId: ID, $purchase: PurchaseInput) {
      draftSupportRequest(input: $input, municipalityId: $municipalityId, purchase: $purchase) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const ReviseDocument = graphql(
  `
    mutation ReviseRequest($id: ID!, $input: SupportRequestInput!, $seen: ID!) {
      reviseSupportRequest(id: $id, input: $input, seen: $seen) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const AskedQuestionDocument = graphql(`
  query AskedQuestion($id: ID!) {
    consultation(id: $id) {
      id
      number
      question
      contactSection
      viewerActions
      municipality {
        id
      }
      theme {
        id
        groupId
        name
        nameEn
      }
    }
  }
`);

export const TurnIntoRequestDocument = graphql(`
  mutation TurnIntoRequest($id: ID!, $input: SupportRequestInput!) {
    turnConsultationIntoRequest(id: $id, input: $input) {
      id
      status
      supportRequestId
    }
  }
`);
