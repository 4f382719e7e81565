import type { Party } from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { listTravelRules, TRAVEL_RULES, TravelRuleService, type TravelRuleVersion } from '@banso/settlement';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import type { RequestContext } from '../../request-context.js';
import { PartyType } from '../party/party.graphql.js';
import {
  type TravelFigureType,
  TravelRuleInput,
  TravelRuleKindType,
  TravelRuleVersionType,
} from './travel-rules.graphql.js';

const listed = (figures: Readonly<Record<string, number>>): TravelFigureType[] =>
  Object.entries(figures)
    .map(([key, yen]) => ({ key, yen }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

export const ruleVersionOf = ({ figures, ...version }: TravelRuleVersion): TravelRuleVersionType => ({
  ...version,
  amounts: listed(figures.amounts),
  ceilings: listed(figures.ceilings),
  receiptFor: [...figures.receiptFor],
});

const KINDS: readonly TravelRuleKindType[] = TRAVEL_RULES.map(
  ({ id, name, usesCeilings, since, figures, template: { terms, source } }) => ({
    id,
    nameJa: name.ja,
    nameEn: name.en,
    usesCeilings,
    since,
    figures: figures.map(({ key, label, required }) => ({
      key,
      labelJa: label.ja,
      labelEn: label.en,
      required,
    })),
    title: terms.title,
    amounts: listed(terms.amounts),
    ceilings: listed(terms.ceilings),
    receiptFor: [...terms.receiptFor],
    sourceJa: source.ja,
    sourceEn: source.en,
  }),
);

@Resolver(() => TravelRuleVersionType)
export class TravelRuleResolver {
  constructor(
    private readonly db: Db,
    private readonly service: TravelRuleService,
  ) {}

  @Query(() => [TravelRuleKindType], { description: 'The travel rules that the software knows.' })
  @Allow('HUB_STAFF', 'SPECIALIST')
  travelRuleKinds(): readonly TravelRuleKindType[] {
    return KINDS;
  }

  @Query(() => [TravelRuleVersionType], {
    description: 'Every version of the rules of paying bodies, at most 500, the latest first.',
  })
  @Allow('HUB_STAFF', 'SPECIALIST')
  async travelRules(@CurrentActor() actor: Actor): Promise<TravelRuleVersionType[]> {
    return (await this.db.read(actor, (tx) => listTravelRules(tx, actor))).map(ruleVersionOf);
  }

  @Mutation(() => TravelRuleVersionType, {
    description: 'Says by which rule a body pays from a day on; claims that were granted stay as they are.',
  })
  @Allow('HUB_COORDINATOR')
  async setTravelRule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The rule, its figures and where they stand.' }) input: TravelRuleInput,
  ): Promise<TravelRuleVersionType> {
    return ruleVersionOf(await this.service.set(actor, input));
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Whose rule; null: the prefecture’s.' })
  async party(
    @Parent() { partyId }: TravelRuleVersionType,
    @Context() context: RequestContext,
  ): Promise<Party | null> {
    return partyId === null ? null : context.loaders.party.load(partyId);
  }
}
