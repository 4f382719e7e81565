import { type FragmentOf, graphql, type ResultOf } from '../../../gql/graphql';
import { VisitLine } from '../visits.documents';

export const ProposalLine = graphql(`
  fragment ProposalLine on VisitProposal {
    id
    visitId
    side
    status
    note
    madeByName
    madeAt
    settledByName
    settledAt
    reason
    acceptedSlot
    viewerActions
    slots {
      from
      to
    }
  }
`);

export type Proposal = FragmentOf<typeof ProposalLine>;

/** A visit, and what was asked for it: whoever changes one of them sees the other anew. */
const ProposalWithVisit = graphql(
  `
    fragment ProposalWithVisit on VisitProposal {
      ...ProposalLine
      visit {
        ...VisitLine
      }
    }
  `,
  [ProposalLine, VisitLine],
);

export const VisitProposalsDocument = graphql(
  `
    query VisitProposals($id: ID!) {
      visit(id: $id) {
        id
        proposals {
          ...ProposalLine
        }
      }
    }
  `,
  [ProposalLine],
);

export const OpenProposalsDocument = graphql(
  `
    query OpenProposals($first: Int, $after: String) {
      openVisitProposals(first: $first, after: $after) {
        edges {
          node {
            ...ProposalWithVisit
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
  [ProposalWithVisit],
);

const Open = graphql(`
  fragment Open on OpenSlot {
    slot {
      startsAt
      endsAt
      nightBefore
      nightAfter
    }
    effects {
      travelMinutes
      travelMore
      daysLeft
      near {
        isSameDay
        municipality {
          id
          name
          nameEn
        }
      }
      warnings {
        ja
        en
      }
    }
  }
`);

export type OpenSlot = FragmentOf<typeof Open>;

export const OpenSlotsDocument = graphql(
  `
    query OpenSlots($visitId: ID!) {
      visitOpenSlots(visitId: $visitId) {
        ...Open
      }
    }
  `,
  [Open],
);

export const JudgedDocument = graphql(
  `
    query JudgedProposal($id: ID!) {
      judgedProposal(id: $id) {
        index
        proposed {
          from
          to
        }
        open {
          ...Open
        }
      }
    }
  `,
  [Open],
);

export const ProposeDocument = graphql(
  `
    mutation ProposeOtherDay($input: ProposeOtherDayInput!) {
      proposeOtherDay(input: $input) {
        ...ProposalWithVisit
      }
    }
  `,
  [ProposalWithVisit],
);

export const AskDocument = graphql(
  `
    mutation AskOtherDay($input: AskOtherDayInput!) {
      askOtherDay(input: $input) {
        ...ProposalWithVisit
      }
    }
  `,
  [ProposalWithVisit],
);

export const WithdrawDocument = graphql(
  `
    mutation WithdrawVisitProposal($id: ID!) {
      withdrawVisitProposal(id: $id) {
        ...ProposalWithVisit
      }
    }
  `,
  [ProposalWithVisit],
);

export const RefuseDocument = graphql(
  `
    mutation RefuseVisitProposal($id: ID!, $reason: String!) {
      refuseVisitProposal(id: $id, reason: $reason) {
        ...ProposalWithVisit
      }
    }
  `,
  [ProposalWithVisit],
);

export const AcceptDayDocument = graphql(
  `
    mutation AcceptVisitProposal($id: ID!, $slot: Int!, $reason: String) {
      acceptVisitProposal(id: $id, slot: $slot, reason: $reason) {
        ...ProposalWithVisit
      }
    }
  `,
  [ProposalWithVisit],
);

export const FallenOptionsDocument = graphql(`
  query FallenOptions($visitId: ID!) {
    fallenVisitOptions(visitId: $visitId) {
      key
      kind
      towns
      travelMinutes
      changes {
        kind
        visitNo
        supportRequestId
        supportRequest {
          id
          title
          municipality {
            id
            name
            nameEn
          }
        }
        before {
          startsAt
          endsAt
          mode
          specialist {
            id
            name
            nameEn
          }
        }
        after {
          startsAt
          endsAt
          mode
          specialist {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

export type FallenOption = ResultOf<typeof FallenOptionsDocument>['fallenVisitOptions'][number];

export const AdoptDocument = graphql(`
  mutation AdoptFallenOption($input: FallenOptionInput!) {
    adoptFallenOption(input: $input) {
      id
      version
    }
  }
`);

export const LeaveGapDocument = graphql(
  `
    mutation LeaveVisitGap($id: ID!) {
      leaveVisitGap(id: $id) {
        ...VisitLine
      }
    }
  `,
  [VisitLine],
);
