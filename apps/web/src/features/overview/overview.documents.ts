import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

const Year = graphql(`
  fragment YearSaid on OverviewYear {
    fiscalYear
    from
    to
    countedTo
    asOf
  }
`);

const Covered = graphql(`
  fragment Covered on CoverageFigures {
    towns
    visited
    onlineOnly
    notVisited
    onSite
    online
  }
`);

export const CoverageDocument = graphql(
  `
    query Coverage($fiscalYear: Int!) {
      coverageOverview(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        towns
        visited
        onlineOnly
        notVisited
        onSite
        online
        before {
          ...Covered
        }
        rows {
          municipalityId
          municipality {
            id
            name
            nameEn
          }
          size
          reach
          onSite
          online
          lastOn
          daysSince
          onSiteBefore
        }
      }
    }
  `,
  [Year, Covered],
);
export type CoverageData = ResultOf<typeof CoverageDocument>['coverageOverview'];
export type TownRow = CoverageData['rows'][number];

const Waited = graphql(`
  fragment Waited on WaitFigures {
    wait
    size
    met
    median
    ninetieth
    longest
    waiting
    longestSoFar
  }
`);

export const WaitsDocument = graphql(
  `
    query Waits($fiscalYear: Int!) {
      waitOverview(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        received
        figures {
          ...Waited
        }
        before {
          ...Waited
        }
      }
    }
  `,
  [Year, Waited],
);
export type WaitData = ResultOf<typeof WaitsDocument>['waitOverview'];

export const WaitRowsDocument = graphql(`
  query WaitRows(
    $fiscalYear: Int!
    $size: OverviewSize
    $wait: OverviewWait
    $state: OverviewWaitState
    $first: Int
    $after: String
  ) {
    requestWaits(
      fiscalYear: $fiscalYear
      size: $size
      wait: $wait
      state: $state
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          title
          status
          municipality {
            id
            name
            nameEn
          }
          size
          receivedOn
          contactOn
          contactDays
          contactState
          visitOn
          visitDays
          visitState
        }
      }
    }
  }
`);
export type WaitRow = ResultOf<typeof WaitRowsDocument>['requestWaits']['edges'][number]['node'];
export type WaitFilter = Pick<VariablesOf<typeof WaitRowsDocument>, 'size' | 'wait' | 'state'>;

export const DaysDocument = graphql(
  `
    query DaysUsed($fiscalYear: Int!) {
      dayOverview(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        rows {
          specialistId
          specialist {
            id
            name
            nameEn
          }
          active
          contractDays
          basis
          usedDays
          plannedDays
          leftDays
          costYen
          usedDaysBefore
        }
      }
    }
  `,
  [Year],
);
export type DaysData = ResultOf<typeof DaysDocument>['dayOverview'];
export type PersonRow = DaysData['rows'][number];

const Target = graphql(`
  fragment TargetRow on OverviewTarget {
    id
    fiscalYear
    kind
    municipality {
      id
      name
      nameEn
    }
    target
    secured
    trained
    headcount
    countedOn
    source
    version
    setByName
    setAt
  }
`);

export const TargetsDocument = graphql(
  `
    query Targets($fiscalYear: Int!) {
      targetOverview(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        pool
        rows {
          current {
            ...TargetRow
          }
          history {
            ...TargetRow
          }
          missing
          reached
        }
      }
    }
  `,
  [Year, Target],
);
export type TargetData = ResultOf<typeof TargetsDocument>['targetOverview'];
export type TargetInForce = TargetData['rows'][number];
export type TargetVersion = TargetInForce['current'];

export const SetTargetDocument = graphql(
  `
    mutation SetOverviewTarget($input: TargetInput!) {
      setOverviewTarget(input: $input) {
        ...TargetRow
      }
    }
  `,
  [Target],
);
export type TargetKind = VariablesOf<typeof SetTargetDocument>['input']['kind'];

export const TaxDocument = graphql(
  `
    query TaxReadiness($fiscalYear: Int!) {
      taxReadiness(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        until
        lines
        ready
        yen
        readyYen
        lacking {
          check
          lines
        }
        rows {
          key
          agreement {
            id
            number
            title
          }
          party {
            id
            name
            nameEn
          }
          item
          measure
          yen
          missing
        }
      }
    }
  `,
  [Year],
);
export type TaxData = ResultOf<typeof TaxDocument>['taxReadiness'];

const Effect = graphql(`
  fragment Effect on EffectFigures {
    steps {
      agreed
      inTime
      late
      running
      dropped
    }
    ratings {
      answers
      towns
      hidden
      usefulness
      clarity
      progress
      again
    }
    repeats
    requests
  }
`);

export const EffectsDocument = graphql(
  `
    query Effects($fiscalYear: Int!) {
      effectOverview(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        steps {
          agreed
          inTime
          late
          running
          dropped
        }
        ratings {
          answers
          towns
          hidden
          usefulness
          clarity
          progress
          again
        }
        repeats
        requests
        before {
          ...Effect
        }
        themes {
          theme {
            id
            name
            nameEn
          }
          answers
          towns
          hidden
          usefulness
          clarity
          progress
          again
        }
      }
    }
  `,
  [Year, Effect],
);
export type EffectData = ResultOf<typeof EffectsDocument>['effectOverview'];

export const StepRowsDocument = graphql(`
  query StepRows($fiscalYear: Int!, $end: StepEnd, $first: Int, $after: String) {
    stepOutcomes(fiscalYear: $fiscalYear, end: $end, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          supportRequestId
          number
          title
          municipality {
            id
            name
            nameEn
          }
          what
          owner
          agreedOn
          dueOn
          closedOn
          end
        }
      }
    }
  }
`);
export type StepEnd = NonNullable<VariablesOf<typeof StepRowsDocument>['end']>;

export const RepeatRowsDocument = graphql(`
  query RepeatRows($fiscalYear: Int!, $first: Int, $after: String) {
    repeatedNeeds(fiscalYear: $fiscalYear, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          title
          municipality {
            id
            name
            nameEn
          }
          theme {
            id
            name
            nameEn
          }
          receivedOn
          earlierId
          earlierNumber
          earlierOn
        }
      }
    }
  }
`);

export const StandingDocument = graphql(
  `
    query Standing($fiscalYear: Int!) {
      townStanding(fiscalYear: $fiscalYear) {
        year {
          ...YearSaid
        }
        size
        reach
        onSite
        online
        lastOn
        received
        contactDays
        visitDays
        all {
          towns
          visitedTowns
          medianOnSite
          medianOnline
          medianContactDays
          medianVisitDays
        }
        sameSize {
          towns
          visitedTowns
          medianOnSite
          medianOnline
          medianContactDays
          medianVisitDays
        }
      }
    }
  `,
  [Year],
);
export type StandingData = ResultOf<typeof StandingDocument>['townStanding'];
