import { graphql, type ResultOf } from '../../gql/graphql';

export const VisitCompanionsDocument = graphql(`
  query VisitCompanions($id: ID!) {
    visit(id: $id) {
      id
      status
      companions {
        id
        accountName
        status
        isYou
      }
    }
  }
`);

export type CompanionRow = ResultOf<typeof VisitCompanionsDocument>['visit']['companions'][number];

export const CandidatesDocument = graphql(`
  query CompanionCandidates($visitId: ID!) {
    companionCandidates(visitId: $visitId) {
      accountId
      name
      nameEn
      state
      timesAtTown
      timesWithSpecialist
    }
  }
`);

export const AddCompanionDocument = graphql(`
  mutation AddCompanion($visitId: ID!, $accountId: ID!) {
    addCompanion(visitId: $visitId, accountId: $accountId) {
      id
      accountName
      status
      visit {
        id
      }
    }
  }
`);

export const RemoveCompanionDocument = graphql(`
  mutation RemoveCompanion($id: ID!) {
    removeCompanion(id: $id) {
      id
    }
  }
`);

export const ConfirmCompanionDocument = graphql(`
  mutation ConfirmCompanion($id: ID!) {
    confirmCompanion(id: $id) {
      id
      status
    }
  }
`);

export const CompanionCalendarDocument = graphql(`
  query CompanionCalendar($from: LocalDate!, $to: LocalDate!) {
    companionCalendar(from: $from, to: $to) {
      weekly
      busy {
        id
        title
        startsAt
        endsAt
      }
      companions {
        id
        status
        isYou
        visit {
          id
          startsAt
          endsAt
          status
          municipality {
            id
            name
            nameEn
          }
          specialist {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

export type OwnCalendar = ResultOf<typeof CompanionCalendarDocument>['companionCalendar'];

export const NoteBusyDocument = graphql(`
  mutation NoteCompanionBusy($input: CompanionBusyInput!) {
    noteCompanionBusy(input: $input) {
      visitsHit
      busy {
        id
      }
    }
  }
`);

export const RemoveBusyDocument = graphql(`
  mutation RemoveCompanionBusy($id: ID!) {
    removeCompanionBusy(id: $id) {
      id
    }
  }
`);

export const SetPatternDocument = graphql(`
  mutation SetCompanionPattern($weekly: [WeeklyHalf!]!) {
    setCompanionPattern(weekly: $weekly)
  }
`);
