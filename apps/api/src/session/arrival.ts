import {
  getAccount,
  getMunicipality,
  getPrefecture,
  type OidcDeparture,
  SecondFactorService,
  SignInService,
  type SignedIn,
} from '@banso/directory';
import { type Actor, isOfTenant } from '@banso/kernel';
import { CONFIG, type Config, Db } from '@banso/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, sessionCookieOf } from '../request-context.js';
import type { ViewerType } from './session.graphql.js';

/** Shows that the browser which comes back is the one that set out. */
export const journeyCookieOf = ({ BANSO_SECURE_COOKIES }: Config): string =>
  BANSO_SECURE_COOKIES ? '__Host-banso_journey' : 'banso_journey';

type Browser = Pick<RequestContext, 'reply' | 'sessionToken'>;

/** What happens to a browser when somebody arrives or leaves, however they signed in. */
@Injectable()
export class Arrival {
  constructor(
    private readonly db: Db,
    private readonly secondFactors: SecondFactorService,
    private readonly signIns: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The session goes into the browser. */
  async welcome(signedIn: SignedIn, context: Browser): Promise<ViewerType> {
    await this.seat(signedIn, context);
    return this.view(signedIn.actor);
  }

  async seat({ token, expiresAt }: SignedIn, { reply, sessionToken }: Browser): Promise<void> {
    // Whatever the browser carried before, planted or left over, is of no use from now on.
    await this.signIns.signOut(sessionToken ?? '');
    reply.setCookie(sessionCookieOf(this.config), token, { ...this.cookie(), expires: expiresAt });
  }

  /** The browser goes to an identity provider, with something to bring back. */
  sendOff({ address, browserToken }: OidcDeparture, { reply }: Pick<Browser, 'reply'>): string {
    reply.setCookie(journeyCookieOf(this.config), browserToken, this.cookie());
    return address;
  }

  endJourney(reply: RequestContext['reply']): void {
    reply.clearCookie(journeyCookieOf(this.config), this.cookie());
  }

  leave({ reply }: RequestContext): void {
    reply.clearCookie(sessionCookieOf(this.config), this.cookie());
  }

  async view(actor: Actor): Promise<ViewerType> {
    const secondFactorMissing = await this.secondFactors.isMissing(actor);
    return this.db.read(actor, async (tx) => {
      if (actor.role === 'SYSTEM') throw new Error('The system does not sign in');
      const prefecture = isOfTenant(actor) ? await getPrefecture(tx, actor.prefectureId) : null;
      return {
        name: actor.name,
        nameEn: (await getAccount(tx, actor.accountId)).nameEn,
        role: actor.role,
        duties: actor.role === 'HUB_STAFF' || actor.role === 'MUNICIPALITY_STAFF' ? actor.duties : [],
        prefectureId: prefecture?.id ?? null,
        prefectureName: prefecture?.name ?? null,
        prefectureNameEn: prefecture?.nameEn ?? null,
        municipality:
          actor.role === 'MUNICIPALITY_STAFF' ? await getMunicipality(tx, actor.municipalityId) : null,
        specialistId: actor.role === 'SPECIALIST' ? actor.specialistId : null,
        secondFactorMissing,
        actor,
      };
    });
  }

  private cookie() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.BANSO_SECURE_COOKIES } as const;
  }
}
