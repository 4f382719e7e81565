import { type FragmentOf, graphql } from '../gql/graphql';

export const Order = graphql(`
  fragment Order on PublicationOrder {
    id
    runId
    status
    version
    dueAt
    words
    orderedByName
    orderedAt
    settledByName
    refusal {
      ja
      en
    }
  }
`);

export type OrderRow = FragmentOf<typeof Order>;

/** Asked again every few seconds while something waits. */
export const WaitingDocument = graphql(
  `
    query PublicationOrders {
      publicationOrders {
        ...Order
      }
    }
  `,
  [Order],
);

export const ScheduleDocument = graphql(
  `
    mutation SchedulePublication($id: ID!, $only: [ID!], $callOff: [ID!], $words: String) {
      schedulePublication(id: $id, only: $only, callOff: $callOff, words: $words) {
        ...Order
      }
    }
  `,
  [Order],
);

export const TakeBackDocument = graphql(
  `
    mutation TakeBackPublication($id: ID!) {
      takeBackPublication(id: $id) {
        ...Order
      }
    }
  `,
  [Order],
);

export const SendNowDocument = graphql(
  `
    mutation SendPublicationNow($id: ID!) {
      sendPublicationNow(id: $id) {
        ...Order
      }
    }
  `,
  [Order],
);

export const PresentDocument = graphql(`
  mutation BePresent($runId: ID!, $here: Boolean!) {
    bePresent(runId: $runId, here: $here) {
      accountId
      name
      since
    }
  }
`);
