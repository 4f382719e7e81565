import type { Municipality } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  assignmentFor,
  type Consultation,
  type ConsultationAction,
  consultationActionsOf,
  ConsultationAnswerService,
  type ConsultationEvent,
  ConsultationIntakeService,
  type DeskAssignment,
  getConsultation,
  listConsultations,
  type SupportRequest,
} from '@banso/support';
import type { FieldOfYear, Specialist, SupportTheme } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import { ExpertFieldType } from '../talent/roster.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { SupportThemeType } from '../talent/support-theme.graphql.js';
import {
  ConsultationActionEnum,
  ConsultationConnection,
  ConsultationEventType,
  ConsultationFilter,
  ConsultationInput,
  ConsultationType,
  DeskAssignmentType,
} from './consultation.graphql.js';
import { SupportRequestInput, SupportRequestType } from './support-request.graphql.js';

const id = { type: () => ID, description: 'The consultation.' };
const reason = { description: 'Why; the other side reads it.' };

@Resolver(() => ConsultationType)
export class ConsultationResolver {
  constructor(
    private readonly db: Db,
    private readonly intake: ConsultationIntakeService,
    private readonly desk: ConsultationAnswerService,
  ) {}

  @Query(() => ConsultationConnection, { description: 'Consultations that you may see, newest first.' })
  @AllowInPrefecture()
  async consultations(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: ConsultationFilter,
  ): Promise<Connection<Consultation>> {
    return toConnection(await this.db.read(actor, (tx) => listConsultations(tx, actor, filter ?? {}, page)));
  }

  @Query(() => ConsultationType, { description: 'One consultation.' })
  @AllowInPrefecture()
  consultation(@CurrentActor() actor: Actor, @Args('id', id) consultationId: string): Promise<Consultation> {
    return this.db.read(actor, (tx) => getConsultation(tx, actor, consultationId));
  }

  @Mutation(() => ConsultationType, {
    description: 'Asks an expert. The hub may write for a town that telephones.',
  })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  askExpert(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What the town wants to know.' }) input: ConsultationInput,
    @Args('municipalityId', { type: () => ID, nullable: true, description: 'Needed from the hub only.' })
    municipalityId?: string,
  ): Promise<Consultation> {
    return this.intake.ask(actor, input, municipalityId);
  }

  @Mutation(() => ConsultationType, { description: 'Answers a consultation whose turn is yours.' })
  @Allow('SPECIALIST', 'HUB_COORDINATOR')
  answerConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', id) consultationId: string,
    @Args('answer', { description: 'The answer, at most 8,000 characters.' }) answer: string,
  ): Promise<Consultation> {
    return this.desk.answer(actor, consultationId, answer);
  }

  @Mutation(() => ConsultationType, { description: 'Gives a consultation to another specialist.' })
  @Allow('HUB_COORDINATOR')
  reassignConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', id) consultationId: string,
    @Args('specialistId', { type: () => ID, description: 'Who is to answer.' }) specialistId: string,
    @Args('reason', reason) why: string,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) version: string,
  ): Promise<Consultation> {
    return this.desk.reassign(actor, consultationId, { specialistId, reason: why, version });
  }

  @Mutation(() => ConsultationType, { description: 'Asks further when the answer was not enough.' })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  askFurther(
    @CurrentActor() actor: Actor,
    @Args('id', id) consultationId: string,
    @Args('question', { description: 'The further question, at most 4,000 characters.' }) question: string,
  ): Promise<Consultation> {
    return this.intake.askFurther(actor, consultationId, question);
  }

  @Mutation(() => ConsultationType, { description: 'Closes a consultation that the answer has solved.' })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  closeConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', id) consultationId: string,
  ): Promise<Consultation> {
    return this.intake.close(actor, consultationId);
  }

  @Mutation(() => ConsultationType, {
    description: 'Makes a consultation the draft of a support request; each names the other.',
  })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  turnConsultationIntoRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) consultationId: string,
    @Args('input', { description: 'What the town asks for.' }) input: SupportRequestInput,
  ): Promise<Consultation> {
    return this.intake.turnIntoRequest(actor, consultationId, input);
  }

  @Mutation(() => ConsultationType, { description: 'Takes a question back before it is answered.' })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  withdrawConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', id) consultationId: string,
    @Args('reason', reason) why: string,
  ): Promise<Consultation> {
    return this.intake.withdraw(actor, consultationId, why);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() consultation: Consultation, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.consultation.load(consultation.id);
  }

  @ResolveField(() => MunicipalityType, { description: 'The town that asks.' })
  async municipality(
    @Parent() consultation: Consultation,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(consultation.municipalityId);
  }

  @ResolveField(() => SupportThemeType, { nullable: true, description: 'Its theme, if it has one.' })
  async theme(
    @Parent() consultation: Consultation,
    @Context() context: RequestContext,
  ): Promise<SupportTheme | null> {
    return consultation.themeId ? context.loaders.theme.load(consultation.themeId) : null;
  }

  @ResolveField(() => ExpertFieldType, {
    nullable: true,
    description: 'The field that its theme had in the fiscal year of filing; later years leave it alone.',
  })
  async expertField(
    @Parent() { expertFieldId }: Consultation,
    @Context() { loaders }: RequestContext,
  ): Promise<FieldOfYear | null> {
    return expertFieldId === null ? null : loaders.expertField.load(expertFieldId);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Whose turn it is.' })
  async specialist(
    @Parent() consultation: Consultation,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return consultation.specialistId ? context.loaders.specialist.load(consultation.specialistId) : null;
  }

  @ResolveField(() => SupportRequestType, {
    nullable: true,
    description: 'The support request that it became, if you may see it.',
  })
  async supportRequest(
    @Parent() consultation: Consultation,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return consultation.supportRequestId
      ? context.loaders.supportRequest.load(consultation.supportRequestId)
      : null;
  }

  @ResolveField(() => [ConsultationEventType], {
    description: 'Every step, oldest first: questions, answers and why it moved.',
  })
  async history(
    @Parent() consultation: Consultation,
    @Context() context: RequestContext,
  ): Promise<readonly ConsultationEvent[]> {
    return context.loaders.consultationHistory.load(consultation.id);
  }

  @ResolveField(() => DeskAssignmentType, {
    nullable: true,
    description: 'Why this specialist was asked. For the hub only; null for others.',
  })
  assignment(@Parent() consultation: Consultation, @CurrentActor() actor: Actor): DeskAssignment | null {
    return assignmentFor(actor, consultation);
  }

  @ResolveField(() => [ConsultationActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() consultation: Consultation, @CurrentActor() actor: Actor): ConsultationAction[] {
    return consultationActionsOf(actor, consultation);
  }
}
