import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  listProfiles,
  listSkills,
  listThemes,
  listTroubleGroups,
  type Skill,
  type SupportTheme,
  type TalentProfile,
  type ThemeNeed,
  type TroubleGroup,
} from '@banso/talent';
import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowInPrefecture, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { SupportThemeType } from './support-theme.graphql.js';
import { SkillType, TalentProfileType, ThemeNeedType, TroubleGroupType } from './taxonomy.graphql.js';

/** Skills, profiles and themes: the same for everybody who has signed in. */
@Resolver(() => SupportThemeType)
export class TaxonomyResolver {
  constructor(private readonly db: Db) {}

  @Query(() => [SkillType], { description: 'The whole skill catalogue.' })
  @AllowInPrefecture()
  skills(@CurrentActor() actor: Actor): Promise<Skill[]> {
    return this.db.read(actor, (tx) => listSkills(tx));
  }

  @Query(() => [TalentProfileType], { description: 'The four kinds of digital talent.' })
  @AllowInPrefecture()
  talentProfiles(@CurrentActor() actor: Actor): Promise<TalentProfile[]> {
    return this.db.read(actor, (tx) => listProfiles(tx));
  }

  @Query(() => [SupportThemeType], { description: 'The twenty themes of support.' })
  @AllowInPrefecture()
  supportThemes(@CurrentActor() actor: Actor): Promise<SupportTheme[]> {
    return this.db.read(actor, (tx) => listThemes(tx));
  }

  @Query(() => [TroubleGroupType], { description: 'The groups of troubles, in the order of the screen.' })
  @AllowInPrefecture()
  troubleGroups(@CurrentActor() actor: Actor): Promise<TroubleGroup[]> {
    return this.db.read(actor, (tx) => listTroubleGroups(tx));
  }

  @ResolveField(() => [ThemeNeedType], {
    description: 'The skills that it calls for, the essential ones first.',
  })
  async needs(
    @Parent() theme: SupportTheme,
    @Context() context: RequestContext,
  ): Promise<readonly ThemeNeed[]> {
    return context.loaders.themeNeeds.load(theme.id);
  }
}
