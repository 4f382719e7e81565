import { graphql, type ResultOf } from '../../gql/graphql';

const Said = graphql(`
  fragment HubContactSaid on HubContact {
    prefectureId
    version
    section
    person
    phone
    hours
  }
`);

export const HubContactDocument = graphql(
  `
    query HubContact {
      hubContact {
        ...HubContactSaid
      }
    }
  `,
  [Said],
);

export type HubContact = NonNullable<ResultOf<typeof HubContactDocument>['hubContact']>;

export const SetHubContactDocument = graphql(
  `
    mutation SetHubContact($input: HubContactInput!) {
      setHubContact(input: $input) {
        ...HubContactSaid
      }
    }
  `,
  [Said],
);
