import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  type Duty,
  notFound,
  type Page,
  type PageRequest,
  permit,
} from '@banso/kernel';
import { beyondOwnRows, Db, requireSeen, type Tx } from '@banso/platform';
import { In, IsNull } from 'typeorm';
import { Account } from './account.entity.js';
import { dutiesOf, Membership } from './membership.entity.js';
import { may, requireManager } from './people.policy.js';
import { listPeople, type PeopleFilter, type Person, takePlaceOf, withAccounts } from './people.queries.js';

/** The duties of one side, once each and in their order. */
export function parseDuties(role: Membership['role'], wished: readonly Duty[]): Duty[] {
  const all = dutiesOf(role);
  if (wished.some((duty) => !all.includes(duty))) throw badInput({ path: 'duties', rule: 'duty-of-side' });
  if (all.length > 0 && wished.length === 0) throw badInput({ path: 'duties', rule: 'required' });
  return all.filter((duty) => wished.includes(duty));
}

/** Who belongs where, what they do there, and that they leave. */
export class PeopleService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, filter: PeopleFilter, page: PageRequest): Promise<Page<Person>> {
    return this.db.read(actor, async (tx) => {
      permit(may.read(actor));
      return listPeople(tx, actor, { filter, page });
    });
  }

  /** `version`: what the writer started from. */
  changeDuties(actor: Actor, id: string, wished: readonly Duty[], version?: string | null): Promise<Person> {
    return this.db.write(actor, async (tx) => {
      const { membership, place } = await taken(tx, actor, id);
      await requireSeen(tx, actor, {
        entity: Membership,
        id: membership.id,
        version,
        properties: ['duties'],
      });
      membership.duties = parseDuties(membership.role, wished);
      await requireKeeper(tx, actor, place);
      await tx.update(Membership, { id: membership.id }, { duties: membership.duties });
      return personOf(tx, membership);
    });
  }

  /** They may do nothing more from their next request on; their name stays where they acted. */
  end(actor: Actor, id: string): Promise<Person> {
    return this.db.write(actor, (tx) => endMembership(tx, actor, { id, now: this.clock.now() }));
  }
}

/** Ends a membership for whoever manages the place. */
export async function endMembership(
  tx: Tx,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<Person> {
  const { membership, place } = await taken(tx, actor, id);
  membership.endedAt = now;
  await requireKeeper(tx, actor, place);
  await tx.update(Membership, { id: membership.id }, { endedAt: now });
  return personOf(tx, membership);
}

/** Somebody, and everybody of the same place, locked. */
async function taken(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ membership: Membership; place: Membership[] }> {
  const place = await takePlaceOf(tx, actor, id);
  const membership = place.find((one) => one.id === id);
  if (!membership) throw notFound('membership');
  requireManager(actor, membership);
  return { membership, place };
}

/** Refuses to leave a place without anybody who could let somebody in. */
async function requireKeeper(tx: Tx, actor: Actor, place: readonly Membership[]): Promise<void> {
  const [first] = place;
  if (!first || first.role === 'SPECIALIST' || may.leaveWithoutKeeper(actor, first)) return;
  const duty = KEEPING[first.role];
  const keepers = place.filter((one) => one.endedAt === null && (duty === null || one.duties.includes(duty)));
  const accountIds = keepers.map(({ accountId }) => accountId);
  const able = await beyondOwnRows(tx, () =>
    tx.countBy(Account, { id: In(accountIds), disabledAt: IsNull() }),
  );
  if (able > 0) return;
  throw duty === null
    ? new DomainError('CONFLICT', 'membership.last-operator')
    : new DomainError('CONFLICT', 'membership.last-keeper', { duties: [duty] });
}

/** Who lets people in at a place; operators have no duties, any of them does. */
const KEEPING = { HUB_STAFF: 'APPROVER', MUNICIPALITY_STAFF: 'MANAGER', OPERATOR: null } as const;

async function personOf(tx: Tx, membership: Membership): Promise<Person> {
  const [person] = await withAccounts(tx, [membership]);
  if (!person) throw notFound('membership');
  return person;
}
