import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Said = graphql(`
  fragment QuotaSaid on Quota {
    id
    version
    name
    scope
    municipalityId
    supportRequestId
    agreementId
    themeId
    period
    fiscalYear
    unit
    counts
    limit
    warnPercent
    note
    source
    raisedReason
    endedAt
    endedReason
    setByName
    setAt
  }
`);

export type QuotaRow = FragmentOf<typeof Said>;

const Use = graphql(`
  fragment QuotaCount on QuotaUse {
    span
    used
    limit
    state
    withMore
    stateWithMore
    municipality {
      id
      name
      nameEn
    }
    supportRequest {
      id
      number
      title
    }
    quota {
      id
      name
      unit
      counts
    }
  }
`);

export type UseRow = FragmentOf<typeof Use>;

export const QuotaUsesDocument = graphql(
  `
    query QuotaUses($ended: Boolean!) {
      quotaUses(ended: $ended) {
        quota {
          ...QuotaSaid
        }
        uses {
          ...QuotaCount
        }
      }
    }
  `,
  [Said, Use],
);

export type QuotaWithUse = ResultOf<typeof QuotaUsesDocument>['quotaUses'][number];

export const QuotaDocument = graphql(
  `
    query Quota($id: ID!) {
      quota(id: $id) {
        quota {
          ...QuotaSaid
        }
        uses {
          ...QuotaCount
        }
      }
    }
  `,
  [Said, Use],
);

export const RequestQuotasDocument = graphql(
  `
    query RequestQuotas($supportRequestId: ID!) {
      requestQuotas(supportRequestId: $supportRequestId) {
        ...QuotaCount
      }
    }
  `,
  [Use],
);

export const QuotaChoicesDocument = graphql(`
  query QuotaChoices {
    places {
      id
      name
      nameEn
    }
    supportThemes {
      id
      name
      nameEn
    }
  }
`);

export const SetQuotaDocument = graphql(
  `
    mutation SetQuota($input: QuotaInput!) {
      setQuota(input: $input) {
        quota {
          ...QuotaSaid
        }
      }
    }
  `,
  [Said],
);

export const ReviseQuotaDocument = graphql(
  `
    mutation ReviseQuota($id: ID!, $input: QuotaTermsInput!, $seen: ID!) {
      reviseQuota(id: $id, input: $input, seen: $seen) {
        quota {
          ...QuotaSaid
        }
      }
    }
  `,
  [Said],
);

export const RaiseQuotaDocument = graphql(
  `
    mutation RaiseQuota($id: ID!, $limit: Int!, $reason: String!, $seen: ID!) {
      raiseQuota(id: $id, limit: $limit, reason: $reason, seen: $seen) {
        quota {
          ...QuotaSaid
        }
      }
    }
  `,
  [Said],
);

export const EndQuotaDocument = graphql(
  `
    mutation EndQuota($id: ID!, $reason: String!) {
      endQuota(id: $id, reason: $reason) {
        quota {
          ...QuotaSaid
        }
      }
    }
  `,
  [Said],
);
