import { municipalitiesByIds } from '@banso/directory';
import { type Actor, Clock, daysBetween, localDate, notFound, parseInput, permit, text } from '@banso/kernel';
import { Db, requireSeen } from '@banso/platform';
import { z } from 'zod';
import { TownProfile } from './town-profile.entity.js';
import { mayDescribe } from './town-profile.queries.js';

/** Four assemblies a year, for some years, and what else there is. */
const MOST_PERIODS = 40;
/** Longer than any assembly: such a wish would close the town. */
const LONGEST_PERIOD = 92;

const period = z
  .object({ from: localDate(), to: localDate(), label: text(60) })
  .refine(({ from, to }) => to >= from, { path: ['to'], params: { rule: 'not-before-from' } })
  .refine(({ from, to }) => daysBetween(from, to) < LONGEST_PERIOD, {
    path: ['to'],
    params: { rule: 'period-too-long', max: LONGEST_PERIOD },
  });

const schema = z.object({
  municipalityId: text(6),
  /** The version that the writer started from. */
  seen: z.string().nullish(),
  itStaff: z
    .int()
    .min(0)
    .max(1_000)
    .nullish()
    .transform((people) => people ?? null),
  busy: z.array(period).max(MOST_PERIODS),
});

/** What only a town or its hub can tell the planner. */
export class TownProfileService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The whole of it at once; what is not named is no longer so. */
  set(actor: Actor, input: unknown): Promise<TownProfile> {
    return this.db.write(actor, async (tx) => {
      const { municipalityId, seen: version, ...facts } = parseInput(schema, input);
      const [town] = await municipalitiesByIds(tx, [municipalityId]);
      if (!town || town.prefectureId !== actor.prefectureId) throw notFound('municipality');
      permit(mayDescribe(actor, town));
      await requireSeen(tx, actor, {
        entity: TownProfile,
        id: town.id,
        version,
        properties: ['itStaff', 'busy'],
      });
      const profile = TownProfile.of(actor, town, facts, this.clock.now());
      await tx.upsert(TownProfile, profile, ['municipalityId']);
      return profile;
    });
  }
}
