import { graphql, type ResultOf } from '../../../gql/graphql';
import { RunLine } from '../plans.documents';

export const BoardDocument = graphql(
  `
    query Board($from: LocalDate, $to: LocalDate, $runId: ID) {
      board(from: $from, to: $to, runId: $runId) {
        from
        to
        days {
          date
          closure {
            name
            nameEn
          }
        }
        run {
          id
          number
          fromOn
          toOn
          status
          viewerActions
        }
        runs {
          id
          number
          fromOn
          toOn
        }
        openRun {
          ...RunLine
        }
        specialists {
          id
          name
          nameEn
          kana
          active
          fields {
            name
            nameEn
          }
          themeIds
          contract {
            usedDays
            plannedDays
            draftedDays
            contractDays
            basis
          }
          days
          reasons {
            date
            reason
          }
        }
        visits {
          id
          status
          version
          supportRequestId
          visitNo
          specialistId
          municipalityId
          mode
          startsAt
          endsAt
          nightBefore
          nightAfter
          travelMinutes
          pinned
          edited
          replacesVisitId
        }
        unplaced {
          supportRequestId
          visitNo
          replacesVisitId
          version
          isInPlan
          reasons {
            ruleId
            count
            sentence {
              ja
              en
            }
          }
        }
        requests {
          id
          number
          title
          themeId
          municipalityId
          urgency
          visits
          deadlineOn
          submittedAt
        }
        themes {
          id
          name
          nameEn
        }
        municipalities {
          id
          name
          nameEn
          kana
          district
        }
        drafts
      }
    }
  `,
  [RunLine],
);

export type BoardRow = ResultOf<typeof BoardDocument>['board'];
export type BoardVisitRow = BoardRow['visits'][number];
export type BoardRequestRow = BoardRow['requests'][number];

/** Asked after the board is there: it walks through the whole plan. */
export const BrokenRulesDocument = graphql(`
  query PlanViolations($runId: ID!) {
    planViolations(runId: $runId) {
      ruleId
      hard
      supportRequestId
      visitNo
      sentence {
        ja
        en
      }
    }
  }
`);

export type BrokenRule = ResultOf<typeof BrokenRulesDocument>['planViolations'][number];
