import { type Actor, Clock } from '@banso/kernel';
import { getAccount, getMunicipality, getPrefecture, SignInService } from '@banso/directory';
import { type Config, CONFIG, Db } from '@banso/platform';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access.js';
import { type RequestContext, sessionCookieOf } from '../request-context.js';
import { ServerInfoType, ViewerType } from './session.graphql.js';

@Resolver()
export class SessionResolver {
  constructor(
    private readonly db: Db,
    private readonly signInService: SignInService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => ServerInfoType, { description: 'What this installation is.' })
  @Allow('PUBLIC')
  serverInfo(): ServerInfoType {
    return { demo: this.config.BANSO_DEMO, today: this.clock.today() };
  }

  @Query(() => ViewerType, {
    nullable: true,
    description: 'The person who has signed in; null when nobody has.',
  })
  @Allow('PUBLIC')
  viewer(@Context() context: RequestContext): Promise<ViewerType | null> | null {
    return context.actor && this.view(context.actor);
  }

  /** Whoever guesses pays for the reckoning of each password. */
  @Mutation(() => ViewerType, { description: 'Signs in with a local account.', complexity: 1_000 })
  @Allow('PUBLIC')
  async signIn(
    @Args('loginId', { description: 'Sign-in name.' }) loginId: string,
    @Args('password', { description: 'Password.' }) password: string,
    @Context() context: RequestContext,
  ): Promise<ViewerType> {
    const { token, expiresAt, actor } = await this.signInService.signIn({
      loginId,
      password,
      from: context.reply.request.ip,
      userAgent: context.reply.request.headers['user-agent'] ?? '',
    });
    // Whatever the browser carried before, planted or left over, is of no use from now on.
    await this.signInService.signOut(context.sessionToken ?? '');
    context.reply.setCookie(sessionCookieOf(this.config), token, { ...this.cookie(), expires: expiresAt });
    return this.view(actor);
  }

  @Mutation(() => Boolean, { description: 'Signs out; the session is gone at once.' })
  @Allow('PUBLIC')
  async signOut(@Context() context: RequestContext): Promise<boolean> {
    if (context.sessionToken) await this.signInService.signOut(context.sessionToken);
    context.reply.clearCookie(sessionCookieOf(this.config), this.cookie());
    return true;
  }

  private cookie() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.BANSO_SECURE_COOKIES } as const;
  }

  private view(actor: Actor): Promise<ViewerType> {
    return this.db.read(actor, async (tx) => {
      if (actor.role === 'SYSTEM') throw new Error('The system does not sign in');
      const prefecture = await getPrefecture(tx, actor.prefectureId);
      return {
        name: actor.name,
        nameEn: (await getAccount(tx, actor.accountId)).nameEn,
        role: actor.role,
        prefectureId: prefecture.id,
        prefectureName: prefecture.name,
        prefectureNameEn: prefecture.nameEn,
        municipality:
          actor.role === 'MUNICIPALITY_STAFF' ? await getMunicipality(tx, actor.municipalityId) : null,
        specialistId: actor.role === 'SPECIALIST' ? actor.specialistId : null,
      };
    });
  }
}
