import { randomUUID } from 'node:crypto';
import type { FixedClock } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { createAccount } from '../src/account.service.js';
import { InvitationService } from '../src/invitation.service.js';
import type { MembershipScope, SignedInActor } from '../src/membership.entity.js';
import { PasswordResetService } from '../src/password-reset.service.js';
import { listPeople } from '../src/people.queries.js';
import { PeopleService } from '../src/people.service.js';
import { SignInService } from '../src/sign-in.service.js';
import { PLACES } from './given-actors.js';

export const PASSWORD = 'wooden boats carry rice';

export const HUB = { role: 'HUB_STAFF', prefectureId: '34' } as const;
export const townOf = (municipalityId: string) =>
  ({ role: 'MUNICIPALITY_STAFF', prefectureId: municipalityId.slice(0, 2), municipalityId }) as const;
export const TOWN = townOf(PLACES.kure);

/** Somebody who has signed in. */
export interface Somebody {
  readonly loginId: string;
  readonly actor: SignedInActor;
  readonly token: string;
  /** The membership in which they act. */
  readonly id: string;
}

/** People of the directory, and the services that let them in and out. */
export class People {
  readonly invitations: InvitationService;
  readonly resets: PasswordResetService;
  readonly service: PeopleService;
  readonly door: SignInService;

  constructor(
    readonly db: Db,
    private readonly clock: FixedClock,
  ) {
    this.invitations = new InvitationService(db, clock);
    this.resets = new PasswordResetService(db, clock);
    this.service = new PeopleService(db, clock);
    this.door = new SignInService(db, clock);
  }

  async somebody(membership: MembershipScope): Promise<Somebody> {
    const loginId = `p-${randomUUID()}`;
    await this.db.system(null, (tx) =>
      createAccount(
        tx,
        { loginId, password: PASSWORD, displayName: '阿賀 まい', nameEn: 'Mai Aga', membership },
        this.clock.now(),
      ),
    );
    return this.signedIn(loginId);
  }

  async signedIn(loginId: string, password = PASSWORD): Promise<Somebody> {
    const { token, actor } = await this.door.signIn({ loginId, password, from: '192.0.2.1' });
    return { loginId, actor, token, id: await this.idOf(actor, loginId) };
  }

  /** Their live membership in the place where they act. */
  async idOf(actor: SignedInActor, loginId: string): Promise<string> {
    const found = await this.db.system(actor.prefectureId, (tx) =>
      listPeople(tx, actor, { filter: { search: loginId }, page: { first: 10 } }),
    );
    const own = found.rows.find(({ membership }) => membership.role === actor.role);
    return own?.membership.id ?? '';
  }

  /** What somebody says of themselves when they come in. */
  newcomer(loginId = `n-${randomUUID()}`) {
    return { loginId, displayName: '広 さき', nameEn: 'Saki Hiro', password: PASSWORD };
  }
}

export const forTown = {
  role: 'MUNICIPALITY_STAFF',
  municipalityId: PLACES.kure,
  duties: ['REQUESTER'],
  forName: '総務課 広',
} as const;
