import { type ErasurePreview, ErasureService, type FormerPerson, type PersonErasure } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { ErasureInput, ErasurePreviewType, FormerPersonType, PersonErasureType } from './erasure.graphql.js';

const id = { type: () => ID, description: 'A membership of theirs here, or the specialist.' };

/** Taking somebody who left out of the records. */
@Resolver()
export class ErasureResolver {
  constructor(private readonly service: ErasureService) {}

  @Query(() => [FormerPersonType], {
    description: 'Whoever left the prefecture and is still named, the last first; at most 200.',
  })
  @Allow('HUB_APPROVER')
  formerPeople(@CurrentActor() actor: Actor): Promise<FormerPerson[]> {
    return this.service.former(actor);
  }

  @Query(() => [PersonErasureType], { description: 'Erasures of the prefecture, the latest 100 first.' })
  @Allow('HUB_STAFF')
  erasures(@CurrentActor() actor: Actor): Promise<PersonErasure[]> {
    return this.service.list(actor);
  }

  @Query(() => ErasurePreviewType, {
    description: 'What an erasure would blank, keep and leave. Changes nothing.',
  })
  @Allow('HUB_APPROVER')
  erasurePreview(@CurrentActor() actor: Actor, @Args('id', id) personId: string): Promise<ErasurePreview> {
    return this.service.preview(actor, personId);
  }

  @Mutation(() => PersonErasureType, {
    description: 'Erases somebody for ever, in records and in the audit log. Asked again, it finds it done.',
  })
  @Allow('HUB_APPROVER')
  erasePerson(
    @CurrentActor() actor: Actor,
    @Args('id', id) personId: string,
    @Args('input', { description: 'Why.' }) input: ErasureInput,
  ): Promise<PersonErasure> {
    return this.service.erase(actor, personId, input);
  }
}
