import { type FragmentOf, graphql, type ResultOf } from '../../gql/graphql';

const Note = graphql(`
  fragment Note on BidRestrictionNote {
    id
    cause
    advisedAt
    text {
      ja
      en
    }
  }
`);

export type NoteRow = FragmentOf<typeof Note>;

const Purchase = graphql(
  `
    fragment Purchase on Procurement {
      caseId
      version
      phase
      vendors {
        name
        corporateNumber
      }
      history {
        version
        phase
        vendors {
          name
        }
        actorName
        at
      }
      shutOut {
        specialistId
        vendor
        firm
        relation
        until
        specialist {
          id
          name
          nameEn
        }
      }
      bidRestrictionNotes {
        ...Note
      }
    }
  `,
  [Note],
);

export type PurchaseRow = FragmentOf<typeof Purchase>;

export const RequestPurchaseDocument = graphql(
  `
    query RequestPurchase($id: ID!) {
      supportRequest(id: $id) {
        id
        conflictCheck {
          checkedAt
          restrictsBidding
        }
        theme {
          id
          conflictCheck
        }
        procurement {
          ...Purchase
        }
      }
    }
  `,
  [Purchase],
);

export const ConsultationPurchaseDocument = graphql(
  `
    query ConsultationPurchase($id: ID!) {
      consultation(id: $id) {
        id
        conflictCheck {
          checkedAt
          restrictsBidding
        }
        theme {
          id
          conflictCheck
        }
        procurement {
          ...Purchase
        }
      }
    }
  `,
  [Purchase],
);

export const RequestNotesDocument = graphql(
  `
    query RequestNotes($id: ID!) {
      supportRequest(id: $id) {
        id
        municipality {
          id
          name
          nameEn
        }
        procurement {
          caseId
          bidRestrictionNotes {
            ...Note
          }
        }
      }
    }
  `,
  [Note],
);

export type NotesCase = ResultOf<typeof RequestNotesDocument>['supportRequest'];

export const ConsultationNotesDocument = graphql(
  `
    query ConsultationNotes($id: ID!) {
      consultation(id: $id) {
        id
        municipality {
          id
          name
          nameEn
        }
        procurement {
          caseId
          bidRestrictionNotes {
            ...Note
          }
        }
      }
    }
  `,
  [Note],
);

export const SetProcurementDocument = graphql(`
  mutation SetProcurement($input: ProcurementInput!) {
    setProcurement(input: $input) {
      caseId
      version
    }
  }
`);

const FirmLine = graphql(`
  fragment FirmLine on SpecialistFirm {
    id
    relation
    name
    corporateNumber
    from
    to
    countsUntil
    source
    removedAt
    removedReason
  }
`);

export type FirmRow = FragmentOf<typeof FirmLine>;

export const SpecialistFirmsDocument = graphql(
  `
    query SpecialistFirms($specialistId: ID!) {
      specialistFirms(specialistId: $specialistId) {
        ...FirmLine
      }
    }
  `,
  [FirmLine],
);

export const RecordFirmDocument = graphql(
  `
    mutation RecordFirm($input: SpecialistFirmInput!) {
      recordSpecialistFirm(input: $input) {
        ...FirmLine
      }
    }
  `,
  [FirmLine],
);

export const RemoveFirmDocument = graphql(
  `
    mutation RemoveFirm($id: ID!, $reason: String!) {
      removeSpecialistFirm(id: $id, reason: $reason) {
        ...FirmLine
      }
    }
  `,
  [FirmLine],
);
