import type { ConsultationEvent, DeskCandidate } from '@banso/support';
import type { Specialist } from '@banso/talent';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { sentenceOf } from '../messages/index.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { ConsultationEventType, DeskCandidateType } from './consultation.graphql.js';

@Resolver(() => ConsultationEventType)
export class ConsultationEventResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'The answer, the further question, or why. What the desk itself says is in your language.',
  })
  reason(@Parent() event: ConsultationEvent, @Context() { locale }: RequestContext): string | null {
    return event.actorRole === 'SYSTEM' && event.reason
      ? sentenceOf({ reason: event.reason }, locale)
      : event.reason;
  }
}

@Resolver(() => DeskCandidateType)
export class DeskCandidateResolver {
  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who that is.' })
  async specialist(
    @Parent() candidate: DeskCandidate,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(candidate.specialistId);
  }
}
