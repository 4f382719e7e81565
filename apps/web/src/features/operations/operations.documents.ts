import { graphql, type ResultOf } from '../../gql/graphql';

export const InstallationDocument = graphql(`
  query Installation {
    installation {
      version
      postgresVersion
      queueBackend
      schemaChanges
      pendingChanges
      auditSealedAt
      outbox {
        waiting
        oldestWaitingSeconds
        dead
      }
      prefectures {
        id
        name
        nameEn
        hubAccounts
        towns
      }
    }
  }
`);

export type InstallationState = ResultOf<typeof InstallationDocument>['installation'];

export const DeadOutboxRowsDocument = graphql(`
  query DeadOutboxRows($first: Int, $after: String) {
    deadOutboxRows(first: $first, after: $after) {
      edges {
        node {
          id
          job
          failures
          sends
          error
          deadAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type DeadRow = ResultOf<typeof DeadOutboxRowsDocument>['deadOutboxRows']['edges'][number]['node'];

export const RetryOutboxRowsDocument = graphql(`
  mutation RetryOutboxRows($ids: [ID!]!) {
    retryOutboxRows(ids: $ids) {
      retried
      noLongerDead
    }
  }
`);

export const PrefecturesDocument = graphql(`
  query Prefectures {
    prefectures {
      id
      name
      nameEn
    }
  }
`);

export const InviteFirstHubAccountDocument = graphql(`
  mutation InviteFirstHubAccount($prefectureId: ID!, $forName: String!) {
    inviteFirstHubAccount(prefectureId: $prefectureId, forName: $forName) {
      token
      invitation {
        id
        forName
        expiresAt
        placeName
        placeNameEn
      }
    }
  }
`);
