import { type Municipality, parseDateRange } from '@banso/directory';
import type { Visit } from '@banso/dispatch';
import type { Actor, LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  type ClaimView,
  getTravelClaim,
  journeyRowsOf,
  type JourneyRows,
  listTravelClaims,
  type ReckonedLine,
  type TravelClaim,
  type TravelClaimAction,
  travelClaimActionsOf,
  type TravelClaimEvent,
  TravelClaimService,
  type TravelClaimVisit,
  TravelExaminationService,
  TravelPaperService,
  type TravelTotal,
  travelTotals,
  unclaimedVisits,
  viewClaim,
} from '@banso/settlement';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import { VisitType } from '../../dispatch/visit.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { type Connection, PageArgs, toConnection } from '../../page.graphql.js';
import { PaperFileType } from '../../paper.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { SpecialistType } from '../../talent/specialist.graphql.js';
import {
  type TravelAmountType,
  TravelClaimActionEnum,
  TravelClaimConnection,
  TravelClaimEventType,
  TravelClaimFilter,
  TravelClaimInput,
  TravelClaimType,
  TravelClaimVisitType,
  TravelFiguresType,
  TravelJourneyType,
  TravelTotalType,
} from './travel-claims.graphql.js';
import { ruleVersionOf } from './travel-rules.resolver.js';

const id = { type: () => ID, description: 'The claim.' };
const day = (description: string) => ({ type: () => LocalDateScalar, description });

const amountOf = ({ clause, formula, ...line }: ReckonedLine): TravelAmountType => ({
  ...line,
  clauseJa: clause.ja,
  clauseEn: clause.en,
  formulaJa: formula.ja,
  formulaEn: formula.en,
});

const figuresOf = ({ rules, fees, visits, missing, withoutRule, ...view }: ClaimView): TravelFiguresType => ({
  ...view,
  rules: rules.map(({ version, lines, yen }) => ({
    rule: ruleVersionOf(version),
    lines: lines.map(amountOf),
    yen,
  })),
  fees: fees.map(amountOf),
  shares: visits.map(({ part, payerName, yen, feeYen }) => ({
    visitId: part.visitId,
    payerName,
    yen,
    feeYen,
  })),
  missing: [...missing],
  withoutRule: [...withoutRule],
});

@Resolver(() => TravelClaimType)
export class TravelClaimResolver {
  constructor(
    private readonly db: Db,
    private readonly claims: TravelClaimService,
    private readonly examination: TravelExaminationService,
    private readonly papers: TravelPaperService,
  ) {}

  @Query(() => TravelClaimConnection, {
    description: 'Travel claims that you may see, the latest journey first; the hub sees what was handed in.',
  })
  @Allow('HUB_STAFF', 'SPECIALIST')
  async travelClaims(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: TravelClaimFilter,
  ): Promise<Connection<TravelClaim>> {
    return toConnection(await this.db.read(actor, (tx) => listTravelClaims(tx, actor, filter ?? {}, page)));
  }

  @Query(() => TravelClaimType, { description: 'One travel claim.' })
  @Allow('HUB_STAFF', 'SPECIALIST')
  travelClaim(@CurrentActor() actor: Actor, @Args('id', id) claimId: string): Promise<TravelClaim> {
    return this.db.read(actor, (tx) => getTravelClaim(tx, actor, claimId));
  }

  @Query(() => [VisitType], {
    description: 'Visits that you have made and not yet claimed for, at most 60, the latest first.',
  })
  @Allow('SPECIALIST')
  unclaimedVisits(@CurrentActor() actor: Actor): Promise<Visit[]> {
    return this.db.read(actor, async (tx) => (actor.role === 'SPECIALIST' ? unclaimedVisits(tx, actor) : []));
  }

  @Query(() => [TravelTotalType], {
    description: 'Granted travel by person, town and month, of visits in a period of at most 500 days.',
  })
  @Allow('HUB_STAFF')
  travelTotals(
    @CurrentActor() actor: Actor,
    @Args('from', day('First day.')) from: LocalDate,
    @Args('to', day('Last day.')) to: LocalDate,
  ): Promise<TravelTotal[]> {
    const period = parseDateRange({ from, to });
    return this.db.read(actor, (tx) => travelTotals(tx, actor, period));
  }

  @Mutation(() => TravelClaimType, {
    description: 'Begins a claim for a visit, or for several on days in a row, as the plan meant the way.',
  })
  @Allow('SPECIALIST')
  startTravelClaim(
    @CurrentActor() actor: Actor,
    @Args('visitIds', { type: () => [ID], description: 'Visits that were made, at most 14.' })
    visitIds: string[],
  ): Promise<TravelClaim> {
    return this.claims.start(actor, visitIds);
  }

  @Mutation(() => TravelClaimType, { description: 'Writes a claim anew, while it is not handed in.' })
  @Allow('SPECIALIST')
  reviseTravelClaim(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All of it.' }) input: TravelClaimInput,
  ): Promise<TravelClaim> {
    return this.claims.revise(actor, input);
  }

  @Mutation(() => TravelClaimType, { description: 'Hands a claim in.' })
  @Allow('SPECIALIST')
  submitTravelClaim(@CurrentActor() actor: Actor, @Args('id', id) claimId: string): Promise<TravelClaim> {
    return this.claims.submit(actor, claimId);
  }

  @Mutation(() => TravelClaimType, { description: 'Drops a claim; its visits can be claimed for anew.' })
  @Allow('SPECIALIST')
  discardTravelClaim(@CurrentActor() actor: Actor, @Args('id', id) claimId: string): Promise<TravelClaim> {
    return this.claims.discard(actor, claimId);
  }

  @Mutation(() => TravelClaimType, { description: 'Sends a claim back, with the reason.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  returnTravelClaim(
    @CurrentActor() actor: Actor,
    @Args('id', id) claimId: string,
    @Args('reason', { description: 'Why; whoever travelled reads it.' }) reason: string,
  ): Promise<TravelClaim> {
    return this.examination.return(actor, claimId, reason);
  }

  @Mutation(() => TravelClaimType, {
    description: 'Grants a claim: reckoned anew, frozen, and handed over to the cost shares.',
  })
  @Allow('HUB_APPROVER')
  approveTravelClaim(@CurrentActor() actor: Actor, @Args('id', id) claimId: string): Promise<TravelClaim> {
    return this.examination.approve(actor, claimId);
  }

  @Mutation(() => TravelClaimType, { description: 'Notes that a granted claim was paid.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  payTravelClaim(
    @CurrentActor() actor: Actor,
    @Args('id', id) claimId: string,
    @Args('paidOn', day('When.')) paidOn: LocalDate,
  ): Promise<TravelClaim> {
    return this.examination.pay(actor, claimId, paidOn);
  }

  @Mutation(() => TravelClaimType, {
    description: 'Says that nothing is to be paid for a visit: online, or nothing is claimed.',
  })
  @Allow('SPECIALIST', 'HUB_COORDINATOR')
  settleVisitWithoutTravel(
    @CurrentActor() actor: Actor,
    @Args('visitId', { type: () => ID, description: 'The visit.' }) visitId: string,
  ): Promise<TravelClaim> {
    return this.examination.settleWithoutMoney(actor, visitId);
  }

  @Mutation(() => PaperFileType, {
    description: 'The claim in Japanese, as PDF. That it was handed out is logged.',
  })
  @Allow('SPECIALIST', 'HUB_COORDINATOR', 'HUB_APPROVER')
  async makeTravelClaimPaper(
    @CurrentActor() actor: Actor,
    @Args('id', id) claimId: string,
  ): Promise<PaperFileType> {
    const { name, pdf } = await this.papers.make(actor, claimId);
    return { name, content: pdf.toString('base64') };
  }

  @ResolveField(() => Int, { description: 'How often it was written: sent along when it is written again.' })
  version(@Parent() { revision }: TravelClaim): number {
    return revision;
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who travelled.' })
  async specialist(
    @Parent() claim: TravelClaim,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(claim.specialistId);
  }

  @ResolveField(() => [TravelClaimVisitType], { description: 'The visits that it pays for, by day.' })
  async visits(
    @Parent() claim: TravelClaim,
    @Context() context: RequestContext,
  ): Promise<readonly TravelClaimVisit[]> {
    return context.loaders.claimVisits.load(claim.id);
  }

  @ResolveField(() => [TravelClaimEventType], { description: 'Its history, oldest first.' })
  async history(
    @Parent() claim: TravelClaim,
    @Context() context: RequestContext,
  ): Promise<readonly TravelClaimEvent[]> {
    return context.loaders.claimHistory.load(claim.id);
  }

  @ResolveField(() => TravelJourneyType, { description: 'Its legs, nights and receipts.' })
  journey(@Parent() claim: TravelClaim, @CurrentActor() actor: Actor): Promise<JourneyRows> {
    return this.db.read(actor, (tx) => journeyRowsOf(tx, claim.id));
  }

  @ResolveField(() => TravelFiguresType, { description: 'Its figures, each with clause and formula.' })
  async figures(@Parent() claim: TravelClaim, @CurrentActor() actor: Actor): Promise<TravelFiguresType> {
    return figuresOf(await this.db.read(actor, (tx) => viewClaim(tx, claim)));
  }

  @ResolveField(() => [TravelClaimActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() claim: TravelClaim, @CurrentActor() actor: Actor): TravelClaimAction[] {
    return travelClaimActionsOf(actor, claim);
  }
}

@Resolver(() => TravelClaimVisitType)
export class TravelClaimVisitResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() { municipalityId }: TravelClaimVisitType,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(municipalityId);
  }
}

@Resolver(() => TravelTotalType)
export class TravelTotalResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() { municipalityId }: TravelTotalType,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(municipalityId);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who travelled.' })
  async specialist(
    @Parent() { specialistId }: TravelTotalType,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(specialistId);
  }
}
