import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Measure = graphql(`
  fragment MeasureRow on TaxMeasure {
    id
    measure
    bearer
    firstYear
    lastYear
    ratePerMille
    ceilingYen
    items
    appointmentForms
    source
    recordedByName
  }
`);
export type MeasureRow = FragmentOf<typeof Measure>;

export const TaxEvidenceDocument = graphql(
  `
    query TaxEvidence($fiscalYear: Int!) {
      taxEvidence(fiscalYear: $fiscalYear) {
        fiscalYear
        until
        measures {
          ...MeasureRow
        }
        agreements {
          id
          number
          title
        }
        parties {
          id
          name
          nameEn
        }
        rows {
          agreementId
          partyId
          item
          measureId
          yen
          verdict
          persons {
            specialistId
            name
            nameEn
            form
            from
            to
          }
          costs {
            label
            clauseNo
            from
            to
            yen
            invoiceNumber
          }
        }
        totals {
          partyId
          measureId
          baseYen
          ratedYen
          yen
        }
      }
    }
  `,
  [Measure],
);
export type EvidenceTable = ResultOf<typeof TaxEvidenceDocument>['taxEvidence'];
export type EvidenceRow = EvidenceTable['rows'][number];

export const TaxEvidenceFileDocument = graphql(`
  mutation TaxEvidenceFile($fiscalYear: Int!) {
    exportTaxEvidence(fiscalYear: $fiscalYear) {
      name
      content
    }
  }
`);

export const StateMeasureDocument = graphql(
  `
    mutation StateTaxMeasure($input: TaxMeasureInput!) {
      stateTaxMeasure(input: $input) {
        ...MeasureRow
      }
    }
  `,
  [Measure],
);

export const RemoveMeasureDocument = graphql(
  `
    mutation RemoveTaxMeasure($id: ID!) {
      removeTaxMeasure(id: $id) {
        ...MeasureRow
      }
    }
  `,
  [Measure],
);
