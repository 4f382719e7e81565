import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Hit = graphql(`
  fragment HitLine on HitVisit {
    version
    halves {
      date
      half
    }
    visit {
      id
      startsAt
      endsAt
      mode
      status
      municipality {
        id
        name
        nameEn
      }
    }
  }
`);
export type HitRow = FragmentOf<typeof Hit>;

const Answer = graphql(
  `
    fragment AnswerLine on AvailabilityAnswer {
      applied
      hits {
        ...HitLine
      }
    }
  `,
  [Hit],
);
export type AnswerRow = FragmentOf<typeof Answer>;

export const AvailabilityDocument = graphql(`
  query Availability($from: LocalDate!, $to: LocalDate!, $specialistId: ID) {
    availability(from: $from, to: $to, specialistId: $specialistId) {
      specialist {
        id
        name
        nameEn
      }
      days {
        date
        closedFor
        closedForEn
        clash
        am {
          state
          reason
          ruleId
        }
        pm {
          state
          reason
          ruleId
        }
        visits {
          id
          status
          startsAt
          endsAt
          municipality {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);
export type CalendarRow = ResultOf<typeof AvailabilityDocument>['availability'][number];
export type DayRow = CalendarRow['days'][number];

export const RulesDocument = graphql(`
  query UnavailabilityRules($specialistId: ID!) {
    unavailabilityRules(specialistId: $specialistId) {
      id
      rule
      startsOn
      endedOn
      part
      reason
      nextDays
    }
  }
`);
export type RuleRow = ResultOf<typeof RulesDocument>['unavailabilityRules'][number];

export const PatternsDocument = graphql(`
  query WeeklyPatterns($specialistId: ID!) {
    weeklyPatterns(specialistId: $specialistId) {
      id
      validFrom
      weekly
    }
  }
`);

export const PreviewRuleDocument = graphql(
  `
    query PreviewUnavailabilityRule($input: UnavailabilityRuleInput!) {
      previewUnavailabilityRule(input: $input) {
        dates
        total
        hits {
          ...HitLine
        }
      }
    }
  `,
  [Hit],
);

export const SetDaysDocument = graphql(
  `
    mutation SetAvailableDays($input: DaysInput!) {
      setAvailableDays(input: $input) {
        ...AnswerLine
      }
    }
  `,
  [Answer],
);

export const AddRuleDocument = graphql(
  `
    mutation AddUnavailabilityRule($input: UnavailabilityRuleInput!) {
      addUnavailabilityRule(input: $input) {
        ...AnswerLine
      }
    }
  `,
  [Answer],
);

export const EndRuleDocument = graphql(`
  mutation EndUnavailabilityRule($id: ID!) {
    endUnavailabilityRule(id: $id) {
      id
    }
  }
`);

export const SetPatternDocument = graphql(
  `
    mutation SetWeeklyPattern($input: WeeklyPatternInput!) {
      setWeeklyPattern(input: $input) {
        ...AnswerLine
      }
    }
  `,
  [Answer],
);

/** What a change of somebody's days concerns: the grid, the lists beside it, and visits that were decided on. */
export const CONCERNS = 'AvailabilityCalendar UnavailabilityRule WeeklyPattern Specialist Visit';
