import { graphql, type ResultOf } from '../../gql/graphql';

export const InquiryLine = graphql(`
  fragment InquiryLine on DateInquiry {
    id
    way
    status
    dueOn
    askedAt
    visitNo
    visitId
    supportRequest {
      id
      title
      number
    }
    municipality {
      id
      name
      nameEn
      kana
    }
  }
`);

export const InquiryListDocument = graphql(
  `
    query DateInquiries($first: Int, $after: String, $filter: DateInquiryFilter) {
      dateInquiries(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...InquiryLine
            answers {
              id
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [InquiryLine],
);

export const InquiryDocument = graphql(
  `
    query DateInquiry($id: ID!) {
      dateInquiry(id: $id) {
        ...InquiryLine
        supportRequestId
        message
        townMayAdd
        viewerActions
        wishes {
          date
          half
        }
        slots {
          id
          position
          outcome
          mode
          startsAt
          endsAt
          nightBefore
          nightAfter
          travelMinutes
          reasons
          specialist {
            id
            name
            nameEn
            kana
          }
        }
        halves {
          date
          half
          byTown
          yes
          maybe
          no
          isRefused
          busy
        }
        answers {
          id
          name
          comment
          answeredAt
          marks {
            date
            half
            mark
          }
        }
        history {
          fromStatus
          toStatus
          actorName
          reason
          at
        }
      }
    }
  `,
  [InquiryLine],
);

export type InquiryRow = ResultOf<typeof InquiryListDocument>['dateInquiries']['edges'][number]['node'];
export type Inquiry = ResultOf<typeof InquiryDocument>['dateInquiry'];
export type InquiryStatus = Inquiry['status'];
export type Half = Inquiry['halves'][number];
export type Mark = Inquiry['answers'][number]['marks'][number]['mark'];

export const RequestToAskDocument = graphql(`
  query RequestToAsk($id: ID!) {
    supportRequest(id: $id) {
      id
      title
      number
      visits
      wished {
        date
        half
      }
      municipality {
        id
        name
        nameEn
        kana
      }
    }
  }
`);

export const OfferableSlotFields = graphql(`
  fragment OfferableSlotFields on OfferableSlot {
    key
    visitNo
    mode
    startsAt
    endsAt
    nightBefore
    nightAfter
    travelMinutes
    reasons
    specialist {
      id
      name
      nameEn
      kana
    }
  }
`);

export const SlotsToOfferDocument = graphql(
  `
    query SlotsToOffer($id: ID!, $workingDays: Int) {
      slotsToOffer(supportRequestId: $id, workingDays: $workingDays) {
        dueOn
        proposed
        slots {
          ...OfferableSlotFields
        }
      }
    }
  `,
  [OfferableSlotFields],
);

export type OfferableSlot = ResultOf<typeof SlotsToOfferDocument>['slotsToOffer']['slots'][number];

export const HalvesToFixDocument = graphql(
  `
    query HalvesToFix($id: ID!) {
      halvesToFix(id: $id) {
        date
        half
        yes
        maybe
        no
        slot {
          ...OfferableSlotFields
        }
      }
    }
  `,
  [OfferableSlotFields],
);

export const OfferDatesDocument = graphql(`
  mutation OfferDates($input: DateOfferInput!) {
    offerDates(input: $input) {
      id
    }
  }
`);

export const AskDatesDocument = graphql(`
  mutation AskDates($input: DateQuestionInput!) {
    askDates(input: $input) {
      id
    }
  }
`);

export const ExtendDocument = graphql(`
  mutation ExtendDateInquiry($id: ID!, $workingDays: Int!) {
    extendDateInquiry(id: $id, workingDays: $workingDays) {
      id
      dueOn
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawDateInquiry($id: ID!, $reason: String!) {
    withdrawDateInquiry(id: $id, reason: $reason) {
      id
      status
    }
  }
`);

export const ChooseDateDocument = graphql(`
  mutation ChooseDate($id: ID!, $slotId: ID!) {
    chooseDate(id: $id, slotId: $slotId) {
      id
      status
      visitId
    }
  }
`);

export const DeclineDatesDocument = graphql(`
  mutation DeclineDates($id: ID!, $input: DatesDeclinedInput!) {
    declineDates(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const MarkDatesDocument = graphql(`
  mutation MarkDates($id: ID!, $input: DateMarksInput!) {
    markDates(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const FixDateDocument = graphql(`
  mutation FixDate($id: ID!, $input: DateFixedInput!) {
    fixDate(id: $id, input: $input) {
      id
      status
      visitId
    }
  }
`);
