import { placesOf } from '@banso/directory';
import { type Actor, badInput, Clock, type InputFault, permit } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { putPattern } from './availability/changes.js';
import { patternsOn } from './availability/times.queries.js';
import { FACTS, parseSpecialist, type SpecialistInput } from './specialist-input.js';
import { Specialist, type SpecialistFacts } from './specialist.entity.js';
import { may } from './specialist.policy.js';
import { takeSpecialist } from './specialist.queries.js';
import { TalentProfile } from './talent-profile.entity.js';

/** Both the profile and the base must exist; the base in the prefecture itself. */
async function requireKnown(tx: Tx, prefectureId: string, facts: SpecialistFacts): Promise<void> {
  const faults: InputFault[] = [];
  if (!(await tx.existsBy(TalentProfile, { id: facts.profileId })))
    faults.push({ path: 'profileId', rule: 'unknown' });
  const [base] = await placesOf(tx, prefectureId, [facts.baseId]);
  if (!base) faults.push({ path: 'baseId', rule: 'unknown' });
  if (faults.length > 0) throw badInput(...faults);
}

/** Takes somebody into the pool. */
export async function registerSpecialist(tx: Tx, actor: Actor, input: SpecialistInput): Promise<Specialist> {
  permit(may.register(actor));
  const facts = parseSpecialist(input);
  await requireKnown(tx, actor.prefectureId, facts);
  const specialist = Specialist.register(actor.prefectureId, facts);
  await tx.insert(Specialist, specialist);
  return specialist;
}

/** The hub keeps the prefecture's talent pool. */
export class SpecialistService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock = new Clock(),
  ) {}

  register(actor: Actor, input: SpecialistInput): Promise<Specialist> {
    return this.db.write(actor, (tx) => registerSpecialist(tx, actor, input));
  }

  /** `version`: what the writer started from. */
  revise(actor: Actor, id: string, input: SpecialistInput, version?: string | null): Promise<Specialist> {
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, id);
      permit(may.revise(actor, specialist));
      await requireSeen(tx, actor, { entity: Specialist, id: specialist.id, version, properties: FACTS });
      const facts = parseSpecialist({
        ...input,
        active: input.active ?? specialist.active,
        nights: input.nights ?? specialist.nights,
      });
      await requireKnown(tx, specialist.prefectureId, facts);
      const { weekly, ...rest } = facts;
      const today = this.clock.today();
      const now = (await patternsOn(tx, [specialist], today))(specialist);
      // What was worked until yesterday stays as it was.
      if (weekly.join() !== now.join()) await putPattern(tx, specialist, { validFrom: today, weekly, today });
      specialist.revise({ ...rest, weekly: specialist.weekly });
      await tx.save(specialist);
      return specialist;
    });
  }
}
