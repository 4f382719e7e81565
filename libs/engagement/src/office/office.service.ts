import { randomUUID } from 'node:crypto';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  localDate,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, requireSeen, sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import {
  MEMBER_KINDS,
  MEMBER_STATUSES,
  Office,
  OfficeMember,
  OfficeSession,
  OfficeTime,
  SESSION_KINDS,
} from './office.entity.js';
import { may } from './office.policy.js';
import { membersOf, takeOffice, takeOfOffice } from './office.queries.js';

const officeSchema = z.object({
  id: uuid().nullish(),
  seen: z.string().nullish(),
  name: text(60),
  seats: z.int().min(1).max(200),
  monthlyHours: z
    .int()
    .min(1)
    .max(200)
    .nullish()
    .transform((hours) => hours ?? null),
});

const memberSchema = z.object({ name: text(60), section: text(60), kind: z.enum(MEMBER_KINDS) });

const stepSchema = z.object({
  status: z.enum(MEMBER_STATUSES),
  since: localDate(),
  reason: text(200, 0)
    .nullish()
    .transform((reason) => reason || null),
});

const minutes = z.int().min(5).max(600);

const sessionSchema = z.object({
  kind: z.enum(SESSION_KINDS),
  title: text(100),
  heldOn: localDate(),
  minutes,
  preparedBy: uuid()
    .nullish()
    .transform((id) => id ?? null),
});

const recordSchema = z.object({ record: text(2_000), memberIds: z.array(uuid()).max(200) });

const timeSchema = z.object({ workedOn: localDate(), minutes, what: text(100) });

/** A town keeps its own digital office: who sits there, what they do together, what it takes of them. */
export class OfficeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Opens an office, or changes what was said of it. */
  keep(actor: Actor, input: unknown): Promise<Office> {
    return this.db.write(actor, async (tx) => {
      permit(may.open(actor));
      const { id, seen: version, ...facts } = parseInput(officeSchema, input);
      const office = id
        ? await takeOffice(tx, actor, id)
        : Object.assign(new Office(), {
            id: randomUUID(),
            prefectureId: actor.prefectureId,
            municipalityId: actor.municipalityId,
          });
      permit(may.keep(actor, office));
      if (id)
        await requireSeen(tx, actor, {
          entity: Office,
          id,
          version,
          properties: ['name', 'seats', 'monthlyHours'],
        });
      return this.save(tx, Object.assign(office, facts));
    });
  }

  /** More people than seats are noticed by whoever looks, not refused: an appointment comes before its seat. */
  propose(actor: Actor, officeId: string, input: unknown): Promise<OfficeMember> {
    return this.db.write(actor, async (tx) => {
      const office = await takeOffice(tx, actor, officeId);
      permit(may.keep(actor, office));
      const facts = parseInput(memberSchema, input);
      const members = await membersOf(tx, [office.id]);
      const others = members.filter(({ status }) => status !== 'RELEASED');
      if (others.some(({ name, section }) => name === facts.name && section === facts.section))
        throw new DomainError('CONFLICT', 'office-member.already-there');
      if (facts.kind === 'HEAD' && others.some(({ kind }) => kind === 'HEAD'))
        throw new DomainError('CONFLICT', 'office-member.head-there');
      return tx.save(OfficeMember.propose(office, facts, this.clock.today()));
    });
  }

  /** Appointed, at work, released: each with its day, and the last with its reason. */
  move(actor: Actor, memberId: string, input: unknown): Promise<OfficeMember> {
    return this.db.write(actor, async (tx) => {
      const { office, row } = await takeOfOffice(tx, actor, OfficeMember, memberId);
      permit(may.keep(actor, office));
      const { status, since, reason } = parseInput(stepSchema, input);
      if (since < row.since)
        throw badInput({ path: 'since', rule: 'too-early', facts: { first: row.since } });
      if (status === 'RELEASED' && reason === null) throw badInput({ path: 'reason', rule: 'required' });
      row.moveTo(status, since, reason);
      return tx.save(row);
    });
  }

  plan(actor: Actor, officeId: string, input: unknown): Promise<OfficeSession> {
    return this.db.write(actor, async (tx) => {
      const office = await takeOffice(tx, actor, officeId);
      permit(may.keep(actor, office));
      const facts = parseInput(sessionSchema, input);
      await this.requireSeated(tx, office, facts.preparedBy === null ? [] : [facts.preparedBy], 'preparedBy');
      return tx.save(OfficeSession.plan(office, facts));
    });
  }

  /** What was done, and who came: their time is noted with it. */
  hold(actor: Actor, sessionId: string, input: unknown): Promise<OfficeSession> {
    return this.db.write(actor, async (tx) => {
      const { office, row } = await takeOfOffice(tx, actor, OfficeSession, sessionId);
      permit(may.keep(actor, office));
      const { record, memberIds } = parseInput(recordSchema, input);
      if (row.heldOn > this.clock.today()) throw new DomainError('INVALID_STATE', 'office-session.not-yet');
      const came = await this.requireSeated(tx, office, [...new Set(memberIds)], 'memberIds');
      row.hold(record);
      const { id, heldOn: workedOn, minutes: length, title } = row;
      await tx.insert(
        OfficeTime,
        came.map((member) =>
          OfficeTime.of(member, { sessionId: id, workedOn, minutes: length, what: title }),
        ),
      );
      return tx.save(row);
    });
  }

  cancel(actor: Actor, sessionId: string): Promise<OfficeSession> {
    return this.db.write(actor, async (tx) => {
      const { office, row } = await takeOfOffice(tx, actor, OfficeSession, sessionId);
      permit(may.keep(actor, office));
      row.cancel();
      return tx.save(row);
    });
  }

  /** Time outside of sessions, such as preparing one. */
  note(actor: Actor, memberId: string, input: unknown): Promise<OfficeTime> {
    return this.db.write(actor, async (tx) => {
      const { office, row } = await takeOfOffice(tx, actor, OfficeMember, memberId);
      permit(may.keep(actor, office));
      const facts = parseInput(timeSchema, input);
      const today = this.clock.today();
      if (facts.workedOn > today) throw badInput({ path: 'workedOn', rule: 'future', facts: { today } });
      const time = OfficeTime.of(row, { ...facts, sessionId: null });
      await tx.insert(OfficeTime, time);
      return time;
    });
  }

  private async requireSeated(
    tx: Tx,
    office: Office,
    memberIds: readonly string[],
    path: string,
  ): Promise<OfficeMember[]> {
    const members = memberIds.length > 0 ? await membersOf(tx, [office.id]) : [];
    const found = members.filter(({ id, isSeated }) => isSeated && memberIds.includes(id));
    if (found.length < memberIds.length) throw badInput({ path, rule: 'unknown' });
    return found;
  }

  private async save(tx: Tx, office: Office): Promise<Office> {
    try {
      return await tx.save(office);
    } catch (error) {
      if (sqlState(error) !== '23505') throw error;
      throw new DomainError('CONFLICT', 'office.name-taken', { name: office.name });
    }
  }
}
