import { graphql, type ResultOf } from '../../gql/graphql';

const Kept = graphql(`
  fragment RetentionRow on Retention {
    kind
    label {
      ja
      en
    }
    from {
      ja
      en
    }
    why {
      ja
      en
    }
    action
    days
    defaultDays
    leastDays
    mostDays
    setByName
    setAt
    version
    due
    lastRun {
      ranOn
      rows
    }
  }
`);

const Erased = graphql(`
  fragment ErasureRow on PersonErasure {
    id
    label
    labelEn
    reason
    basis
    accountKept
    erasedByName
    erasedAt
  }
`);

export const RetentionDocument = graphql(
  `
    query Retention {
      retention {
        ...RetentionRow
      }
    }
  `,
  [Kept],
);
export type RetentionRow = ResultOf<typeof RetentionDocument>['retention'][number];

export const SetRetentionDocument = graphql(
  `
    mutation SetRetention($input: RetentionInput!) {
      setRetention(input: $input) {
        ...RetentionRow
      }
    }
  `,
  [Kept],
);

export const ErasuresDocument = graphql(
  `
    query Erasures {
      erasures {
        ...ErasureRow
      }
    }
  `,
  [Erased],
);

export const FormerPeopleDocument = graphql(`
  query FormerPeople {
    formerPeople {
      id
      name
      nameEn
      role
      leftAt
    }
  }
`);
export type FormerPerson = ResultOf<typeof FormerPeopleDocument>['formerPeople'][number];

export const ErasurePreviewDocument = graphql(
  `
    query ErasurePreview($id: ID!) {
      erasurePreview(id: $id) {
        label
        labelEn
        accountKept
        done {
          ...ErasureRow
        }
        unsettled {
          kind
          count
        }
        blanked {
          table
          count
        }
        kept {
          kind
          count
          until
        }
        mentions {
          table
          column
          count
          records {
            type
            id
          }
        }
      }
    }
  `,
  [Erased],
);
export type ErasurePreview = ResultOf<typeof ErasurePreviewDocument>['erasurePreview'];

export const ErasePersonDocument = graphql(
  `
    mutation ErasePerson($id: ID!, $input: ErasureInput!) {
      erasePerson(id: $id, input: $input) {
        ...ErasureRow
      }
    }
  `,
  [Erased],
);
