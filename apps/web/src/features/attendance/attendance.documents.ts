import { type FragmentOf, graphql } from '../../gql/graphql';

const Day = graphql(`
  fragment WorkedDay on AttendanceDay {
    id
    workedOn
    halfDays
    travelYen
    note
    beyondReason
    recordedByName
  }
`);

const Sheet = graphql(
  `
    fragment Sheet on AttendanceSheet {
      placementId
      post
      startsOn
      endsOn
      month
      usedDays
      agreedDays
      isCap
      closed
      mayRecord
      specialist {
        name
        nameEn
      }
      municipality {
        id
        name
        nameEn
      }
      days {
        ...WorkedDay
      }
    }
  `,
  [Day],
);

export type SheetRow = FragmentOf<typeof Sheet>;
export type DayRow = FragmentOf<typeof Day>;

export const SheetsDocument = graphql(
  `
    query AttendanceSheets($month: LocalDate!) {
      attendanceSheets(month: $month) {
        ...Sheet
      }
    }
  `,
  [Sheet],
);

export const RecordDayDocument = graphql(
  `
    mutation RecordAttendance($input: AttendanceInput!) {
      recordAttendance(input: $input) {
        day {
          ...WorkedDay
        }
        usedDays
        warning {
          usedDays
          agreedDays
        }
      }
    }
  `,
  [Day],
);

export const RemoveDayDocument = graphql(
  `
    mutation RemoveAttendance($id: ID!) {
      removeAttendance(id: $id) {
        ...WorkedDay
      }
    }
  `,
  [Day],
);
