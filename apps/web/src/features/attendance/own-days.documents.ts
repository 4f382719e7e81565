import { graphql, type ResultOf } from '../../gql/graphql';

export const OwnDaysDocument = graphql(`
  query OwnDays($fiscalYear: Int!) {
    ownDays(fiscalYear: $fiscalYear) {
      fiscalYear
      usedDays
      plannedDays
      contractDays
      basis
      leftDays
      contractEndsOn
      noticeFrom
      months {
        month
        usedDays
        plannedDays
      }
      towns {
        municipalityId
        usedDays
        plannedDays
        municipality {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export type YearOfDays = ResultOf<typeof OwnDaysDocument>['ownDays'];
