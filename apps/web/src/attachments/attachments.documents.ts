import { graphql, type ResultOf, type VariablesOf } from '../gql/graphql';

export const AttachmentsDocument = graphql(`
  query Attachments($ownerType: AttachmentOwner!, $ownerId: ID!) {
    attachments(ownerType: $ownerType, ownerId: $ownerId) {
      id
      files {
        id
        name
        kind
        bytes
        scan
        addedAt
        addedByName
        version
      }
      changeable
      mayAdd
      mostFiles
      mostBytes
    }
  }
`);

export const RenameAttachmentDocument = graphql(`
  mutation RenameAttachment($id: ID!, $name: String!, $seen: ID!) {
    renameAttachment(id: $id, name: $name, seen: $seen) {
      id
      name
      version
    }
  }
`);

export const RemoveAttachmentDocument = graphql(`
  mutation RemoveAttachment($id: ID!) {
    removeAttachment(id: $id) {
      id
    }
  }
`);

export type AttachmentOwner = VariablesOf<typeof AttachmentsDocument>['ownerType'];
export type Folder = ResultOf<typeof AttachmentsDocument>['attachments'];
export type AttachmentRow = Folder['files'][number];
