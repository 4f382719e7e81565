import { hubColleagues } from '@banso/directory';
import {
  type Actor,
  Clock,
  DomainError,
  type HubStaff,
  knownId,
  notFound,
  permit,
  plays,
} from '@banso/kernel';
import { beyondOwnRows, Db, sqlState, type Tx } from '@banso/platform';
import { lockCalendar } from '../calendar-lock.js';
import { planningRunMay } from '../planning-run.policy.js';
import type { Visit } from '../visit.entity.js';
import { getVisit, takeVisit } from '../visit.queries.js';
import { Companion } from './companion.entity.js';
import { type Colleague, colleaguesFor, onRoundThen } from './companion.queries.js';
import { isElsewhere, timeAway } from './companions-follow.js';
import { tellCompanion } from './date-notices.js';

/** More would be a delegation. */
const MOST_COMPANIONS = 5;

const names = (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR');

/** 同行者: the hub says who of the prefecture comes along to a visit, also to one that is only held yet. */
export class CompanionService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Everybody of the hub, those who are free and know the town first. */
  candidates(actor: Actor, visitId: string): Promise<Colleague[]> {
    return this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor) && actor.role === 'HUB_STAFF');
      const visit = await getVisit(tx, actor, visitId);
      return colleaguesFor(tx, actor, visit, await timeAway(tx, actor, visit));
    });
  }

  async add(actor: Actor, visitId: string, accountId: string): Promise<Companion> {
    try {
      return await this.db.write(actor, async (tx) => {
        permit(names(actor));
        await lockCalendar(tx, actor);
        const visit = await takeVisit(tx, actor, visitId);
        this.requireAhead(visit);
        return this.addTo(tx, actor, visit, knownId('colleague', accountId));
      });
    } catch (error) {
      if (sqlState(error) === '23P01') throw elsewhere();
      throw error;
    }
  }

  remove(actor: Actor, id: string): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      permit(names(actor));
      await lockCalendar(tx, actor);
      const companion = await takeCompanion(tx, actor, id);
      const visit = await getVisit(tx, actor, companion.visitId);
      this.requireAhead(visit);
      await tx.delete(Companion, { id: companion.id });
      await tellCompanion(tx, companion, visit, 'COMPANION_RELEASED', { actor, at: this.clock.now() });
      return visit;
    });
  }

  /** The visit was moved, or something came up: they can come all the same. Their own word alone. */
  confirm(actor: Actor, id: string): Promise<Companion> {
    return this.db.write(actor, async (tx) => {
      permit(plays(actor, 'HUB_COORDINATOR', 'HUB_APPROVER'));
      await lockCalendar(tx, actor);
      const companion = await takeCompanion(tx, actor, id);
      permit(companion.accountId === actor.accountId);
      this.requireAhead(await getVisit(tx, actor, companion.visitId));
      if (await isElsewhere(tx, companion.accountId, companion, companion.id)) throw elsewhere();
      companion.confirm();
      return tx.save(companion);
    });
  }

  private async addTo(tx: Tx, hub: HubStaff, visit: Visit, accountId: string): Promise<Companion> {
    const person = (await hubColleagues(tx, hub)).find(({ account }) => account.id === accountId);
    if (!person) throw notFound('colleague');
    const along = await tx.findBy(Companion, { visitId: visit.id });
    if (along.some((one) => one.accountId === accountId))
      throw new DomainError('CONFLICT', 'companion.named-already');
    if (along.length >= MOST_COMPANIONS)
      throw new DomainError('CONFLICT', 'companion.too-many', { max: MOST_COMPANIONS });
    const away = await timeAway(tx, hub, visit);
    const isAway = await beyondOwnRows(
      tx,
      async () =>
        (await isElsewhere(tx, accountId, away)) || (await onRoundThen(tx, [accountId], visit)).length > 0,
    );
    if (isAway) throw elsewhere();
    const change = { actor: hub, at: this.clock.now() };
    const who = { accountId, name: person.account.displayName };
    const companion = await tx.save(Companion.of(visit, who, away, change));
    await tellCompanion(tx, companion, visit, 'COMPANION_ASKED', change);
    return companion;
  }

  private requireAhead(visit: Visit): void {
    if ((!visit.isAhead && visit.status !== 'HELD') || visit.endsAt <= this.clock.now())
      throw new DomainError('INVALID_STATE', 'companion.visit-over');
  }
}

const elsewhere = (): DomainError => new DomainError('CONFLICT', 'companion.elsewhere');

async function takeCompanion(tx: Tx, actor: Actor, id: string): Promise<Companion> {
  const companion = await tx
    .createQueryBuilder(Companion, 'one')
    .where('one.id = :id AND one.prefectureId = :prefectureId', {
      id: knownId('companion', id),
      prefectureId: actor.prefectureId,
    })
    .setLock('pessimistic_write')
    .getOne();
  if (!companion) throw notFound('companion');
  return companion;
}
