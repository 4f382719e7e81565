import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Said = graphql(`
  fragment SchemeSaid on Scheme {
    id
    origin
    kind
    name
    nameEn
    version
    organ {
      ja
      en
    }
    summary {
      ja
      en
    }
    caps {
      per
      onSiteDays
      onlineHours
      visits
    }
    cost
    costWords {
      ja
      en
    }
    rules {
      ja
      en
    }
    toConfirm {
      ja
      en
    }
    windowCount
    source
    fiscalYear
    yearStated
    validFrom
    validTo
    windows {
      id
      opensOn
      closesOn
      closesAt
      source
    }
  }
`);

export type SchemeRow = FragmentOf<typeof Said>;

export const SchemesDocument = graphql(
  `
    query Schemes {
      schemes {
        ...SchemeSaid
      }
    }
  `,
  [Said],
);

export const SchemeRoutesDocument = graphql(`
  query SchemeRoutes($input: SchemeNeedInput!) {
    schemeRoutes(input: $input) {
      fit
      leftOnSiteDays
      leftOnlineMinutes
      leftVisits
      nextWindow {
        opensOn
        closesOn
        closesAt
      }
      reasons {
        code
        weight
        sentence {
          ja
          en
        }
      }
      scheme {
        id
        origin
        name
        nameEn
        source
        costWords {
          ja
          en
        }
        toConfirm {
          ja
          en
        }
      }
    }
  }
`);

export type RouteRow = ResultOf<typeof SchemeRoutesDocument>['schemeRoutes'][number];

export const ReferToSchemeDocument = graphql(`
  mutation ReferToScheme($id: ID!, $scheme: String!, $schemeId: String!) {
    referSupportRequest(id: $id, scheme: $scheme, schemeId: $schemeId) {
      id
      status
      outcome
    }
  }
`);

export const SchemeChoicesDocument = graphql(`
  query SchemeChoices {
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

export const AddWindowDocument = graphql(`
  mutation AddSchemeWindow($input: IntakeWindowInput!) {
    addSchemeWindow(input: $input) {
      id
      closesOn
    }
  }
`);

export const RemoveWindowDocument = graphql(`
  mutation RemoveSchemeWindow($id: ID!) {
    removeSchemeWindow(id: $id) {
      id
      closesOn
    }
  }
`);

export const SetOwnSchemeDocument = graphql(
  `
    mutation SetPrefectureScheme($input: PrefectureSchemeInput!, $id: ID, $seen: ID) {
      setPrefectureScheme(input: $input, id: $id, seen: $seen) {
        ...SchemeSaid
      }
    }
  `,
  [Said],
);

const Used = graphql(`
  fragment SchemeUsed on SchemeUse {
    id
    schemeId
    onSiteDays
    onlineMinutes
    visits
    note
    recordedByName
    recordedAt
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
  }
`);

export type UseRow = FragmentOf<typeof Used>;

export const SchemeUsesDocument = graphql(
  `
    query SchemeUses($fiscalYear: Int!) {
      schemeUses(fiscalYear: $fiscalYear) {
        ...SchemeUsed
      }
    }
  `,
  [Used],
);

export const RecordUseDocument = graphql(
  `
    mutation RecordSchemeUse($input: SchemeUseInput!) {
      recordSchemeUse(input: $input) {
        ...SchemeUsed
      }
    }
  `,
  [Used],
);

export const RemoveUseDocument = graphql(`
  mutation RemoveSchemeUse($id: ID!, $reason: String!) {
    removeSchemeUse(id: $id, reason: $reason) {
      id
      removedAt
    }
  }
`);
