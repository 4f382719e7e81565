import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Invoice = graphql(`
  fragment InvoiceRow on Invoice {
    id
    status
    number
    fromOn
    toOn
    totalYen
    draftedByName
    draftedAt
    issuedByName
    issuedAt
    cancelledByName
    cancelledAt
    cancelReason
    viewerActions
    party {
      id
      name
      nameEn
    }
    agreement {
      id
      number
      title
    }
  }
`);
export type InvoiceRow = FragmentOf<typeof Invoice>;

export const InvoicesDocument = graphql(
  `
    query Invoices($first: Int, $after: String) {
      invoices(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...InvoiceRow
          }
        }
      }
    }
  `,
  [Invoice],
);

const Line = graphql(`
  fragment InvoiceFigure on InvoiceLine {
    id
    item
    label
    clauseNo
    matrixVersion
    fromOn
    toOn
    totalYen
    shareWeight
    shareSum
    remainderYen
    yen
    formulaJa
    formulaEn
    evidence {
      id
      kind
      refId
      onDate
      partyId
      halfDays
      yen
    }
  }
`);
export type InvoiceLineRow = FragmentOf<typeof Line>;

export const InvoiceDocument = graphql(
  `
    query Invoice($id: ID!) {
      invoice(id: $id) {
        ...InvoiceRow
        agreement {
          parties {
            id
            name
            nameEn
          }
        }
        lines {
          ...InvoiceFigure
        }
      }
    }
  `,
  [Invoice, Line],
);
export type InvoiceRecord = ResultOf<typeof InvoiceDocument>['invoice'];

export const InvoiceCheckDocument = graphql(`
  query InvoiceCheck($id: ID!) {
    invoiceDifferences(id: $id) {
      item
      label
      from
      frozenYen
      reckonedYen
    }
  }
`);

export const BillableDocument = graphql(`
  query Billable {
    costAgreements {
      id
      number
      title
      startsOn
      endsOn
      parties {
        id
        name
        nameEn
      }
    }
  }
`);
export type BillableAgreement = ResultOf<typeof BillableDocument>['costAgreements'][number];

export const DraftInvoiceDocument = graphql(
  `
    mutation DraftInvoice($input: InvoiceInput!) {
      draftInvoice(input: $input) {
        ...InvoiceRow
      }
    }
  `,
  [Invoice],
);

export const IssueInvoiceDocument = graphql(
  `
    mutation IssueInvoice($id: ID!) {
      issueInvoice(id: $id) {
        ...InvoiceRow
      }
    }
  `,
  [Invoice],
);

export const DiscardInvoiceDocument = graphql(
  `
    mutation DiscardInvoice($id: ID!) {
      discardInvoice(id: $id) {
        ...InvoiceRow
      }
    }
  `,
  [Invoice],
);

export const CancelInvoiceDocument = graphql(
  `
    mutation CancelInvoice($id: ID!, $reason: String!) {
      cancelInvoice(id: $id, reason: $reason) {
        ...InvoiceRow
      }
    }
  `,
  [Invoice],
);

export const InvoicePaperDocument = graphql(`
  mutation InvoicePaper($id: ID!) {
    makeInvoicePaper(id: $id) {
      name
      content
    }
  }
`);
