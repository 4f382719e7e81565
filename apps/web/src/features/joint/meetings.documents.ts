import { graphql, type ResultOf } from '../../gql/graphql';

export const MeetingsDocument = graphql(`
  query SharingMeetings {
    sharingMeetings {
      id
      heldOn
      note
      lines {
        placementId
        idea
      }
      missing {
        id
      }
    }
  }
`);

export const MeetingDocument = graphql(`
  query SharingMeeting($id: ID!) {
    sharingMeeting(id: $id) {
      id
      heldOn
      note
      lines {
        placementId
        issue
        idea
        version
        isOwn
        recordedByName
        municipality {
          id
          name
          nameEn
        }
      }
      missing {
        id
        post
        specialist {
          id
          name
          nameEn
        }
        municipality {
          id
          name
          nameEn
        }
      }
    }
  }
`);
export type Meeting = ResultOf<typeof MeetingDocument>['sharingMeeting'];
export type SharedLine = Meeting['lines'][number];

export const CallMeetingDocument = graphql(`
  mutation CallSharingMeeting($input: SharingMeetingInput!) {
    callSharingMeeting(input: $input) {
      id
    }
  }
`);

export const BringDocument = graphql(`
  mutation BringToSharingMeeting($input: SharedLineInput!) {
    bringToSharingMeeting(input: $input) {
      placementId
      version
    }
  }
`);
