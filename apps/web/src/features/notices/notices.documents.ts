import { graphql, type ResultOf } from '../../gql/graphql';

const Item = graphql(`
  fragment InboxRow on InboxItem {
    id
    kind
    asks
    title {
      ja
      en
    }
    toDo {
      ja
      en
    }
    aboutType
    aboutId
    at
    doneAt
    doneHow
    facts {
      number
      place
      startsAt
      endsAt
      on
      wasAt
      person
      dueOn
      count
      note
      lines {
        change
        number
        place
        startsAt
        endsAt
        on
        wasAt
        person
      }
    }
  }
`);

export type InboxRow = ResultOf<typeof Item>;
export type NoticeFacts = InboxRow['facts'];
export type NoticeLine = NonNullable<NoticeFacts['lines']>[number];

export const InboxDocument = graphql(
  `
    query Inbox($first: Int, $after: String, $filter: InboxFilterInput) {
      inbox(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...InboxRow
          }
        }
      }
    }
  `,
  [Item],
);

export const InboxItemDocument = graphql(
  `
    query OneInboxItem($id: ID!) {
      inboxItem(id: $id) {
        ...InboxRow
      }
    }
  `,
  [Item],
);

export const MarkInboxItemsDocument = graphql(
  `
    mutation MarkInboxItems($ids: [ID!]!, $done: Boolean!) {
      markInboxItems(ids: $ids, done: $done) {
        ...InboxRow
      }
    }
  `,
  [Item],
);

const Settings = graphql(`
  fragment NoticeSettingsRow on NoticeSettings {
    mailOn
    language
    network
    digest
    digestMinute
    address
    confirmed
    trouble {
      reason
      answer
      at
    }
    kinds {
      kind
      title {
        ja
        en
      }
      asks
      mail
      mayStop
    }
  }
`);

export type NoticeSettings = ResultOf<typeof Settings>;

export const NoticeSettingsDocument = graphql(
  `
    query MyNoticeSettings {
      noticeSettings {
        ...NoticeSettingsRow
      }
    }
  `,
  [Settings],
);

export const SetNoticeSettingsDocument = graphql(
  `
    mutation SetNoticeSettings($input: NoticeSettingsInput!) {
      setNoticeSettings(input: $input) {
        ...NoticeSettingsRow
      }
    }
  `,
  [Settings],
);

export const GiveMailAddressDocument = graphql(
  `
    mutation GiveMailAddress($mailAddress: String!) {
      giveMailAddress(mailAddress: $mailAddress) {
        ...NoticeSettingsRow
      }
    }
  `,
  [Settings],
);

export const ConfirmMailAddressDocument = graphql(
  `
    mutation ConfirmMailAddress($mailCode: String!) {
      confirmMailAddress(mailCode: $mailCode) {
        ...NoticeSettingsRow
      }
    }
  `,
  [Settings],
);

export const RemoveMailAddressDocument = graphql(
  `
    mutation RemoveMailAddress {
      removeMailAddress {
        ...NoticeSettingsRow
      }
    }
  `,
  [Settings],
);

export const MailDeliveryDocument = graphql(`
  query MailOfThePrefecture {
    mailDelivery {
      on
      waiting
      sent
      failed
      inDoubt
      suppressions {
        id
        personName
        address
        reason
        answer
        at
      }
    }
  }
`);

export const LiftMailSuppressionDocument = graphql(`
  mutation LiftMailSuppression($id: ID!) {
    liftMailSuppression(id: $id) {
      id
    }
  }
`);
