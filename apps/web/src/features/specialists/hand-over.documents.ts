import { type FragmentOf, graphql } from '../../gql/graphql';

const Work = graphql(`
  fragment Work on SpecialistWork {
    kind
    id
    number
    title
    startsAt
    stays {
      ja
      en
    }
  }
`);

export type WorkRow = FragmentOf<typeof Work>;

export const HandOverPeopleDocument = graphql(`
  query HandOverPeople($id: ID!) {
    specialist(id: $id) {
      id
      name
      nameEn
    }
    specialists(first: 100) {
      edges {
        node {
          id
          name
          nameEn
          active
        }
      }
    }
  }
`);

export const SpecialistWorkDocument = graphql(
  `
    query SpecialistWork($specialistId: ID!, $successorId: ID) {
      specialistWork(specialistId: $specialistId, successorId: $successorId) {
        ...Work
      }
    }
  `,
  [Work],
);

export const HandOverSpecialistDocument = graphql(
  `
    mutation HandOverSpecialist($input: SpecialistHandOverInput!) {
      handOverSpecialistWork(input: $input) {
        ...Work
      }
    }
  `,
  [Work],
);
