import { graphql, type ResultOf } from '../../gql/graphql';

export const OfficesDocument = graphql(`
  query Offices {
    offices {
      id
      name
      seats
      monthlyHours
      municipality {
        id
        name
        nameEn
      }
      roster {
        seated
        isOver
      }
    }
  }
`);

export const OfficeDocument = graphql(`
  query Office($id: ID!) {
    office(id: $id) {
      id
      name
      seats
      monthlyHours
      version
      municipality {
        id
        name
        nameEn
      }
      roster {
        seated
        isOver
        sections {
          section
          people
        }
      }
      members {
        id
        name
        section
        kind
        status
        since
        reason
      }
      sessions {
        id
        kind
        title
        heldOn
        minutes
        preparedBy
        status
        record
      }
      months {
        memberId
        month
        minutes
        isBeyond
      }
    }
  }
`);

export const KeepOfficeDocument = graphql(`
  mutation KeepOffice($input: OfficeInput!) {
    keepOffice(input: $input) {
      id
    }
  }
`);

export const ProposeMemberDocument = graphql(`
  mutation ProposeOfficeMember($officeId: ID!, $input: OfficeMemberInput!) {
    proposeOfficeMember(officeId: $officeId, input: $input) {
      id
    }
  }
`);

export const MoveMemberDocument = graphql(`
  mutation MoveOfficeMember($id: ID!, $input: OfficeMemberStepInput!) {
    moveOfficeMember(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const PlanSessionDocument = graphql(`
  mutation PlanOfficeSession($officeId: ID!, $input: OfficeSessionInput!) {
    planOfficeSession(officeId: $officeId, input: $input) {
      id
    }
  }
`);

export const RecordSessionDocument = graphql(`
  mutation RecordOfficeSession($id: ID!, $input: OfficeRecordInput!) {
    recordOfficeSession(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const CancelSessionDocument = graphql(`
  mutation CancelOfficeSession($id: ID!) {
    cancelOfficeSession(id: $id) {
      id
      status
    }
  }
`);

export const NoteTimeDocument = graphql(`
  mutation NoteOfficeTime($memberId: ID!, $input: OfficeTimeInput!) {
    noteOfficeTime(memberId: $memberId, input: $input) {
      id
    }
  }
`);

export type Office = ResultOf<typeof OfficeDocument>['office'];
export type Member = Office['members'][number];
export type OfficeSession = Office['sessions'][number];
