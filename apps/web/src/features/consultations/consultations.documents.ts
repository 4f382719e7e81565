import { type FragmentOf, graphql, type VariablesOf } from '../../gql/graphql';

export const ConsultationLine = graphql(`
  fragment ConsultationLine on Consultation {
    id
    number
    status
    question
    dueAt
    escalatedAt
    createdAt
    municipality {
      id
      name
      nameEn
      kana
    }
    theme {
      id
      name
      nameEn
    }
    specialist {
      id
      name
      nameEn
      kana
    }
  }
`);

export type ConsultationLineRow = FragmentOf<typeof ConsultationLine>;
export type ConsultationStatus = ConsultationLineRow['status'];

export const ConsultationListDocument = graphql(
  `
    query ConsultationList($first: Int, $after: String, $filter: ConsultationFilter) {
      consultations(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...ConsultationLine
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
  [ConsultationLine],
);

export type ConsultationFilter = NonNullable<VariablesOf<typeof ConsultationListDocument>['filter']>;

const Candidate = graphql(`
  fragment DeskCandidateFacts on DeskCandidate {
    specialistId
    suitable
    fieldMatch
    essentialMet
    essentialTotal
    onDuty
    openConsultations
    specialist {
      id
      name
      nameEn
      kana
    }
  }
`);

export type CandidateRow = FragmentOf<typeof Candidate>;

export const ConsultationFull = graphql(
  `
    fragment ConsultationFull on Consultation {
      ...ConsultationLine
      version
      expertField {
        id
        name
        nameEn
        fiscalYear
      }
      contactSection
      answer
      answeredAt
      supportRequestId
      viewerActions
      history {
        fromStatus
        toStatus
        actorName
        actorRole
        reason
        at
      }
      assignment {
        decidedBy
        chosen {
          ...DeskCandidateFacts
        }
        runnersUp {
          ...DeskCandidateFacts
        }
      }
    }
  `,
  [ConsultationLine, Candidate],
);

export type ConsultationRow = FragmentOf<typeof ConsultationFull>;

export const ConsultationDocument = graphql(
  `
    query Consultation($id: ID!) {
      consultation(id: $id) {
        ...ConsultationFull
      }
    }
  `,
  [ConsultationFull],
);

export const AskDocument = graphql(
  `
    mutation AskExpert($input: ConsultationInput!, $municipalityId: ID) {
      askExpert(input: $input, municipalityId: $municipalityId) {
        ...ConsultationFull
      }
    }
  `,
  [ConsultationFull],
);

export const AskChoicesDocument = graphql(`
  query AskChoices($withTowns: Boolean!) {
    supportThemes {
      id
      name
      nameEn
    }
    places @include(if: $withTowns) {
      id
      name
      nameEn
    }
  }
`);

export const withWords = {
  ANSWER: graphql(
    `
      mutation AnswerConsultation($id: ID!, $words: String!) {
        answerConsultation(id: $id, answer: $words) {
          ...ConsultationFull
        }
      }
    `,
    [ConsultationFull],
  ),
  ASK_FURTHER: graphql(
    `
      mutation AskFurther($id: ID!, $words: String!) {
        askFurther(id: $id, question: $words) {
          ...ConsultationFull
        }
      }
    `,
    [ConsultationFull],
  ),
  WITHDRAW: graphql(
    `
      mutation WithdrawConsultation($id: ID!, $words: String!) {
        withdrawConsultation(id: $id, reason: $words) {
          ...ConsultationFull
        }
      }
    `,
    [ConsultationFull],
  ),
};

export const CloseDocument = graphql(
  `
    mutation CloseConsultation($id: ID!) {
      closeConsultation(id: $id) {
        ...ConsultationFull
      }
    }
  `,
  [ConsultationFull],
);

export const ReassignDocument = graphql(
  `
    mutation ReassignConsultation($id: ID!, $specialistId: ID!, $reason: String!, $seen: ID!) {
      reassignConsultation(id: $id, specialistId: $specialistId, reason: $reason, seen: $seen) {
        ...ConsultationFull
      }
    }
  `,
  [ConsultationFull],
);

export const DeskPeopleDocument = graphql(`
  query DeskPeople {
    specialists(first: 100, filter: { active: true }) {
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
