import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  DUTIES,
  type Duty,
  parseInput,
  permit,
  type Role,
  ROLES,
  text,
} from '@banso/kernel';
import { beyondPrefecture, Db, sqlState, type Tx, workingFor } from '@banso/platform';
import { z } from 'zod';
import { Account } from './account.entity.js';
import { findAccountByLoginId, insertAccount, loginIdTaken, personSchema } from './account.service.js';
import { hasHubAccount } from './hub-account.queries.js';
import { Invitation, type InvitedTo, type Issuer } from './invitation.entity.js';
import { Membership } from './membership.entity.js';
import { Municipality } from './municipality.entity.js';
import { insertIdentity, OidcIdentity, type Subject } from './oidc/oidc-identity.entity.js';
import type { OidcProviders } from './oidc/oidc-provider.js';
import { linkRefused } from './one-time-link.js';
import { hashPassword } from './password.js';
import { requireGoodPassword } from './password-rule.js';
import { may, requireManager } from './people.policy.js';
import { actorsOf, listOpenInvitations, takeInvitation } from './people.queries.js';
import { parseDuties } from './people.service.js';
import { personalWords } from './personal-words.js';
import { hashToken } from './session.entity.js';

export interface InvitationWish {
  readonly role: Role;
  readonly municipalityId?: string | null;
  readonly specialistId?: string | null;
  readonly duties: readonly Duty[];
  readonly forName: string;
}

export interface NewPerson {
  readonly loginId: string;
  readonly displayName: string;
  readonly nameEn: string;
  readonly password: string;
}

/** What somebody says of themselves who comes with an account of the prefecture. */
export type NewPersonFacts = Omit<NewPerson, 'password'>;

/** Whom a provider has vouched for, and of which prefecture it is. */
export interface Vouched extends Subject {
  readonly prefectureId: string;
}

/** An invitation with the token of its link, which is shown this once. */
export interface IssuedInvitation {
  readonly token: string;
  readonly invitation: Invitation;
}

/** How an account of the prefecture and an invitation go together. */
export const INVITATION_IDENTITIES = ['NONE', 'OFFERED', 'REQUIRED'] as const;
export type InvitationIdentity = (typeof INVITATION_IDENTITIES)[number];

const identityOnly = () => new DomainError('INVALID_STATE', 'invitation.identity-only');

const wishSchema = z.object({
  role: z.enum(ROLES),
  municipalityId: z.string().nullish(),
  specialistId: z.uuid().nullish(),
  duties: z.array(z.enum(DUTIES)),
  forName: text(60),
});

const newPersonSchema = personSchema.extend({ password: z.string().min(1) });

/** How people come in: somebody who manages the place gives them a link that works once. */
export class InvitationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly providers: OidcProviders = {},
  ) {}

  /** Whether an account of the prefecture opens the invited place, or nothing else does. */
  identityFor({ prefectureId, role }: Pick<Invitation, 'prefectureId' | 'role'>): InvitationIdentity {
    // An operator belongs to no prefecture, and no provider vouches for one.
    const provider = prefectureId === null ? undefined : this.providers[prefectureId];
    if (!provider) return 'NONE';
    const { required = 'nobody' } = provider;
    const isBound = role === 'HUB_STAFF' || (role === 'MUNICIPALITY_STAFF' && required === 'staff');
    return required !== 'nobody' && isBound ? 'REQUIRED' : 'OFFERED';
  }

  invite(actor: Actor, wish: InvitationWish): Promise<IssuedInvitation> {
    return this.db.write(actor, async (tx) => {
      const { forName, ...wished } = parseInput(wishSchema, wish);
      const to = await invitedTo(tx, actor, wished);
      requireManager(actor, to);
      const issued = Invitation.issue(to, forName, { issuer: actor, now: this.clock.now() });
      await insertInvitation(tx, issued.invitation);
      return issued;
    });
  }

  withdraw(actor: Actor, id: string): Promise<Invitation> {
    return this.db.write(actor, async (tx) => {
      const invitation = await takeInvitation(tx, actor, id);
      requireManager(actor, invitation);
      if (!invitation.isOpen(this.clock.now())) throw new DomainError('INVALID_STATE', 'invitation.not-open');
      invitation.withdrawnAt = this.clock.now();
      await tx.update(Invitation, { id: invitation.id }, { withdrawnAt: invitation.withdrawnAt });
      return invitation;
    });
  }

  listOpen(actor: Actor): Promise<Invitation[]> {
    return this.db.read(actor, async (tx) => {
      permit(may.read(actor));
      return listOpenInvitations(tx, actor, this.clock.now());
    });
  }

  /** What a link invites to; whoever has the link is who it is for. */
  look(token: string): Promise<Invitation> {
    return this.db.system(null, (tx) => this.usable(tx, token));
  }

  /** Opens an account in the invited place. Returns the name to sign in with. */
  async accept(token: string, input: NewPerson): Promise<string> {
    const { password, ...person } = parseInput(newPersonSchema, input);
    const { prefectureId, words } = await this.db.system(null, async (tx) => {
      const invitation = await this.usable(tx, token);
      if (this.identityFor(invitation) === 'REQUIRED') throw identityOnly();
      return {
        prefectureId: invitation.prefectureId,
        words: await personalWords(tx, person, invitation),
      };
    });
    await requireGoodPassword('password', password, words);
    // Hashing takes tens of milliseconds: no transaction is open meanwhile, and nobody without a link gets so far.
    const account = Account.open({ ...person, passwordHash: await hashPassword(password) }, this.clock.now());
    await this.db.system(prefectureId, async (tx) => {
      await workingFor(tx, account.id);
      const invitation = await this.usable(tx, token, 'pessimistic_write');
      await insertAccount(tx, account);
      await this.use(tx, invitation, account.id);
    });
    return account.loginId;
  }

  /** Before somebody goes to the identity provider: what can be refused is refused now. */
  prepare(token: string, input: NewPersonFacts): Promise<{ prefectureId: string; person: NewPersonFacts }> {
    const person = parseInput(personSchema, input);
    return this.db.system(null, async (tx) => {
      const { prefectureId } = await this.usable(tx, token);
      if (prefectureId === null) throw linkRefused();
      if (await findAccountByLoginId(tx, person.loginId)) throw loginIdTaken(person.loginId);
      return { prefectureId, person };
    });
  }

  /** Opens an account without a password in the invited place: the identity provider lets it in. Returns its id. */
  async acceptAs(
    token: string,
    person: NewPersonFacts,
    { prefectureId, ...subject }: Vouched,
  ): Promise<string> {
    const account = Account.open({ ...person, passwordHash: null }, this.clock.now());
    await this.db.system(prefectureId, async (tx) => {
      await workingFor(tx, account.id);
      const invitation = await this.usable(tx, token, 'pessimistic_write');
      // The provider of one prefecture opens nothing in another.
      if (invitation.prefectureId !== prefectureId) throw linkRefused();
      await insertAccount(tx, account);
      await insertIdentity(tx, OidcIdentity.link(account.id, subject, this.clock.now()));
      await this.use(tx, invitation, account.id);
    });
    return account.id;
  }

  /** Adds the invited place to an account that is there already. */
  async join(actor: Actor, token: string): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    const { prefectureId } = await this.look(token);
    await this.db.system(prefectureId, async (tx) => {
      await workingFor(tx, actor.accountId);
      const invitation = await this.usable(tx, token, 'pessimistic_write');
      await this.requireIdentity(tx, invitation, actor.accountId);
      await this.use(tx, invitation, actor.accountId);
    });
  }

  /** Where only accounts of the prefecture come in, one that is there already has to be linked to such a one. */
  private async requireIdentity(tx: Tx, invitation: Invitation, accountId: string): Promise<void> {
    const { prefectureId } = invitation;
    if (prefectureId === null || this.identityFor(invitation) !== 'REQUIRED') return;
    const issuer = this.providers[prefectureId]?.issuer;
    if (!(await tx.existsBy(OidcIdentity, { accountId, issuer }))) throw identityOnly();
  }

  private async use(tx: Tx, invitation: Invitation, accountId: string): Promise<void> {
    const now = this.clock.now();
    invitation.use(accountId, now);
    await tx.update(Invitation, { id: invitation.id }, { usedAt: now, usedBy: accountId });
    try {
      await tx.insert(Membership, Membership.grant(accountId, invitation.scope(), now));
    } catch (error) {
      if (sqlState(error) !== '23505') throw error;
      throw new DomainError('CONFLICT', 'invitation.already-there');
    }
  }

  /** Open, and given by somebody who could still give it. */
  private async usable(tx: Tx, token: string, lock?: 'pessimistic_write'): Promise<Invitation> {
    const query = tx
      .createQueryBuilder(Invitation, 'invitation')
      .where('invitation.tokenHash = :hash', { hash: hashToken(token) });
    const invitation = await (lock ? query.setLock(lock) : query).getOne();
    if (!invitation?.isOpen(this.clock.now())) throw linkRefused();
    if (invitation.issuedBy === null) return invitation;
    const { issuedBy } = invitation;
    // An operator is of no prefecture.
    const issuers = await beyondPrefecture(tx, () => actorsOf(tx, issuedBy));
    if (issuers.some((issuer) => may.manage(issuer, invitation))) return invitation;
    if (!issuers.some(may.inviteFirst) || !(await isFirstOfHub(tx, invitation))) throw linkRefused();
    return invitation;
  }
}

/** Whether it is to a hub in which nobody can sign in: from then on its own people invite. */
const isFirstOfHub = async (tx: Tx, { role, prefectureId }: InvitedTo): Promise<boolean> =>
  role === 'HUB_STAFF' && prefectureId !== null && !(await hasHubAccount(tx, prefectureId));

/** What whoever runs the installation says of a link that they make. */
export interface LinkByOperator {
  readonly forName: string;
  /** Without an account: the command on the server. */
  readonly issuer: Issuer;
  readonly now: Date;
}

/** The first approver of a hub, or the next one after the last has left. */
export const inviteHubApprover = (
  tx: Tx,
  prefectureId: string,
  link: LinkByOperator,
): Promise<IssuedInvitation> =>
  issueTo(tx, { role: 'HUB_STAFF', prefectureId, duties: ['COORDINATOR', 'APPROVER'] }, link);

/** The first operator, or the next one after the last has left. */
export const inviteOperator = (tx: Tx, link: LinkByOperator): Promise<IssuedInvitation> =>
  issueTo(tx, { role: 'OPERATOR', prefectureId: null, duties: [] }, link);

async function issueTo(
  tx: Tx,
  place: Pick<InvitedTo, 'role' | 'prefectureId' | 'duties'>,
  { forName, issuer, now }: LinkByOperator,
): Promise<IssuedInvitation> {
  const issued = Invitation.issue({ ...place, municipalityId: null, specialistId: null }, forName, {
    issuer,
    now,
  });
  await insertInvitation(tx, issued.invitation);
  return issued;
}

/** A place of the actor's prefecture with duties that there are in it. */
async function invitedTo(
  tx: Tx,
  actor: Actor,
  wish: Pick<InvitationWish, 'role' | 'municipalityId' | 'specialistId' | 'duties'>,
): Promise<InvitedTo> {
  permit(actor.role !== 'SYSTEM');
  const { role, municipalityId = null, specialistId = null } = wish;
  const { prefectureId } = actor;
  const place = { role, prefectureId, municipalityId: null, specialistId: null };
  const duties = parseDuties(role, wish.duties);
  if (prefectureId === null) {
    permit(role === 'OPERATOR');
    return { ...place, duties };
  }
  if (role === 'OPERATOR') throw new DomainError('FORBIDDEN', 'access.forbidden');
  if (role === 'MUNICIPALITY_STAFF') {
    const id = municipalityId ?? (actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : null);
    const town = id && (await tx.findOneBy(Municipality, { id, prefectureId }));
    if (!town) throw badInput({ path: 'municipalityId', rule: id ? 'unknown' : 'required' });
    return { ...place, municipalityId: town.id, duties };
  }
  if (role === 'HUB_STAFF') return { ...place, duties };
  if (!specialistId) throw badInput({ path: 'specialistId', rule: 'required' });
  return { ...place, specialistId, duties };
}

/** A specialist of another prefecture, or of none, is refused by the foreign key. */
async function insertInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  try {
    await tx.insert(Invitation, invitation);
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    throw badInput({ path: 'specialistId', rule: 'unknown' });
  }
}
