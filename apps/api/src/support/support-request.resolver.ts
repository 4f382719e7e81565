import type { Actor } from '@banso/kernel';
import type { Municipality } from '@banso/directory';
import { Db } from '@banso/platform';
import {
  actionsOf,
  answerDayOf,
  getSupportRequest,
  historyFor,
  listSupportRequests,
  shortlistFor,
  type ShortlistEntry,
  type SupportRequest,
  type SupportRequestAction,
  type SupportRequestEvent,
  SupportRequestIntakeService,
  SupportRequestTriageService,
  type TownQuestion,
} from '@banso/support';
import type { FieldOfYear, Specialist, SupportTheme } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import { ExpertFieldType } from '../talent/roster.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { SupportThemeType } from '../talent/support-theme.graphql.js';
import { PurchaseInput } from './procurement.graphql.js';
import {
  ShortlistEntryType,
  SupportRequestActionEnum,
  SupportRequestConnection,
  SupportRequestEventType,
  SupportRequestFilter,
  SupportRequestInput,
  SupportRequestType,
  TownQuestionEnum,
} from './support-request.graphql.js';

const id = { type: () => ID, description: 'The support request.' };
const seen = { type: () => ID, description: 'The version that you have read.' };
const reason = { description: 'Why; the other side reads it.' };

@Resolver(() => SupportRequestType)
export class SupportRequestResolver {
  constructor(
    private readonly db: Db,
    private readonly intake: SupportRequestIntakeService,
    private readonly triage: SupportRequestTriageService,
  ) {}

  @Query(() => SupportRequestConnection, {
    description: 'Support requests that you may see; the newest first, unless the filter says otherwise.',
  })
  @AllowInPrefecture()
  async supportRequests(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: SupportRequestFilter,
  ): Promise<Connection<SupportRequest>> {
    return toConnection(
      await this.db.read(actor, (tx) => listSupportRequests(tx, actor, filter ?? {}, page)),
    );
  }

  @Query(() => SupportRequestType, { description: 'One support request.' })
  @AllowInPrefecture()
  supportRequest(@CurrentActor() actor: Actor, @Args('id', id) requestId: string): Promise<SupportRequest> {
    return this.db.read(actor, (tx) => getSupportRequest(tx, actor, requestId));
  }

  @Mutation(() => SupportRequestType, {
    description: 'Writes a draft. The hub may write for a town that telephones.',
  })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  draftSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What the town asks for.' }) input: SupportRequestInput,
    @Args('municipalityId', { type: () => ID, nullable: true, description: 'Needed from the hub only.' })
    municipalityId?: string,
    @Args('purchase', {
      type: () => PurchaseInput,
      nullable: true,
      description:
        'What it is about to buy and from whom: whoever is tied to a vendor is shut out from the start.',
    })
    purchase?: PurchaseInput,
  ): Promise<SupportRequest> {
    return this.intake.draft(actor, input, municipalityId, purchase);
  }

  @Mutation(() => SupportRequestType, { description: 'Rewrites a draft.' })
  @Allow('TOWN_REQUESTER', 'HUB_COORDINATOR')
  reviseSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('input', { description: 'What the town asks for.' }) input: SupportRequestInput,
    @Args('seen', seen) version: string,
  ): Promise<SupportRequest> {
    return this.intake.revise(actor, requestId, input, version);
  }

  @Mutation(() => SupportRequestType, { description: 'Puts a draft before the superior.' })
  @Allow('TOWN_REQUESTER')
  sendSupportRequestForApproval(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
  ): Promise<SupportRequest> {
    return this.intake.sendForApproval(actor, requestId);
  }

  @Mutation(() => SupportRequestType, { description: 'Gives a request back to its writer, with the reason.' })
  @Allow('TOWN_APPROVER')
  returnSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.intake.returnToDraft(actor, requestId, why);
  }

  @Mutation(() => SupportRequestType, {
    description: 'Sends it to the hub; from approval, this is the approval.',
  })
  @Allow('TOWN_APPROVER', 'HUB_COORDINATOR')
  submitSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('approvalNumber', { nullable: true, description: "Number of the town's own approval document." })
    approvalNumber?: string,
    @Args('post', { nullable: true, description: 'The post under which you approve, as on a stamp.' })
    post?: string,
    @Args('seen', { ...seen, nullable: true }) version?: string,
  ): Promise<SupportRequest> {
    return this.intake.submit(
      actor,
      requestId,
      { approvalNumber: approvalNumber ?? null, post: post ?? null },
      version,
    );
  }

  @Mutation(() => SupportRequestType, {
    description: 'Asks whoever approves in your town once more; once on a day.',
  })
  @Allow('TOWN_REQUESTER')
  remindApprover(@CurrentActor() actor: Actor, @Args('id', id) requestId: string): Promise<SupportRequest> {
    return this.intake.remind(actor, requestId);
  }

  @Mutation(() => SupportRequestType, { description: 'Takes a request back before support has begun.' })
  @Allow('TOWN_REQUESTER', 'TOWN_APPROVER', 'HUB_COORDINATOR')
  withdrawSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.intake.withdraw(actor, requestId, why);
  }

  @Mutation(() => SupportRequestType, { description: 'Begins the first answer to a request.' })
  @Allow('HUB_COORDINATOR')
  beginTriage(@CurrentActor() actor: Actor, @Args('id', id) requestId: string): Promise<SupportRequest> {
    return this.triage.beginTriage(actor, requestId);
  }

  @Mutation(() => SupportRequestType, { description: 'Names the theme of a trouble.' })
  @Allow('HUB_COORDINATOR')
  classifySupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('themeId', { type: () => ID, description: 'The support theme.' }) themeId: string,
    @Args('seen', seen) version: string,
  ): Promise<SupportRequest> {
    return this.triage.classify(actor, requestId, themeId, version);
  }

  @Mutation(() => SupportRequestType, {
    description: 'Asks the town before anything is decided: a question, or whether to talk online first.',
  })
  @Allow('HUB_COORDINATOR')
  askTownAboutRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('question', { type: () => TownQuestionEnum, description: 'Which of the two.' })
    question: TownQuestion,
    @Args('words', { description: 'What the town reads.' }) words: string,
  ): Promise<SupportRequest> {
    return this.triage.askTown(actor, requestId, question, words);
  }

  @Mutation(() => SupportRequestType, {
    description:
      "Answers the hub's question. Whoever agrees to talk online first asks for that talk of half an hour alone.",
  })
  @Allow('TOWN_REQUESTER', 'TOWN_APPROVER')
  answerHubAboutRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('agrees', { description: 'Whether the town agrees to talk online first; true for a question.' })
    agrees: boolean,
    @Args('words', { description: 'What the hub reads.' }) words: string,
  ): Promise<SupportRequest> {
    return this.intake.answerHub(actor, requestId, agrees, words);
  }

  @Mutation(() => SupportRequestType, { description: 'Accepts a request for visits.' })
  @Allow('HUB_COORDINATOR')
  acceptSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
  ): Promise<SupportRequest> {
    return this.triage.accept(actor, requestId);
  }

  @Mutation(() => SupportRequestType, { description: 'Closes a request by an answer, without a visit.' })
  @Allow('HUB_COORDINATOR')
  adviseSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('advice', { description: 'The answer that the town reads.' }) advice: string,
  ): Promise<SupportRequest> {
    return this.triage.advise(actor, requestId, advice);
  }

  @Mutation(() => SupportRequestType, { description: 'Refers a town to another scheme.' })
  @Allow('HUB_COORDINATOR')
  referSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('scheme', { description: 'Which scheme, and how to apply.' }) scheme: string,
    @Args('schemeId', {
      type: () => String,
      nullable: true,
      description: 'The scheme, where it is one that is known: what the request takes of it is written down.',
    })
    schemeId?: string | null,
  ): Promise<SupportRequest> {
    return this.triage.refer(actor, requestId, scheme, schemeId);
  }

  @Mutation(() => SupportRequestType, { description: 'Does not adopt a request, with the reason.' })
  @Allow('HUB_COORDINATOR')
  declineSupportRequest(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.triage.notAdopt(actor, requestId, why);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() request: SupportRequest, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.support_request.load(request.id);
  }

  @ResolveField(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day by which the hub has promised an answer; null before it is sent and once it is answered.',
  })
  answerBy(@Parent() request: SupportRequest): string | null {
    return answerDayOf(request);
  }

  @ResolveField(() => MunicipalityType, { description: 'The town that asks.' })
  async municipality(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(request.municipalityId);
  }

  @ResolveField(() => SupportThemeType, { nullable: true, description: 'Its theme, if it has one.' })
  async theme(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<SupportTheme | null> {
    return request.themeId ? context.loaders.theme.load(request.themeId) : null;
  }

  @ResolveField(() => ExpertFieldType, {
    nullable: true,
    description: 'The field that its theme had in the fiscal year of filing; later years leave it alone.',
  })
  async expertField(
    @Parent() { expertFieldId }: SupportRequest,
    @Context() { loaders }: RequestContext,
  ): Promise<FieldOfYear | null> {
    return expertFieldId === null ? null : loaders.expertField.load(expertFieldId);
  }

  @ResolveField(() => SpecialistType, {
    nullable: true,
    description: 'The specialist decided by name, if any.',
  })
  async specialist(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return request.specialistId ? context.loaders.specialist.load(request.specialistId) : null;
  }

  @ResolveField(() => [SupportRequestEventType], {
    description: 'The changes of state that you may read, oldest first.',
  })
  async history(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<readonly SupportRequestEvent[]> {
    return historyFor(actor, await context.loaders.requestHistory.load(request.id));
  }

  @ResolveField(() => [ShortlistEntryType], {
    description: 'The specialists put before the town; a specialist reads only the own line.',
  })
  async shortlist(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<readonly ShortlistEntry[]> {
    return shortlistFor(actor, await context.loaders.shortlist.load(request.id));
  }

  @ResolveField(() => [SupportRequestActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() request: SupportRequest, @CurrentActor() actor: Actor): SupportRequestAction[] {
    return actionsOf(actor, request);
  }
}
