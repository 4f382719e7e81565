import { graphql, type ResultOf } from '../../gql/graphql';

export const FeedsDocument = graphql(`
  query CalendarFeeds {
    serverInfo {
      calendarFeeds
    }
    calendarFeeds {
      id
      name
      issuedByName
      createdAt
      lastUsedAt
    }
  }
`);
export type FeedRow = ResultOf<typeof FeedsDocument>['calendarFeeds'][number];

export const IssueFeedDocument = graphql(`
  mutation IssueCalendarFeed($name: String!) {
    issueCalendarFeed(name: $name) {
      path
      feed {
        id
        name
      }
    }
  }
`);

export const RenewFeedDocument = graphql(`
  mutation RenewCalendarFeed($id: ID!) {
    renewCalendarFeed(id: $id) {
      path
      feed {
        id
        name
      }
    }
  }
`);

export const RevokeFeedDocument = graphql(`
  mutation RevokeCalendarFeed($id: ID!) {
    revokeCalendarFeed(id: $id) {
      id
    }
  }
`);
