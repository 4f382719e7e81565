import { type Actor, knownId, notFound, type Page, type PageRequest } from '@banso/kernel';
import { beyondOwnRows, keysetPage, type Tx, containsInSql, foldForSearch } from '@banso/platform';
import { In, IsNull } from 'typeorm';
import { Account } from './account.entity.js';
import { Invitation } from './invitation.entity.js';
import { Membership, type SignedInActor } from './membership.entity.js';
import { visibleTo } from './people.policy.js';

export interface PeopleFilter {
  readonly municipalityId?: string | null;
  /** Part of the name, the English name or the sign-in name. */
  readonly search?: string | null;
}

/** Somebody in one place. */
export interface Person {
  readonly membership: Membership;
  readonly account: Account;
}

const SEARCHED = ['account.display_name', 'account.name_en', 'account.login_id'];
/** The hub, then the towns by their codes, then the specialists. */
const ORDER = ['place.role', "coalesce(place.municipality_id, '')", 'place.id'];

/** Everybody who is in a place that the actor sees. */
export async function listPeople(
  tx: Tx,
  actor: Actor,
  { filter, page }: { filter: PeopleFilter; page: PageRequest },
): Promise<Page<Person>> {
  const { where, parameters } = visibleTo(actor);
  const list = tx
    .createQueryBuilder(Membership, 'place')
    .where(where, parameters)
    .andWhere('place.endedAt IS NULL');
  if (filter.municipalityId) list.andWhere('place.municipalityId = :town', { town: filter.municipalityId });
  const search = foldForSearch(filter.search ?? '');
  if (search) list.andWhere('place.accountId = ANY(:found)', { found: await accountsLike(tx, search) });
  const found = await keysetPage(
    list,
    { by: ORDER, order: 'ASC', keyOf: (row) => [row.role, row.municipalityId ?? '', row.id] },
    page,
  );
  const people = await withAccounts(tx, found.rows);
  return { ...found, rows: people, cursorOf: ({ membership }) => found.cursorOf(membership) };
}

/** Accounts are nobody's to read but their owners'; whose membership one sees, theirs are the names in it. */
async function accountsLike(tx: Tx, search: string): Promise<string[]> {
  const found = await beyondOwnRows(tx, () =>
    tx
      .createQueryBuilder(Account, 'account')
      .select('account.id', 'id')
      .where('EXISTS (SELECT 1 FROM membership WHERE membership.account_id = account.id)')
      .andWhere(containsInSql(SEARCHED, ':search'), { search })
      .getRawMany<{ id: string }>(),
  );
  return found.map(({ id }) => id);
}

/** The accounts of memberships that the actor sees, in the same order. */
export async function withAccounts(tx: Tx, memberships: readonly Membership[]): Promise<Person[]> {
  const accounts = await beyondOwnRows(tx, () =>
    tx.findBy(Account, { id: In(memberships.map(({ accountId }) => accountId)) }),
  );
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return memberships.flatMap((membership) => {
    const account = byId.get(membership.accountId);
    return account ? [{ membership, account }] : [];
  });
}

/** Everybody who does the hub's daily work where the actor is; who only audits does not go along. */
export async function hubColleagues(tx: Tx, actor: Actor): Promise<Person[]> {
  if (actor.role !== 'HUB_STAFF') return [];
  const places = await tx
    .createQueryBuilder(Membership, 'place')
    .where(`place.role = 'HUB_STAFF' AND place.prefectureId = :prefectureId AND place.endedAt IS NULL`, {
      prefectureId: actor.prefectureId,
    })
    .andWhere(`place.duties && ARRAY['COORDINATOR', 'APPROVER']`)
    .orderBy('place.id')
    .getMany();
  const people = await withAccounts(tx, places);
  const once = new Map(
    people.filter(({ account }) => !account.disabledAt).map((one) => [one.account.id, one]),
  );
  return [...once.values()];
}

/** A membership that the actor sees and that has not ended. */
export async function getMembership(tx: Tx, actor: Actor, id: string): Promise<Membership> {
  const { where, parameters } = visibleTo(actor);
  const found = await tx
    .createQueryBuilder(Membership, 'place')
    .where(where, parameters)
    .andWhere('place.id = :id AND place.endedAt IS NULL', { id: knownId('membership', id) })
    .getOne();
  if (!found) throw notFound('membership');
  return found;
}

/** Everybody who is where somebody is, locked in one order: two who end each other wait instead of both leaving. */
export async function takePlaceOf(tx: Tx, actor: Actor, id: string): Promise<Membership[]> {
  const { role, prefectureId, municipalityId, specialistId } = await getMembership(tx, actor, id);
  const place = tx
    .createQueryBuilder(Membership, 'place')
    .setLock('pessimistic_write')
    .where('place.role = :role AND place.endedAt IS NULL', { role });
  if (prefectureId) place.andWhere('place.prefectureId = :prefectureId', { prefectureId });
  if (municipalityId) place.andWhere('place.municipalityId = :municipalityId', { municipalityId });
  if (specialistId) place.andWhere('place.specialistId = :specialistId', { specialistId });
  return place.orderBy('place.id', 'ASC').getMany();
}

/** Every part that an account can play now. For background work: it looks across tenants. */
export async function actorsOf(tx: Tx, accountId: string): Promise<SignedInActor[]> {
  const account = await tx.findOneBy(Account, { id: accountId, disabledAt: IsNull() });
  if (!account) return [];
  const memberships = await liveMembershipsOf(tx, accountId);
  return memberships.flatMap((membership) => membership.actor(account) ?? []);
}

export const liveMembershipsOf = (tx: Tx, accountId: string): Promise<Membership[]> =>
  tx.find(Membership, { where: { accountId, endedAt: IsNull() }, order: { id: 'ASC' } });

/** The invitations that somebody could still use, the newest first. */
export function listOpenInvitations(tx: Tx, actor: Actor, now: Date): Promise<Invitation[]> {
  const { where, parameters } = visibleTo(actor);
  return tx
    .createQueryBuilder(Invitation, 'place')
    .where(where, parameters)
    .andWhere('place.usedAt IS NULL AND place.withdrawnAt IS NULL AND place.expiresAt > :now', { now })
    .orderBy('place.issuedAt', 'DESC')
    .addOrderBy('place.id')
    .take(100)
    .getMany();
}

/** An invitation that the actor sees, locked until the transaction ends. */
export async function takeInvitation(tx: Tx, actor: Actor, id: string): Promise<Invitation> {
  const { where, parameters } = visibleTo(actor);
  const found = await tx
    .createQueryBuilder(Invitation, 'place')
    .setLock('pessimistic_write')
    .where(where, parameters)
    .andWhere('place.id = :id', { id: knownId('invitation', id) })
    .getOne();
  if (!found) throw notFound('invitation');
  return found;
}

/** Links to a hub that somebody could still use work no more. */
export async function withdrawHubInvitations(tx: Tx, prefectureId: string, now: Date): Promise<void> {
  await tx.update(
    Invitation,
    { prefectureId, role: 'HUB_STAFF', usedAt: IsNull(), withdrawnAt: IsNull() },
    { withdrawnAt: now },
  );
}
