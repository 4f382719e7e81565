import type { Municipality } from '@banso/directory';
import type { PersonDays, RepeatRow, StepRow, ThemeRatings, TownCoverage, WaitRow } from '@banso/overview';
import type { Specialist, SupportTheme } from '@banso/talent';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { SupportThemeType } from '../talent/support-theme.graphql.js';
import { TownCoverageType } from './coverage.graphql.js';
import { PersonDaysType } from './days.graphql.js';
import { RepeatedNeedType, StepOutcomeType, ThemeRatingsType } from './effects.graphql.js';
import { RequestWaitType } from './waits.graphql.js';

const TOWN = { nullable: true, description: 'The town.' } as const;

@Resolver(() => TownCoverageType)
export class TownCoverageResolver {
  @ResolveField(() => MunicipalityType, TOWN)
  municipality(
    @Parent() { municipalityId }: TownCoverage,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }
}

@Resolver(() => RequestWaitType)
export class RequestWaitResolver {
  @ResolveField(() => MunicipalityType, TOWN)
  municipality(
    @Parent() { municipalityId }: WaitRow,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }
}

@Resolver(() => StepOutcomeType)
export class StepOutcomeResolver {
  @ResolveField(() => MunicipalityType, TOWN)
  municipality(
    @Parent() { municipalityId }: StepRow,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }
}

@Resolver(() => RepeatedNeedType)
export class RepeatedNeedResolver {
  @ResolveField(() => MunicipalityType, TOWN)
  municipality(
    @Parent() { municipalityId }: RepeatRow,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }

  @ResolveField(() => SupportThemeType, { nullable: true, description: 'The theme of both.' })
  theme(
    @Parent() { themeId }: RepeatRow,
    @Context() { loaders }: RequestContext,
  ): Promise<SupportTheme | null> {
    return loaders.theme.load(themeId);
  }
}

@Resolver(() => ThemeRatingsType)
export class ThemeRatingsResolver {
  @ResolveField(() => SupportThemeType, { nullable: true, description: 'The theme; null: none was named.' })
  async theme(
    @Parent() { themeId }: ThemeRatings,
    @Context() { loaders }: RequestContext,
  ): Promise<SupportTheme | null> {
    return themeId ? loaders.theme.load(themeId) : null;
  }
}

@Resolver(() => PersonDaysType)
export class PersonDaysResolver {
  @ResolveField(() => SpecialistType, { nullable: true, description: 'The specialist.' })
  specialist(
    @Parent() { specialistId }: PersonDays,
    @Context() { loaders }: RequestContext,
  ): Promise<Specialist | null> {
    return loaders.specialist.load(specialistId);
  }
}

export const OVERVIEW_ROW_RESOLVERS = [
  TownCoverageResolver,
  RequestWaitResolver,
  StepOutcomeResolver,
  RepeatedNeedResolver,
  ThemeRatingsResolver,
  PersonDaysResolver,
];
