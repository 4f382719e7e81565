import { type FragmentOf, graphql, type VariablesOf } from '../../gql/graphql';

export const VisitLine = graphql(`
  fragment VisitLine on Visit {
    id
    visitNo
    mode
    startsAt
    endsAt
    travelBeforeMinutes
    travelAfterMinutes
    nightBefore
    nightAfter
    status
    pinned
    cancelSide
    declineKind
    answerBy
    gap
    viewerActions
    proposals {
      id
      status
    }
    supportRequest {
      id
      title
      number
    }
    municipality {
      id
      name
      nameEn
      kana
      officeLat
      officeLng
    }
    specialist {
      id
      name
      nameEn
      kana
    }
  }
`);

export type VisitRow = FragmentOf<typeof VisitLine>;
export type VisitStatus = VisitRow['status'];

export const VisitListDocument = graphql(
  `
    query VisitList($first: Int, $after: String, $filter: VisitFilter) {
      visits(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...VisitLine
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
  [VisitLine],
);

export type VisitSort = NonNullable<VisitFilter['sortBy']>;
export type VisitFilter = NonNullable<VariablesOf<typeof VisitListDocument>['filter']>;

/** A visit as its page shows it. */
export const VisitWhole = graphql(
  `
    fragment VisitWhole on Visit {
      ...VisitLine
      history {
        fromStatus
        toStatus
        actorName
        reason
        at
        movedFrom {
          startsAt
          endsAt
          specialist {
            id
            name
            nameEn
            kana
          }
        }
        movedTo {
          startsAt
          endsAt
          specialist {
            id
            name
            nameEn
            kana
          }
        }
      }
    }
  `,
  [VisitLine],
);

export const VisitDocument = graphql(
  `
    query Visit($id: ID!) {
      visit(id: $id) {
        ...VisitWhole
      }
    }
  `,
  [VisitWhole],
);

export const MonthDaysDocument = graphql(`
  query MonthDays($specialistId: ID!, $filter: VisitFilter) {
    specialist(id: $specialistId) {
      id
      monthlyDays
    }
    visits(first: 100, filter: $filter) {
      edges {
        node {
          id
          startsAt
        }
      }
    }
  }
`);

export const PeopleDocument = graphql(`
  query VisitPeople {
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

export const AcceptDocument = graphql(
  `
    mutation AcceptVisit($id: ID!, $seenStartsAt: DateTime) {
      acceptVisit(id: $id, seenStartsAt: $seenStartsAt) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);

export const TakeBackDocument = graphql(
  `
    mutation TakeBackAcceptance($id: ID!) {
      takeBackAcceptance(id: $id) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);

export const DeclineDocument = graphql(
  `
    mutation DeclineVisit($id: ID!, $kind: DeclineKind!, $reason: String) {
      declineVisit(id: $id, kind: $kind, reason: $reason) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);

export const CompleteDocument = graphql(
  `
    mutation CompleteVisit($id: ID!) {
      completeVisit(id: $id) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);

export const CancelDocument = graphql(
  `
    mutation CancelVisit($id: ID!, $reason: String!, $side: CancelSide!) {
      cancelVisit(id: $id, reason: $reason, side: $side) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);

export const PinDocument = graphql(
  `
    mutation PinVisit($id: ID!, $pinned: Boolean!) {
      pinVisit(id: $id, pinned: $pinned) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);

export const VisitFileDocument = graphql(`
  query VisitCalendarFile($id: ID!) {
    visitCalendarFile(id: $id) {
      name
      text
    }
  }
`);
