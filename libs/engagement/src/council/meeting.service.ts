import { randomUUID } from 'node:crypto';
import { type Actor, badInput, Clock, DomainError, localDate, parseInput, permit, text } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { may } from './council.policy.js';
import { take, townsOf } from './council.queries.js';
import { CaseShare, CouncilAttendance, CouncilMeeting, MEETING_KINDS } from './council-meeting.entity.js';

const meetingSchema = z.object({ kind: z.enum(MEETING_KINDS), title: text(100), heldOn: localDate() });

const town = z.string().max(6);

const recordSchema = z.object({
  record: text(4_000),
  came: z.array(z.object({ municipalityId: town, people: z.int().min(1).max(500) })).max(200),
  cases: z.array(z.object({ municipalityId: town, title: text(100), body: text(2_000) })).max(50),
});

/** The hub plans and records what the prefecture and its towns meet for. */
export class MeetingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  plan(actor: Actor, input: unknown): Promise<CouncilMeeting> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      return tx.save(CouncilMeeting.plan(actor.prefectureId, parseInput(meetingSchema, input)));
    });
  }

  /** What was said, who came, and in a joint training which cases were shared. */
  hold(actor: Actor, meetingId: string, input: unknown): Promise<CouncilMeeting> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const meeting = await take(tx, actor, CouncilMeeting, { what: 'council-meeting', id: meetingId });
      const { record, came, cases } = parseInput(recordSchema, input);
      if (meeting.heldOn > this.clock.today())
        throw new DomainError('INVALID_STATE', 'council-meeting.not-yet');
      if (cases.length > 0 && meeting.kind !== 'JOINT_TRAINING')
        throw badInput({ path: 'cases', rule: 'cases-in-training' });
      const ids = came.map(({ municipalityId }) => municipalityId);
      if (new Set(ids).size < ids.length) throw badInput({ path: 'came', rule: 'repeated' });
      await requireTowns(tx, actor.prefectureId, { came, cases });
      meeting.hold(record);
      const { id, prefectureId } = meeting;
      const row = { prefectureId, meetingId: id };
      await tx.insert(
        CouncilAttendance,
        came.map((one) => ({ ...row, ...one })),
      );
      await tx.insert(
        CaseShare,
        cases.map((one) => ({ id: randomUUID(), ...row, ...one })),
      );
      return tx.save(meeting);
    });
  }

  cancel(actor: Actor, meetingId: string): Promise<CouncilMeeting> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const meeting = await take(tx, actor, CouncilMeeting, { what: 'council-meeting', id: meetingId });
      meeting.cancel();
      return tx.save(meeting);
    });
  }
}

/** Refuses towns that are none of the prefecture's. */
async function requireTowns(
  tx: Tx,
  prefectureId: string,
  named: Readonly<Record<string, readonly { readonly municipalityId: string }[]>>,
): Promise<void> {
  const known = new Set((await townsOf(tx, prefectureId)).map(({ id }) => id));
  for (const [path, rows] of Object.entries(named))
    if (rows.some(({ municipalityId }) => !known.has(municipalityId)))
      throw badInput({ path, rule: 'unknown' });
}
