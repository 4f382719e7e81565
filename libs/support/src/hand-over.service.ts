import { type Actor, badInput, Clock, notFound } from '@banso/kernel';
import { endMembership, getMembership, type Membership, requireManager, takePlaceOf } from '@banso/directory';
import { Db, type Tx } from '@banso/platform';
import { CONSULTATION_NEXT } from './consultation-status.js';
import { Consultation } from './consultation.entity.js';
import { SupportRequest } from './support-request.entity.js';
import { ENDED, SUPPORT_REQUEST_STATUSES, UNSENT } from './support-request-status.js';

/** A record that waits for somebody and names this person as the one who filed it. */
export interface OpenWork {
  readonly kind: 'SUPPORT_REQUEST' | 'CONSULTATION';
  readonly id: string;
  readonly number: string | null;
  /** Null where the reader may not know it yet: a town's draft is the town's own. */
  readonly title: string | null;
}

export interface HandOver {
  /** The membership of whoever leaves. */
  readonly memberId: string;
  /** Of the colleague, at the same place. */
  readonly colleagueId: string;
  /** Whether the first one's membership ends with it. */
  readonly endMembership: boolean;
}

const OPEN_REQUESTS = SUPPORT_REQUEST_STATUSES.filter((status) => !ENDED.includes(status));
const OPEN_CONSULTATIONS = Object.entries(CONSULTATION_NEXT).flatMap(([status, next]) =>
  next.length > 0 ? [status] : [],
);

/** Rows of the place: of the town, or those that the hub wrote down for towns the person does not belong to. */
const ofPlace = (row: string, { municipalityId }: Membership): string =>
  municipalityId === null
    ? `NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = ${row}.filed_by AND m.municipality_id = ${row}.municipality_id)`
    : `${row}.municipality_id = :municipalityId`;

/** Staff move on 1 April: what somebody has begun goes on under a colleague's name. */
export class HandOverService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** What a hand-over would move. */
  preview(actor: Actor, membershipId: string): Promise<OpenWork[]> {
    return this.db.read(actor, async (tx) => {
      const from = await getMembership(tx, actor, membershipId);
      requireManager(actor, from);
      const requests = await openRequests(tx, from);
      const consultations = await openConsultations(tx, from);
      const isOwnTown = actor.role === 'MUNICIPALITY_STAFF';
      return [
        ...requests.map(({ id, number, title, status }) => ({
          kind: 'SUPPORT_REQUEST' as const,
          id,
          number,
          title: isOwnTown || from.role === 'HUB_STAFF' || !UNSENT.includes(status) ? title : null,
        })),
        ...consultations.map(({ id, number, question }) => ({
          kind: 'CONSULTATION' as const,
          id,
          number,
          title: question,
        })),
      ];
    });
  }

  /** All of it in one step; returns what was moved. Each record's history says so. */
  handOver(actor: Actor, wish: HandOver): Promise<OpenWork[]> {
    return this.db.write(actor, async (tx) => {
      const place = await takePlaceOf(tx, actor, wish.memberId);
      const from = place.find(({ id }) => id === wish.memberId);
      if (!from) throw notFound('membership');
      requireManager(actor, from);
      const to = place.find(({ id }) => id === wish.colleagueId);
      if (!to || to.accountId === from.accountId) throw badInput({ path: 'colleagueId', rule: 'unknown' });
      if (!to.duties.some((duty) => duty === 'REQUESTER' || duty === 'COORDINATOR'))
        throw badInput({ path: 'colleagueId', rule: 'cannot-take-over' });
      const moved = await move(tx, from, to.accountId);
      if (wish.endMembership) await endMembership(tx, actor, { id: from.id, now: this.clock.now() });
      return moved;
    });
  }
}

const openRequests = (tx: Tx, from: Membership): Promise<SupportRequest[]> =>
  tx
    .createQueryBuilder(SupportRequest, 'request')
    .where('request.prefecture_id = :prefectureId AND request.filed_by = :accountId', from)
    .andWhere('request.status IN (:...open)', { open: OPEN_REQUESTS })
    .andWhere(ofPlace('request', from), { municipalityId: from.municipalityId })
    .orderBy('request.id')
    .getMany();

const openConsultations = (tx: Tx, from: Membership): Promise<Consultation[]> =>
  tx
    .createQueryBuilder(Consultation, 'consultation')
    .where('consultation.prefecture_id = :prefectureId AND consultation.filed_by = :accountId', from)
    .andWhere('consultation.status IN (:...open)', { open: OPEN_CONSULTATIONS })
    .andWhere(ofPlace('consultation', from), { municipalityId: from.municipalityId })
    .orderBy('consultation.id')
    .getMany();

/** Nothing but the name: states, dates and words stay. */
async function move(tx: Tx, from: Membership, filedBy: string): Promise<OpenWork[]> {
  const requests = await openRequests(tx, from);
  const consultations = await openConsultations(tx, from);
  for (const { id } of requests)
    await tx.update(SupportRequest, { id, filedBy: from.accountId }, { filedBy });
  for (const { id } of consultations)
    await tx.update(Consultation, { id, filedBy: from.accountId }, { filedBy });
  return [
    ...requests.map(({ id, number }) => ({ kind: 'SUPPORT_REQUEST' as const, id, number, title: null })),
    ...consultations.map(({ id, number }) => ({ kind: 'CONSULTATION' as const, id, number, title: null })),
  ];
}
