import { graphql, type ResultOf } from '../../gql/graphql';

export const DeclarationsDocument = graphql(`
  query Declarations {
    declarations {
      id
      title
      body
      declaredOn
      version
      signatories {
        id
        title
        name
        signedOn
        municipality {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export type Declaration = ResultOf<typeof DeclarationsDocument>['declarations'][number];
export type Signatory = Declaration['signatories'][number];

export const KeepDeclarationDocument = graphql(`
  mutation KeepDeclaration($input: DeclarationInput!) {
    keepDeclaration(input: $input) {
      id
    }
  }
`);

export const SignDocument = graphql(`
  mutation SignDeclaration($id: ID!, $input: SignatureInput!) {
    signDeclaration(id: $id, input: $input) {
      id
      signedOn
    }
  }
`);

export const TakeBackDocument = graphql(`
  mutation TakeBackSignature($id: ID!) {
    takeBackSignature(id: $id) {
      id
      signedOn
    }
  }
`);

export const MeetingsDocument = graphql(`
  query CouncilMeetings($fiscalYear: Int!) {
    councilMeetings(fiscalYear: $fiscalYear) {
      id
      kind
      title
      heldOn
      status
      record
      came {
        municipalityId
        people
        municipality {
          id
          name
          nameEn
        }
      }
      cases {
        id
        title
        body
        municipality {
          id
          name
          nameEn
        }
      }
    }
    trainingYear(fiscalYear: $fiscalYear) {
      held
      planned
      needed
      isGap
    }
  }
`);

export type Meeting = ResultOf<typeof MeetingsDocument>['councilMeetings'][number];

export const PlanMeetingDocument = graphql(`
  mutation PlanCouncilMeeting($input: CouncilMeetingInput!) {
    planCouncilMeeting(input: $input) {
      id
    }
  }
`);

export const RecordMeetingDocument = graphql(`
  mutation RecordCouncilMeeting($id: ID!, $input: CouncilRecordInput!) {
    recordCouncilMeeting(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const CancelMeetingDocument = graphql(`
  mutation CancelCouncilMeeting($id: ID!) {
    cancelCouncilMeeting(id: $id) {
      id
      status
    }
  }
`);

export const CouncilTownsDocument = graphql(`
  query CouncilTowns {
    places {
      id
      name
      nameEn
    }
  }
`);

export const RoundsDocument = graphql(`
  query TownRounds($fiscalYear: Int!) {
    townRounds(fiscalYear: $fiscalYear) {
      id
      kind
      no
      specialist {
        id
        name
        nameEn
      }
      coverage {
        visited
        total
      }
      stops {
        id
        status
      }
    }
  }
`);

export const RoundDocument = graphql(`
  query TownRound($id: ID!) {
    townRound(id: $id) {
      id
      fiscalYear
      kind
      no
      reason
      version
      specialist {
        id
        name
        nameEn
      }
      coverage {
        visited
        total
        missing {
          id
          name
          nameEn
        }
      }
      stops {
        id
        municipalityId
        tour
        ferryNote
        status
        plannedOn
        companion
        visitedOn
        issues
        handling
        municipality {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export type Round = ResultOf<typeof RoundDocument>['townRound'];
export type Stop = Round['stops'][number];

export const OpenRoundDocument = graphql(`
  mutation OpenTownRound($input: TownRoundInput!) {
    openTownRound(input: $input) {
      id
    }
  }
`);

export const ArrangeRoundDocument = graphql(`
  mutation ArrangeTownRound($id: ID!, $input: RoundArrangementInput!) {
    arrangeTownRound(id: $id, input: $input) {
      id
    }
  }
`);

export const MoveStopDocument = graphql(`
  mutation MoveRoundStop($id: ID!, $input: RoundStepInput!) {
    moveRoundStop(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const CouncilSpecialistsDocument = graphql(`
  query CouncilSpecialists {
    specialists(first: 100, filter: { active: true }) {
      edges {
        node {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export const FieldsDocument = graphql(`
  query FieldsOfYear($fiscalYear: Int!, $before: Int!) {
    expertFields(fiscalYear: $fiscalYear) {
      id
      name
      nameEn
      version
      themes {
        id
        name
        nameEn
      }
      specialists {
        id
        name
        nameEn
      }
    }
    before: expertFields(fiscalYear: $before) {
      id
      name
      nameEn
      themes {
        id
      }
      specialists {
        id
        active
      }
    }
  }
`);

export type YearsFields = ResultOf<typeof FieldsDocument>;
export type ExpertField = YearsFields['expertFields'][number];

export const FieldChoicesDocument = graphql(`
  query FieldChoices {
    supportThemes {
      id
      name
      nameEn
    }
    specialists(first: 100, filter: { active: true }) {
      edges {
        node {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export const DefineFieldDocument = graphql(`
  mutation DefineExpertField($input: ExpertFieldInput!) {
    defineExpertField(input: $input) {
      id
    }
  }
`);
