import { type Actor, badInput, Clock, DomainError, localDate, parseInput, permit, text } from '@banso/kernel';
import { Db, requireSeen, sqlState } from '@banso/platform';
import { z } from 'zod';
import { may } from './joint.policy.js';
import { getPlacement } from './placement.queries.js';
import { SHARING_KINDS, SharingEntry, SharingMeeting } from './sharing.entity.js';
import { entryKey, getMeeting, type SharedLine } from './sharing.queries.js';

const meetingSchema = z.object({
  heldOn: localDate(),
  note: text(500, 0)
    .nullish()
    .transform((note) => note || null),
});

const entrySchema = z.object({
  meetingId: z.string(),
  placementId: z.string(),
  seen: z.string().nullish(),
  issue: text(2_000),
  idea: text(2_000),
});

export type MeetingInput = z.input<typeof meetingSchema>;
export type EntryInput = z.input<typeof entrySchema>;

/** 情報共有会: what one town learns helps the next. */
export class SharingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  call(actor: Actor, input: MeetingInput): Promise<SharingMeeting> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const { heldOn, note } = parseInput(meetingSchema, input);
      const meeting = SharingMeeting.on(actor.prefectureId, heldOn, note);
      try {
        await tx.insert(SharingMeeting, meeting);
      } catch (error) {
        if (sqlState(error) !== '23505') throw error;
        throw new DomainError('CONFLICT', 'sharing-meeting.same-day', { date: heldOn });
      }
      return meeting;
    });
  }

  /** Both at once: no meeting has the one without the other. */
  bring(actor: Actor, input: EntryInput): Promise<SharedLine> {
    return this.db.write(actor, async (tx) => {
      const meeting = await getMeeting(tx, actor, input.meetingId);
      const placement = await getPlacement(tx, actor, input.placementId);
      permit(may.share(actor, placement));
      const { seen: version, issue, idea } = parseInput(entrySchema, input);
      const { heldOn } = meeting;
      const isPlaced =
        ['ACTIVE', 'ENDED'].includes(placement.status) &&
        placement.startsOn <= heldOn &&
        heldOn <= placement.endsOn;
      if (!isPlaced) throw badInput({ path: 'placementId', rule: 'not-placed-then' });
      const line = { meetingId: meeting.id, placementId: placement.id };
      for (const kind of SHARING_KINDS)
        await requireSeen(tx, actor, {
          entity: SharingEntry,
          id: entryKey(line, kind),
          version,
          properties: ['text'],
        });
      const { prefectureId, specialistId, municipalityId } = placement;
      const by = { recordedByName: actor.name, recordedAt: this.clock.now() };
      const entry = { ...line, prefectureId, specialistId, municipalityId, ...by };
      await tx.upsert(
        SharingEntry,
        [
          { ...entry, kind: 'ISSUE', text: issue },
          { ...entry, kind: 'IDEA', text: idea },
        ],
        ['meetingId', 'placementId', 'kind'],
      );
      return { ...line, specialistId, municipalityId, ...by, issue, idea };
    });
  }
}
