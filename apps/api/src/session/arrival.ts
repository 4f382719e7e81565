import {
  getAccount,
  getMunicipality,
  getPrefecture,
  SecondFactorService,
  SignInService,
  type SignedIn,
} from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { CONFIG, type Config, Db } from '@banso/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, sessionCookieOf } from '../request-context.js';
import type { ViewerType } from './session.graphql.js';

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
  async welcome(
    { token, expiresAt, actor }: SignedIn,
    { reply, sessionToken }: RequestContext,
  ): Promise<ViewerType> {
    // Whatever the browser carried before, planted or left over, is of no use from now on.
    await this.signIns.signOut(sessionToken ?? '');
    reply.setCookie(sessionCookieOf(this.config), token, { ...this.cookie(), expires: expiresAt });
    return this.view(actor);
  }

  leave({ reply }: RequestContext): void {
    reply.clearCookie(sessionCookieOf(this.config), this.cookie());
  }

  async view(actor: Actor): Promise<ViewerType> {
    const secondFactorMissing = await this.secondFactors.isMissing(actor);
    return this.db.read(actor, async (tx) => {
      if (actor.role === 'SYSTEM') throw new Error('The system does not sign in');
      const prefecture = await getPrefecture(tx, actor.prefectureId);
      return {
        name: actor.name,
        nameEn: (await getAccount(tx, actor.accountId)).nameEn,
        role: actor.role,
        duties: actor.role === 'SPECIALIST' ? [] : actor.duties,
        prefectureId: prefecture.id,
        prefectureName: prefecture.name,
        prefectureNameEn: prefecture.nameEn,
        municipality:
          actor.role === 'MUNICIPALITY_STAFF' ? await getMunicipality(tx, actor.municipalityId) : null,
        specialistId: actor.role === 'SPECIALIST' ? actor.specialistId : null,
        secondFactorMissing,
      };
    });
  }

  private cookie() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.BANSO_SECURE_COOKIES } as const;
  }
}
