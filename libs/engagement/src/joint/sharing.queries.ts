import { type Actor, knownId, notFound } from '@banso/kernel';
import { type Tx, versionsOf } from '@banso/platform';
import { In } from 'typeorm';
import { Placement } from '../placement.entity.js';
import { SharingEntry, type SharingKind, SharingMeeting } from './sharing.entity.js';

/** What one placement brings to a meeting. The issue is null for a town that it is not about. */
export interface SharedLine {
  readonly meetingId: string;
  readonly placementId: string;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly issue: string | null;
  readonly idea: string | null;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

export async function getMeeting(tx: Tx, actor: Actor, id: string): Promise<SharingMeeting> {
  const meeting = await tx.findOneBy(SharingMeeting, {
    id: knownId('sharing-meeting', id),
    prefectureId: actor.prefectureId ?? '',
  });
  if (!meeting) throw notFound('sharing-meeting');
  return meeting;
}

/** The latest first. */
export const listMeetings = (tx: Tx, actor: Actor): Promise<SharingMeeting[]> =>
  tx.find(SharingMeeting, {
    where: { prefectureId: actor.prefectureId ?? '' },
    order: { heldOn: 'DESC' },
    take: 100,
  });

/** By meeting and placement; a town reads its own issues and everybody's ideas. */
export async function sharedLinesOf(
  tx: Tx,
  actor: Actor,
  meetingIds: readonly string[],
): Promise<SharedLine[]> {
  const entries = await tx.find(SharingEntry, {
    where: { meetingId: In([...meetingIds]), prefectureId: actor.prefectureId ?? '' },
    order: { municipalityId: 'ASC', placementId: 'ASC', kind: 'ASC' },
  });
  const seen = entries.filter(
    ({ kind, municipalityId }) =>
      kind === 'IDEA' || actor.role !== 'MUNICIPALITY_STAFF' || actor.municipalityId === municipalityId,
  );
  const lines = new Map<string, SharedLine>();
  for (const { kind, text, ...entry } of seen) {
    const key = lineKey(entry);
    const line = lines.get(key) ?? { ...entry, issue: null, idea: null };
    lines.set(key, kind === 'ISSUE' ? { ...line, issue: text } : { ...line, idea: text });
  }
  return [...lines.values()];
}

export const lineKey = ({
  meetingId,
  placementId,
}: Pick<SharingEntry, 'meetingId' | 'placementId'>): string => `${meetingId}/${placementId}`;
export const entryKey = (line: Pick<SharingEntry, 'meetingId' | 'placementId'>, kind: SharingKind): string =>
  `${lineKey(line)}/${kind}`;

/** The versions of lines that the caller has already been allowed to see: of both parts, the later one. */
export async function lineVersionsOf(
  tx: Tx,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const found = await versionsOf(
    tx,
    actor,
    'sharing_entry',
    keys.flatMap((key) => [`${key}/ISSUE`, `${key}/IDEA`]),
  );
  return new Map(
    keys.map((key) => {
      const [issue, idea] = [BigInt(found.get(`${key}/ISSUE`) ?? 0), BigInt(found.get(`${key}/IDEA`) ?? 0)];
      return [key, String(issue > idea ? issue : idea)];
    }),
  );
}

/** Who was placed on the day of a meeting; for the hub all, for others their own. */
export function placedOn(
  tx: Tx,
  prefectureId: string,
  heldOn: string,
  specialistId?: string,
): Promise<Placement[]> {
  const query = tx
    .createQueryBuilder(Placement, 'placement')
    .where('placement.prefectureId = :prefectureId', { prefectureId })
    .andWhere(`placement.status IN ('ACTIVE', 'ENDED')`)
    .andWhere(':heldOn BETWEEN placement.startsOn AND placement.endsOn', { heldOn });
  if (specialistId) query.andWhere('placement.specialistId = :specialistId', { specialistId });
  return query.orderBy('placement.municipalityId').addOrderBy('placement.id').getMany();
}

/** Placements that have not brought both an issue and an idea: all of them for the hub, the own for a specialist. */
export async function missingAt(
  tx: Tx,
  actor: Actor,
  meetings: readonly SharingMeeting[],
): Promise<{ readonly meetingId: string; readonly placement: Placement }[]> {
  if (actor.role === 'MUNICIPALITY_STAFF') return [];
  const lines = await sharedLinesOf(
    tx,
    actor,
    meetings.map(({ id }) => id),
  );
  const missing: { meetingId: string; placement: Placement }[] = [];
  for (const { id, prefectureId, heldOn } of meetings) {
    const own = actor.role === 'SPECIALIST' ? actor.specialistId : undefined;
    for (const placement of await placedOn(tx, prefectureId, heldOn, own)) {
      const line = lines.find((one) => one.meetingId === id && one.placementId === placement.id);
      if (!line?.issue || !line.idea) missing.push({ meetingId: id, placement });
    }
  }
  return missing;
}
