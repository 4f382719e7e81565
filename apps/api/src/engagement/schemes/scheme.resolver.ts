import type { Municipality } from '@banso/directory';
import { SchemeRouteService, type ShelvedScheme } from '@banso/dispatch';
import {
  type Route,
  type RouteReason,
  sayReason,
  SchemeService,
  type SchemeUse,
  schemeUses,
  type SchemeWindow,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db, NEVER } from '@banso/platform';
import { SchemeUseService, type SupportRequest } from '@banso/support';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import { SentenceType } from '../../dispatch/sentence.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { SupportRequestType } from '../../support/support-request.graphql.js';
import {
  IntakeWindowInput,
  PrefectureSchemeInput,
  SchemeNeedInput,
  SchemeUseInput,
} from './scheme-input.graphql.js';
import {
  IntakeWindowType,
  RouteReasonType,
  SchemeRouteType,
  SchemeType,
  SchemeUseType,
} from './scheme.graphql.js';

/** Counts the visits of a year beside the schemes. */
const COSTLY = 50;

/** What a scheme says, in one level. */
function shelved({ scheme, windows }: ShelvedScheme): SchemeType {
  const { terms, ...rest } = scheme;
  const { kind, caps, cost, costWords, rules, toConfirm, windowCount } = terms;
  const dates: IntakeWindowType[] = [...terms.windows, ...windows];
  return {
    ...rest,
    kind,
    caps,
    cost,
    costWords,
    rules: [...rules],
    toConfirm: [...toConfirm],
    windowCount,
    windows: dates.sort((a, b) => a.closesOn.localeCompare(b.closesOn)),
  };
}

const routed = ({
  scheme,
  fit,
  reasons,
  left,
  nextWindow,
}: Route): Omit<SchemeRouteType, 'reasons'> & {
  reasons: readonly RouteReason[];
} => ({
  scheme: shelved({ scheme, windows: [] }),
  fit,
  reasons,
  leftOnSiteDays: left.onSiteDays,
  leftOnlineMinutes: left.onlineMinutes,
  leftVisits: left.visits,
  nextWindow,
});

@Resolver(() => SchemeType)
export class SchemeResolver {
  constructor(
    private readonly db: Db,
    private readonly routing: SchemeRouteService,
    private readonly schemeKeeping: SchemeService,
    private readonly using: SchemeUseService,
  ) {}

  @Query(() => [SchemeType], { description: 'The pool, the own schemes and the national ones of this year.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async schemes(@CurrentActor() actor: Actor): Promise<SchemeType[]> {
    return (await this.routing.schemes(actor)).map(shelved);
  }

  @Query(() => [SchemeRouteType], {
    description: 'Where a trouble can be sent: what fits first, then what costs the town least.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async schemeRoutes(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The trouble.' }) input: SchemeNeedInput,
  ) {
    return (await this.routing.routes(actor, input)).map(routed);
  }

  @Query(() => [SchemeUseType], { description: 'Uses of schemes that you may see, the newest first.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  schemeUses(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', { type: () => Int, description: 'The fiscal year.' }) fiscalYear: number,
  ): Promise<SchemeUse[]> {
    return this.db.read(actor, (tx) => schemeUses(tx, actor, { fiscalYear }));
  }

  @Mutation(() => SchemeType, { description: 'Adds an own scheme of the prefecture, or rewrites one.' })
  @Allow('HUB_COORDINATOR')
  async setPrefectureScheme(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What it says.' }) input: PrefectureSchemeInput,
    @Args('id', { type: () => ID, nullable: true, description: 'The scheme; null = a new one.' })
    schemeId?: string | null,
    @Args('seen', { type: () => ID, nullable: true, description: 'The version that you have read.' })
    seen?: string | null,
  ): Promise<SchemeType> {
    const kept = await this.schemeKeeping.keep(actor, input, { id: schemeId ?? null, version: seen ?? null });
    return shelved(await this.routing.scheme(actor, kept.id));
  }

  @Mutation(() => IntakeWindowType, { description: 'Enters a last day for applications.' })
  @Allow('HUB_COORDINATOR')
  addSchemeWindow(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Of which scheme, and when.' }) input: IntakeWindowInput,
  ): Promise<SchemeWindow> {
    return this.schemeKeeping.addWindow(actor, input);
  }

  @Mutation(() => IntakeWindowType, { description: 'Takes a last day for applications back.' })
  @Allow('HUB_COORDINATOR')
  removeSchemeWindow(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The window.' }) windowId: string,
  ): Promise<SchemeWindow> {
    return this.schemeKeeping.removeWindow(actor, windowId);
  }

  @Mutation(() => SchemeUseType, { description: 'Writes down what a town has used of a scheme.' })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  recordSchemeUse(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'How much, of which scheme.' }) input: SchemeUseInput,
  ): Promise<SchemeUse> {
    return this.using.record(actor, input);
  }

  @Mutation(() => SchemeUseType, { description: 'Takes back what was written down of a scheme.' })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  removeSchemeUse(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The use.' }) useId: string,
    @Args('reason', { description: 'Why.' }) why: string,
  ): Promise<SchemeUse> {
    return this.using.remove(actor, useId, why);
  }

  @ResolveField(() => ID, { description: 'Version of an own scheme; 0 of all others.' })
  async version(@Parent() { id, origin }: SchemeType, @Context() context: RequestContext): Promise<string> {
    return origin === 'PREFECTURE' ? context.loaders.version.prefecture_scheme.load(id) : NEVER;
  }
}

@Resolver(() => RouteReasonType)
export class RouteReasonResolver {
  @ResolveField(() => SentenceType, { description: 'In words, with the figures.' })
  sentence(@Parent() reason: RouteReason): SentenceType {
    return sayReason(reason);
  }
}

@Resolver(() => SchemeUseType)
export class SchemeUseResolver {
  @ResolveField(() => MunicipalityType, { description: 'The town.' })
  async municipality(
    @Parent() { municipalityId }: SchemeUse,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(municipalityId);
  }

  @ResolveField(() => SupportRequestType, {
    nullable: true,
    description: 'The case, as far as you may see it.',
  })
  async supportRequest(
    @Parent() { supportRequestId }: SchemeUse,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return supportRequestId === null ? null : context.loaders.supportRequest.load(supportRequestId);
  }
}
