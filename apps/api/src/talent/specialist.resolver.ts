import type { Place } from '@banso/directory';
import { type Actor, Clock, type WeeklyHalf } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  getSpecialist,
  listSpecialists,
  patternOn,
  type Skill,
  type SkillAssessment,
  SkillAssessmentService,
  type SkillLevel,
  type Specialist,
  type SpecialistAction,
  specialistActions,
  SpecialistService,
  type TalentProfile,
} from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { PlaceType } from '../directory/register.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import {
  AssessmentInput,
  SkillLevelType,
  SpecialistConnection,
  SpecialistFilter,
  SpecialistInput,
  SpecialistType,
} from './specialist.graphql.js';
import { SkillType, TalentProfileType } from './taxonomy.graphql.js';
import { SpecialistActionEnum, WeeklyHalfEnum } from './words.graphql.js';

const id = { type: () => ID, description: 'The specialist.' };
const facts = { description: 'What the hub writes down.' };

@Resolver(() => SpecialistType)
export class SpecialistResolver {
  constructor(
    private readonly db: Db,
    private readonly service: SpecialistService,
    private readonly assessments: SkillAssessmentService,
    private readonly clock: Clock,
  ) {}

  @Query(() => SpecialistConnection, {
    description: 'Specialists that you may see, in the order of the reading.',
  })
  @AllowInPrefecture()
  async specialists(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: SpecialistFilter,
  ): Promise<Connection<Specialist>> {
    return toConnection(await this.db.read(actor, (tx) => listSpecialists(tx, actor, filter ?? {}, page)));
  }

  @Query(() => SpecialistType, { description: 'One specialist.' })
  @AllowInPrefecture()
  specialist(@CurrentActor() actor: Actor, @Args('id', id) specialistId: string): Promise<Specialist> {
    return this.db.read(actor, (tx) => getSpecialist(tx, actor, specialistId));
  }

  @Mutation(() => SpecialistType, { description: "Adds somebody to your prefecture's pool." })
  @Allow('HUB_COORDINATOR')
  registerSpecialist(
    @CurrentActor() actor: Actor,
    @Args('input', facts) input: SpecialistInput,
  ): Promise<Specialist> {
    return this.service.register(actor, input);
  }

  @Mutation(() => SpecialistType, { description: 'Rewrites what is written down about a specialist.' })
  @Allow('HUB_COORDINATOR')
  reviseSpecialist(
    @CurrentActor() actor: Actor,
    @Args('id', id) specialistId: string,
    @Args('input', facts) input: SpecialistInput,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) version: string,
  ): Promise<Specialist> {
    return this.service.revise(actor, specialistId, input, version);
  }

  @Mutation(() => SkillLevelType, {
    description: 'Writes down a skill level; the one before is kept in the history.',
  })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  assessSkill(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The finding.' }) input: AssessmentInput,
  ): Promise<SkillAssessment> {
    return this.assessments.assess(actor, input);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() one: Specialist, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.specialist.load(one.id);
  }

  @ResolveField(() => TalentProfileType, { nullable: true, description: 'The talent profile.' })
  async profile(
    @Parent() one: Specialist,
    @Context() context: RequestContext,
  ): Promise<TalentProfile | null> {
    return context.loaders.profile.load(one.profileId);
  }

  @ResolveField(() => PlaceType, { nullable: true, description: 'Where the working day begins and ends.' })
  async base(@Parent() one: Specialist, @Context() context: RequestContext): Promise<Place | null> {
    return context.loaders.place.load(one.baseId);
  }

  @ResolveField(() => [SkillLevelType], { description: 'What is known today about the skills.' })
  async skills(
    @Parent() one: Specialist,
    @Context() context: RequestContext,
  ): Promise<readonly SkillLevel[]> {
    return context.loaders.skillLevels.load(one.id);
  }

  @ResolveField(() => [WeeklyHalfEnum], { description: 'The weekly working pattern of today.' })
  async weekly(
    @Parent() one: Specialist,
    @Context() context: RequestContext,
  ): Promise<readonly WeeklyHalf[]> {
    return patternOn(await context.loaders.patterns.load(one), this.clock.today());
  }

  @ResolveField(() => [SpecialistActionEnum], { description: 'What you may do with the record.' })
  viewerActions(@Parent() one: Specialist, @CurrentActor() actor: Actor): SpecialistAction[] {
    return specialistActions(actor, one);
  }
}

@Resolver(() => SkillLevelType)
export class SkillLevelResolver {
  @ResolveField(() => SkillType, { nullable: true, description: 'The skill itself.' })
  async skill(@Parent() level: SkillLevel, @Context() context: RequestContext): Promise<Skill | null> {
    return context.loaders.skill.load(level.skillId);
  }
}
