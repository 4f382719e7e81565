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
import { Db, sqlState, type Tx, workingFor } from '@banso/platform';
import { z } from 'zod';
import { Account } from './account.entity.js';
import { insertAccount, personSchema } from './account.service.js';
import { Invitation, type InvitedTo } from './invitation.entity.js';
import { Membership } from './membership.entity.js';
import { Municipality } from './municipality.entity.js';
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

/** An invitation with the token of its link, which is shown this once. */
export interface IssuedInvitation {
  readonly token: string;
  readonly invitation: Invitation;
}

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
  ) {}

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

  /** Adds the invited place to an account that is there already. */
  async join(actor: Actor, token: string): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    const { prefectureId } = await this.look(token);
    await this.db.system(prefectureId, async (tx) => {
      await workingFor(tx, actor.accountId);
      const invitation = await this.usable(tx, token, 'pessimistic_write');
      await this.use(tx, invitation, actor.accountId);
    });
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
    const issuers = await actorsOf(tx, invitation.issuedBy);
    if (!issuers.some((issuer) => may.manage(issuer, invitation))) throw linkRefused();
    return invitation;
  }
}

/** Without an inviter: the first approver of a hub, or the next one after the last has left. */
export async function inviteHubApprover(
  tx: Tx,
  prefectureId: string,
  { forName, issuedBy, now }: { forName: string; issuedBy: string; now: Date },
): Promise<IssuedInvitation> {
  const to = {
    role: 'HUB_STAFF',
    prefectureId,
    municipalityId: null,
    specialistId: null,
    duties: ['COORDINATOR', 'APPROVER'],
  } as const;
  const issued = Invitation.issue(to, forName, { issuer: { accountId: null, name: issuedBy }, now });
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
