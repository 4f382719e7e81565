import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

export const PreparationLine = graphql(`
  fragment PreparationLine on VisitPreparation {
    visitId
    version
    purpose
    things {
      text
      done
    }
    room
    parking
    contact
    remarks
    writtenAt
    writtenByName
    mayWrite
  }
`);

export type Preparation = FragmentOf<typeof PreparationLine>;

export const PreparationDocument = graphql(
  `
    query Preparation($visitId: ID!) {
      visitPreparation(visitId: $visitId) {
        ...PreparationLine
      }
      visit(id: $visitId) {
        id
        visitNo
        mode
        startsAt
        endsAt
        municipality {
          id
          name
          nameEn
        }
        specialist {
          id
          name
          nameEn
          profile {
            id
            name
            nameEn
          }
        }
        supportRequest {
          id
          number
          title
        }
      }
    }
  `,
  [PreparationLine],
);

export type PreparedVisit = ResultOf<typeof PreparationDocument>['visit'];

/** The list alone, for a line on another page. */
export const PreparationNotesDocument = graphql(
  `
    query PreparationNotes($visitId: ID!) {
      visitPreparation(visitId: $visitId) {
        ...PreparationLine
      }
    }
  `,
  [PreparationLine],
);

export const PrepareDocument = graphql(
  `
    mutation PrepareVisit($visitId: ID!, $input: VisitPreparationInput!) {
      prepareVisit(visitId: $visitId, input: $input) {
        ...PreparationLine
      }
    }
  `,
  [PreparationLine],
);

export const TickDocument = graphql(
  `
    mutation TickPreparation($visitId: ID!, $text: String!, $done: Boolean!) {
      tickPreparation(visitId: $visitId, text: $text, done: $done) {
        ...PreparationLine
      }
    }
  `,
  [PreparationLine],
);
