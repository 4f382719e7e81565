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
    example
    exampleEn
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

export type FormChoices = ResultOf<typeof FormChoicesDocument>;

/** For the hub, which writes for a town that telephones. */
export const TownChoicesDocument = graphql(`
  query TownChoices($prefectureId: ID!) {
    municipalities(prefectureId: $prefectureId, first: 100) {
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
