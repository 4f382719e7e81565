import { graphql, type ResultOf } from '../../gql/graphql';

export const SpecialistListDocument = graphql(`
  query SpecialistList($first: Int, $after: String, $filter: SpecialistFilter) {
    talentProfiles {
      id
      name
      nameEn
    }
    specialists(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          name
          kana
          nameEn
          modes
          monthlyDays
          active
          profile {
            id
            name
            nameEn
          }
          base {
            id
            name
            nameEn
          }
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

export const SpecialistDocument = graphql(`
  query Specialist($id: ID!) {
    specialist(id: $id) {
      id
      name
      kana
      nameEn
      employment
      employmentEn
      modes
      monthlyDays
      nights
      weekly
      active
      viewerActions
      profile {
        id
        name
        nameEn
        summary
        summaryEn
      }
      base {
        id
        name
        nameEn
      }
      skills {
        skillId
        level
        evidence
        assessedOn
        skill {
          id
          category
          categoryEn
          name
          nameEn
        }
      }
    }
  }
`);

export type SpecialistRow = ResultOf<typeof SpecialistDocument>['specialist'];
