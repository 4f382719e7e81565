import {
  type BrowserSession,
  type Membership,
  municipalitiesByIds,
  prefecturesByIds,
  SessionService,
} from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { BrowserSessionType, MembershipType } from './session.graphql.js';

/** Where a person is signed in, and as whom. */
@Resolver()
export class OwnSessionsResolver {
  constructor(
    private readonly db: Db,
    private readonly service: SessionService,
  ) {}

  @Query(() => [BrowserSessionType], { description: 'Every browser in which you are signed in.' })
  @AllowSignedIn()
  mySessions(@CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<BrowserSession[]> {
    return this.service.list(actor, context.sessionToken ?? '');
  }

  @Query(() => [MembershipType], { description: 'Every part that you may play.' })
  @AllowSignedIn()
  async myMemberships(@CurrentActor() actor: Actor): Promise<MembershipType[]> {
    const memberships = await this.service.memberships(actor);
    return this.db.read(actor, async (tx) => {
      const towns = await municipalitiesByIds(
        tx,
        memberships.flatMap(({ municipalityId }) => municipalityId ?? []),
      );
      const prefectures = await prefecturesByIds(
        tx,
        memberships.flatMap(({ prefectureId }) => prefectureId ?? []),
      );
      return memberships.map((membership) => {
        const { id, role, prefectureId, municipalityId } = membership;
        const place =
          towns.find((town) => town.id === municipalityId) ??
          prefectures.find((prefecture) => prefecture.id === prefectureId);
        return {
          id,
          role,
          placeName: place?.name ?? '',
          placeNameEn: place?.nameEn ?? '',
          current: isPlayedBy(membership, actor),
        };
      });
    });
  }

  @Mutation(() => Boolean, { description: 'Goes on in another part of yours, from the next request.' })
  @AllowSignedIn()
  async switchMembership(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'One of your memberships.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    await this.service.switchTo(actor, id, context.sessionToken ?? '');
    return true;
  }

  @Mutation(() => Boolean, { description: 'Signs one browser of yours out, at once.' })
  @AllowSignedIn()
  async endSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'One of your sessions.' }) id: string,
  ): Promise<boolean> {
    await this.service.end(actor, id);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Signs you out of every browser.' })
  @AllowSignedIn()
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Args('keepThis', { description: 'Whether the browser that asks stays signed in.' }) keepThis: boolean,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    await this.service.endAll(actor, keepThis ? context.sessionToken : null);
    return true;
  }
}

const isPlayedBy = (membership: Membership, actor: Actor): boolean =>
  membership.role === actor.role &&
  membership.prefectureId === actor.prefectureId &&
  (actor.role !== 'MUNICIPALITY_STAFF' || membership.municipalityId === actor.municipalityId) &&
  (actor.role !== 'SPECIALIST' || membership.specialistId === actor.specialistId);
