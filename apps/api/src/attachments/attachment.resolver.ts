import type { Actor } from '@banso/kernel';
import {
  type Attachment,
  ATTACHMENT_LIMITS,
  type AttachmentOwnerType,
  AttachmentService,
} from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { AttachmentFolderType, AttachmentOwnerEnum, AttachmentType } from './attachment.graphql.js';

const id = { type: () => ID, description: 'The attachment.' };

@Resolver(() => AttachmentType)
export class AttachmentResolver {
  constructor(private readonly service: AttachmentService) {}

  @Query(() => AttachmentFolderType, { description: 'The files of a record that you may see.' })
  @AllowInPrefecture()
  async attachments(
    @CurrentActor() actor: Actor,
    @Args('ownerType', { type: () => AttachmentOwnerEnum, description: 'What kind of record it is.' })
    ownerType: AttachmentOwnerType,
    @Args('ownerId', { type: () => ID, description: 'The record.' }) ownerId: string,
  ): Promise<AttachmentFolderType> {
    const { files, owner } = await this.service.list(actor, { ownerType, ownerId });
    return {
      id: ownerId,
      files,
      changeable: files.filter((file) => owner.mayChange(file)).map((file) => file.id),
      mayAdd: owner.mayAdd,
      mostFiles: ATTACHMENT_LIMITS.files,
      mostBytes: ATTACHMENT_LIMITS.bytes,
    };
  }

  @Mutation(() => AttachmentType, { description: 'Names a file anew; its extension stays.' })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR', 'SPECIALIST')
  renameAttachment(
    @CurrentActor() actor: Actor,
    @Args('id', id) attachmentId: string,
    @Args('name', { description: 'Its new name, with the same extension; at most 200 characters.' })
    name: string,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<Attachment> {
    return this.service.rename(actor, attachmentId, { name, seen });
  }

  @Mutation(() => AttachmentType, { description: 'Takes a file away, for good.' })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR', 'SPECIALIST')
  removeAttachment(@CurrentActor() actor: Actor, @Args('id', id) attachmentId: string): Promise<Attachment> {
    return this.service.remove(actor, attachmentId);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever renames it says which one was read.' })
  version(@Parent() file: Attachment, @Context() { loaders }: RequestContext): Promise<string> {
    return loaders.version.attachment.load(file.id);
  }
}
