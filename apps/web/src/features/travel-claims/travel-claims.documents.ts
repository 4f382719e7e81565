import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

const Claim = graphql(`
  fragment TravelClaimRow on TravelClaim {
    id
    number
    status
    version
    fromOn
    toOn
    startsFrom
    endsAt
    shareRule
    withoutMoney
    totalYen
    submittedAt
    approvedAt
    paidOn
    viewerActions
    specialist {
      id
      name
      nameEn
    }
    visits {
      visitId
      onDate
      halfDays
      chargedMonth
      municipality {
        id
        name
        nameEn
      }
    }
  }
`);
export type ClaimRow = FragmentOf<typeof Claim>;
export type ClaimStatus = ClaimRow['status'];

export const ClaimsDocument = graphql(
  `
    query TravelClaims($first: Int, $after: String, $filter: TravelClaimFilter) {
      travelClaims(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...TravelClaimRow
          }
        }
      }
    }
  `,
  [Claim],
);
export type ClaimFilter = NonNullable<VariablesOf<typeof ClaimsDocument>['filter']>;

const Amount = graphql(`
  fragment TravelAmountRow on TravelAmount {
    kind
    onDate
    yen
    clauseJa
    clauseEn
    formulaJa
    formulaEn
  }
`);
export type AmountRow = FragmentOf<typeof Amount>;

export const ClaimDocument = graphql(
  `
    query TravelClaim($id: ID!) {
      travelClaim(id: $id) {
        ...TravelClaimRow
        journey {
          legs {
            id
            onDate
            fromName
            toName
            mode
            meters
            fareYen
            minutes
          }
          nights {
            id
            onDate
            placeName
            regionId
            paid
            meals
            beyondReason
          }
          receipts {
            id
            kind
            onDate
            yen
            note
          }
        }
        figures {
          granted
          rules {
            rule {
              id
              title
              checked
              version
              validFrom
            }
            lines {
              ...TravelAmountRow
            }
            yen
          }
          fees {
            ...TravelAmountRow
          }
          shares {
            visitId
            payerName
            yen
            feeYen
          }
          missing {
            kind
            onDate
            what
            yen
          }
          withoutRule
          agreedPrice
          totalYen
        }
        history {
          fromStatus
          toStatus
          actorName
          reason
          at
        }
      }
    }
  `,
  [Claim, Amount],
);
export type ClaimRecord = ResultOf<typeof ClaimDocument>['travelClaim'];
export type Journey = ClaimRecord['journey'];
export type ClaimFigures = ClaimRecord['figures'];

export const UnclaimedDocument = graphql(`
  query UnclaimedVisits {
    unclaimedVisits {
      id
      mode
      startsAt
      endsAt
      status
      municipality {
        id
        name
        nameEn
      }
    }
  }
`);
export type UnclaimedVisit = ResultOf<typeof UnclaimedDocument>['unclaimedVisits'][number];

export const VisitClaimDocument = graphql(`
  query VisitClaim($id: ID!) {
    visit(id: $id) {
      id
      status
      mode
    }
    travelClaims(first: 1, filter: { visitId: $id }) {
      edges {
        node {
          id
          status
          totalYen
          withoutMoney
        }
      }
    }
  }
`);

export const StartClaimDocument = graphql(`
  mutation StartTravelClaim($visitIds: [ID!]!) {
    startTravelClaim(visitIds: $visitIds) {
      id
    }
  }
`);

export const ReviseClaimDocument = graphql(`
  mutation ReviseTravelClaim($input: TravelClaimInput!) {
    reviseTravelClaim(input: $input) {
      id
      version
      totalYen
    }
  }
`);
export type ClaimInput = VariablesOf<typeof ReviseClaimDocument>['input'];

export const SubmitClaimDocument = graphql(`
  mutation SubmitTravelClaim($id: ID!) {
    submitTravelClaim(id: $id) {
      id
      status
      totalYen
    }
  }
`);

export const DiscardClaimDocument = graphql(`
  mutation DiscardTravelClaim($id: ID!) {
    discardTravelClaim(id: $id) {
      id
    }
  }
`);

export const WithoutTravelDocument = graphql(`
  mutation SettleVisitWithoutTravel($visitId: ID!) {
    settleVisitWithoutTravel(visitId: $visitId) {
      id
    }
  }
`);

export const ReturnClaimDocument = graphql(`
  mutation ReturnTravelClaim($id: ID!, $reason: String!) {
    returnTravelClaim(id: $id, reason: $reason) {
      id
      status
    }
  }
`);

export const ApproveClaimDocument = graphql(`
  mutation ApproveTravelClaim($id: ID!) {
    approveTravelClaim(id: $id) {
      id
      status
      number
      totalYen
    }
  }
`);

export const PayClaimDocument = graphql(`
  mutation PayTravelClaim($id: ID!, $paidOn: LocalDate!) {
    payTravelClaim(id: $id, paidOn: $paidOn) {
      id
      status
    }
  }
`);

export const ClaimPaperDocument = graphql(`
  mutation TravelClaimPaper($id: ID!) {
    makeTravelClaimPaper(id: $id) {
      name
      content
    }
  }
`);

export const TotalsDocument = graphql(`
  query TravelTotals($from: LocalDate!, $to: LocalDate!) {
    travelTotals(from: $from, to: $to) {
      specialistId
      municipalityId
      month
      visits
      yen
      feeYen
      specialist {
        id
        name
        nameEn
      }
      municipality {
        id
        name
        nameEn
      }
    }
  }
`);
export type TotalRow = ResultOf<typeof TotalsDocument>['travelTotals'][number];

export const ClaimantsDocument = graphql(`
  query Claimants {
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
