import { Clock } from '@banso/kernel';
import { OidcService, PasskeySignInService, SignInService } from '@banso/directory';
import { type Config, CONFIG } from '@banso/platform';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { Arrival } from './arrival.js';
import { ServerInfoType, ViewerType } from './session.graphql.js';

const browserOf = ({ reply: { request } }: RequestContext) => ({
  from: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});

@Resolver()
export class SessionResolver {
  constructor(
    private readonly signInService: SignInService,
    private readonly passkeys: PasskeySignInService,
    private readonly identities: OidcService,
    private readonly arrival: Arrival,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => ServerInfoType, { description: 'What this installation is.' })
  @Allow('PUBLIC')
  serverInfo(): ServerInfoType {
    return {
      demo: this.config.BANSO_DEMO,
      calendarFeeds: this.config.BANSO_CALENDAR_FEEDS,
      today: this.clock.today(),
      passkeyOrigin: this.passkeys.origin,
    };
  }

  @Query(() => ViewerType, {
    nullable: true,
    description: 'The person who has signed in; null when nobody has.',
  })
  @Allow('PUBLIC')
  viewer(@Context() context: RequestContext): Promise<ViewerType | null> | null {
    return context.actor && this.arrival.view(context.actor);
  }

  /** Whoever guesses pays for the reckoning of each password. */
  @Mutation(() => ViewerType, { description: 'Signs in with a local account.', complexity: 1_000 })
  @Allow('PUBLIC')
  async signIn(
    @Args('loginId', { description: 'Sign-in name.' }) loginId: string,
    @Args('password', { description: 'Password.' }) password: string,
    @Args('code', {
      type: () => String,
      nullable: true,
      description:
        'A code of the authenticator, or a recovery code; when the answer to a right password asks for it.',
    })
    code: string | null,
    @Context() context: RequestContext,
  ): Promise<ViewerType> {
    const typed = { loginId, password, code };
    return this.arrival.welcome(
      await this.signInService.signIn({ ...typed, ...browserOf(context) }),
      context,
    );
  }

  @Mutation(() => String, {
    description: 'Begins to sign in with a passkey: what the browser needs, as the JSON of WebAuthn.',
    complexity: 100,
  })
  @Allow('PUBLIC')
  beginPasskeySignIn(): Promise<string> {
    return this.passkeys.begin();
  }

  @Mutation(() => ViewerType, {
    description: 'Signs in with a passkey, without name or password.',
    complexity: 100,
  })
  @Allow('PUBLIC')
  async signInWithPasskey(
    @Args('response', { description: 'What the browser says, as the JSON of WebAuthn.' }) response: string,
    @Context() context: RequestContext,
  ): Promise<ViewerType> {
    return this.arrival.welcome(await this.passkeys.signIn({ response, ...browserOf(context) }), context);
  }

  @Mutation(() => String, {
    nullable: true,
    description:
      'Signs out; the session is gone at once. Where the browser has to go to be signed out at the identity provider as well; null where it came in otherwise, or the installation does not wish it.',
  })
  @Allow('PUBLIC')
  async signOut(@Context() context: RequestContext): Promise<string | null> {
    this.arrival.leave(context);
    if (!context.sessionToken) return null;
    const issuer = await this.signInService.signOut(context.sessionToken);
    return this.identities.signOutAddress(issuer);
  }
}
