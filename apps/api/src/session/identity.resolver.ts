import { OidcService, prefecturesByIds } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentActor } from '../access.js';
import { PersonFactsInput } from '../people/people.graphql.js';
import type { RequestContext } from '../request-context.js';
import { Arrival } from './arrival.js';
import { IdentityProviderType, IdentityStateType } from './identity.graphql.js';

const PASSWORD = { description: 'Your password.' };
const ADDRESS = 'Where the browser has to go; it comes back by itself.';

/** Signing in with an account of the prefecture. */
@Resolver()
export class IdentityResolver {
  constructor(
    private readonly db: Db,
    private readonly service: OidcService,
    private readonly arrival: Arrival,
  ) {}

  @Query(() => [IdentityProviderType], {
    description: 'Prefectures that have an identity provider; none unless the installation names one.',
  })
  @Allow('PUBLIC')
  identityProviders(): Promise<IdentityProviderType[]> {
    return this.db.system(null, async (tx) =>
      (await prefecturesByIds(tx, this.service.prefectureIds)).map(({ id, name, nameEn }) => ({
        prefectureId: id,
        prefectureName: name,
        prefectureNameEn: nameEn,
      })),
    );
  }

  @Query(() => IdentityStateType, { description: 'Your own link to the identity provider.' })
  @AllowSignedIn()
  async myIdentity(@CurrentActor() actor: Actor): Promise<IdentityStateType> {
    const available = this.service.prefectureIds.includes(actor.prefectureId ?? '');
    return { available, linkedAt: await this.service.linkedAt(actor) };
  }

  @Mutation(() => String, {
    description: `Begins to sign in with an account of the prefecture. ${ADDRESS}`,
    complexity: 100,
  })
  @Allow('PUBLIC')
  async beginIdentitySignIn(
    @Args('prefectureId', { type: () => ID, description: 'One of the prefectures that have a provider.' })
    prefectureId: string,
    @Context() context: RequestContext,
  ): Promise<string> {
    return this.arrival.sendOff(await this.service.begin(prefectureId), context);
  }

  @Mutation(() => String, {
    description: `Begins to accept an invitation with an account of the prefecture, instead of choosing a password. ${ADDRESS}`,
    complexity: 100,
  })
  @Allow('PUBLIC')
  async beginIdentityJoin(
    @Args('token', { description: 'What stands behind the # of the link.' }) token: string,
    @Args('input', { description: 'Who it is.' }) input: PersonFactsInput,
    @Context() context: RequestContext,
  ): Promise<string> {
    return this.arrival.sendOff(await this.service.beginJoin(token, input), context);
  }

  @Mutation(() => String, {
    description: `Begins to link your account of the prefecture to this one. ${ADDRESS}`,
  })
  @AllowSignedIn()
  async beginIdentityLink(
    @CurrentActor() actor: Actor,
    @Args('presentPassword', PASSWORD) presentPassword: string,
    @Context() context: RequestContext,
  ): Promise<string> {
    return this.arrival.sendOff(await this.service.beginLink(actor, presentPassword), context);
  }

  @Mutation(() => Boolean, { description: 'Your account of the prefecture signs you in no longer.' })
  @AllowSignedIn()
  async unlinkIdentity(
    @CurrentActor() actor: Actor,
    @Args('presentPassword', PASSWORD) presentPassword: string,
  ): Promise<boolean> {
    await this.service.unlink(actor, presentPassword);
    return true;
  }
}
