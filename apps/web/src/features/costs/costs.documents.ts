import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Facts = graphql(`
  fragment CostFacts on CostAgreement {
    id
    number
    title
    startsOn
    endsOn
    remainderPartyId
    parties {
      id
      municipalityId
      name
      nameEn
    }
  }
`);

export type AgreementRow = FragmentOf<typeof Facts>;

export const CostAgreementsDocument = graphql(
  `
    query CostAgreements {
      costAgreements {
        ...CostFacts
      }
    }
  `,
  [Facts],
);

const Matrix = graphql(`
  fragment MatrixVersion on CostMatrix {
    id
    version
    validFrom
    reason
    setByName
    setAt
    lines {
      item
      label
      clauseNo
      amountRule
      yen
      daySource
      shareRule
      remainderPartyId
      shares {
        partyId
        weight
      }
    }
  }
`);

export type MatrixRow = FragmentOf<typeof Matrix>;
export type CostLineRow = MatrixRow['lines'][number];

export const CostMatrixDocument = graphql(
  `
    query CostMatrix($id: ID!) {
      costAgreement(id: $id) {
        ...CostFacts
        clauses {
          no
          heading
        }
      }
      costMatrices(agreementId: $id) {
        ...MatrixVersion
      }
    }
  `,
  [Facts, Matrix],
);
export type MatrixPage = ResultOf<typeof CostMatrixDocument>;

export const SetCostMatrixDocument = graphql(
  `
    mutation SetCostMatrix($input: CostMatrixInput!) {
      setCostMatrix(input: $input) {
        ...MatrixVersion
      }
    }
  `,
  [Matrix],
);

const Actual = graphql(`
  fragment ActualRow on CostActual {
    id
    item
    label
    month
    yen
    evidence
    recordedByName
  }
`);
export type ActualRow = FragmentOf<typeof Actual>;

export const ActualsDocument = graphql(
  `
    query CostActuals($agreementId: ID!) {
      costActuals(agreementId: $agreementId) {
        ...ActualRow
      }
    }
  `,
  [Actual],
);

export const EnterActualDocument = graphql(
  `
    mutation EnterCostActual($input: CostActualInput!) {
      enterCostActual(input: $input) {
        ...ActualRow
      }
    }
  `,
  [Actual],
);

export const RemoveActualDocument = graphql(
  `
    mutation RemoveCostActual($id: ID!) {
      removeCostActual(id: $id) {
        ...ActualRow
      }
    }
  `,
  [Actual],
);

export const StatementDocument = graphql(`
  query CostStatement($agreementId: ID!, $from: LocalDate!, $to: LocalDate!) {
    costStatement(agreementId: $agreementId, from: $from, to: $to) {
      item
      label
      clauseNo
      matrixVersion
      from
      to
      fiscalYear
      totalYen
      formulaJa
      formulaEn
      borne {
        partyId
        yen
      }
    }
  }
`);
export type StatementRow = ResultOf<typeof StatementDocument>['costStatement'][number];
