import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

/** A line of a list. */
export const RequestLine = graphql(`
  fragment RequestLine on SupportRequest {
    id
    number
    title
    status
    urgency
    createdAt
    submittedAt
    deadlineOn
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
  }
`);

export type RequestLineRow = FragmentOf<typeof RequestLine>;

export const RequestListDocument = graphql(
  `
    query RequestList($first: Int, $after: String, $filter: SupportRequestFilter) {
      supportRequests(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...RequestLine
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
  [RequestLine],
);

export type RequestSort = NonNullable<RequestFilter['sortBy']>;
export type RequestFilter = NonNullable<VariablesOf<typeof RequestListDocument>['filter']>;

export const RequestFull = graphql(`
  fragment RequestFull on SupportRequest {
    id
    version
    number
    status
    title
    trouble
    themeId
    groupId
    urgency
    mode
    visits
    visitMinutes
    minGapDays
    earliestOn
    deadlineOn
    wished {
      date
      half
    }
    possible {
      date
      half
    }
    answered
    answerBy
    onlyWished
    entrustSelection
    contactSection
    approvalNumber
    consultationId
    outcome
    asked
    submittedAt
    viewerActions
    municipality {
      id
      name
      nameEn
      kana
    }
    theme {
      id
      groupId
      name
      nameEn
    }
    expertField {
      id
      name
      nameEn
      fiscalYear
    }
    specialist {
      id
      name
      nameEn
      kana
    }
    shortlist {
      specialistId
      specialist {
        id
        name
        nameEn
        kana
        profile {
          id
          name
          nameEn
        }
      }
      position
      townRank
      answer
      answerReason
      offeredAt
    }
    history {
      fromStatus
      toStatus
      actorRole
      actorName
      actorPost
      reason
      at
    }
  }
`);

export type RequestRow = FragmentOf<typeof RequestFull>;
export type RequestStatus = RequestRow['status'];
export type RequestAction = RequestRow['viewerActions'][number];

export const RequestDocument = graphql(
  `
    query Request($id: ID!) {
      supportRequest(id: $id) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export type RequestResult = ResultOf<typeof RequestDocument>;
