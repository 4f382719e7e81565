import {
  type Agreement,
  type AgreementAction,
  agreementActionsOf,
  type AgreementClause,
  type AgreementEvent,
  type AgreementParty,
  type AgreementStatus,
  type AgreementTerm,
  isDue,
  noticeOn,
  type Party,
  type PlannedYear,
  plannedDays,
  statusOn,
} from '@banso/engagement';
import { type Actor, Clock, type LocalDate } from '@banso/kernel';
import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '../../access.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { sentenceOf } from '../../messages/index.js';
import type { RequestContext } from '../../request-context.js';
import {
  AgreementActionEnum,
  AgreementClauseType,
  AgreementEventType,
  AgreementPartyType,
  AgreementStatusEnum,
  AgreementTermType,
  AgreementType,
  PlannedYearType,
} from './agreement.graphql.js';
import { PartyType } from '../party/party.graphql.js';

/** What an agreement is made of, and what the calendar says of it today. */
@Resolver(() => AgreementType)
export class AgreementPartsResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => AgreementStatusEnum, { description: 'Where it stands today.' })
  status(@Parent() agreement: Agreement): AgreementStatus {
    return statusOn(agreement, this.clock.today());
  }

  @ResolveField(() => LocalDateScalar, { description: 'From which day it asks to be talked about.' })
  noticeOn(@Parent() agreement: Agreement): LocalDate {
    return noticeOn(agreement);
  }

  @ResolveField(() => Boolean, { description: 'Whether that day has come and nobody talks about it yet.' })
  isDue(@Parent() agreement: Agreement): boolean {
    return isDue(agreement, this.clock.today());
  }

  @ResolveField(() => [PlannedYearType], {
    description: 'Planned days by fiscal year and month; a month at the edge counts by its part.',
  })
  plannedYears(@Parent() agreement: Agreement): PlannedYear[] {
    return plannedDays(agreement, agreement.monthlyDays ?? 0);
  }

  @ResolveField(() => [AgreementPartyType], { description: 'Who signs, in the order of the signatures.' })
  async parties(
    @Parent() { id }: Agreement,
    @Context() { loaders }: RequestContext,
  ): Promise<AgreementParty[]> {
    return [...(await loaders.agreementParties.load(id))];
  }

  @ResolveField(() => [AgreementClauseType], { description: 'Its articles.' })
  async clauses(
    @Parent() { id }: Agreement,
    @Context() { loaders }: RequestContext,
  ): Promise<AgreementClause[]> {
    return [...(await loaders.agreementClauses.load(id))];
  }

  @ResolveField(() => [AgreementTermType], {
    description: 'How its term came about, from the signatures on.',
  })
  async terms(@Parent() { id }: Agreement, @Context() { loaders }: RequestContext): Promise<AgreementTerm[]> {
    return [...(await loaders.agreementTerms.load(id))];
  }

  @ResolveField(() => [AgreementEventType], { description: 'What was done, oldest first.' })
  async history(
    @Parent() { id }: Agreement,
    @Context() { loaders }: RequestContext,
  ): Promise<AgreementEvent[]> {
    return [...(await loaders.agreementHistory.load(id))];
  }

  @ResolveField(() => [AgreementActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() agreement: Agreement, @CurrentActor() actor: Actor): AgreementAction[] {
    return agreementActionsOf(actor, agreement, this.clock.today());
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() { id }: Agreement, @Context() { loaders }: RequestContext): Promise<string> {
    return loaders.version.agreement.load(id);
  }
}

@Resolver(() => AgreementPartyType)
export class AgreementPartyResolver {
  @ResolveField(() => PartyType, { nullable: true, description: 'Who that is.' })
  party(
    @Parent() { partyId }: AgreementParty,
    @Context() { loaders }: RequestContext,
  ): Promise<Party | null> {
    return loaders.party.load(partyId);
  }
}

@Resolver(() => AgreementEventType)
export class AgreementEventResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'Why. What the calendar did is said in your language.',
  })
  reason(@Parent() event: AgreementEvent, @Context() { locale }: RequestContext): string | null {
    return event.actorRole === 'SYSTEM' && event.reason
      ? sentenceOf({ reason: event.reason }, locale)
      : event.reason;
  }
}
