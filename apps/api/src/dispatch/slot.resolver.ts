import { type PricePart, ruleLabel, type Slot } from '@banso/dispatch';
import type { Specialist } from '@banso/talent';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { SentenceType } from './sentence.graphql.js';
import { PlannedSlotType, PricePartType } from './slot.graphql.js';

@Resolver(() => PlannedSlotType)
export class PlannedSlotResolver {
  @ResolveField(() => SpecialistType, {
    nullable: true,
    description: 'Who comes; null when you may not know.',
  })
  async specialist(@Parent() slot: Slot, @Context() context: RequestContext): Promise<Specialist | null> {
    return context.loaders.specialist.load(slot.specialistId);
  }
}

@Resolver(() => PricePartType)
export class PricePartResolver {
  @ResolveField(() => SentenceType, { description: 'What the rule is called.' })
  label(@Parent() { ruleId }: PricePart): SentenceType {
    return ruleLabel(ruleId);
  }
}
