import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  knownId,
  localDate,
  notFound,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { getSpecialist, type Specialist, takeSpecialist } from '@banso/talent';
import { z } from 'zod';
import { Agreement } from '../agreement.entity.js';
import { Party } from '../party.entity.js';
import { Employment, EMPLOYMENT_FORMS, type EmploymentFacts } from './employment.entity.js';
import { may } from './joint.policy.js';

const schema = z
  .object({
    form: z.enum(EMPLOYMENT_FORMS),
    grade: text(40, 0)
      .nullish()
      .transform((grade) => grade || null),
    partyId: uuid(),
    agreementId: uuid()
      .nullish()
      .transform((id) => id ?? null),
    startsOn: localDate(),
    endsOn: localDate()
      .nullish()
      .transform((date) => date ?? null),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    params: { rule: 'not-before-from' },
  });

/** How somebody is appointed; the term may be open. */
export type EmploymentInput = z.input<typeof schema>;

const ending = z.object({ on: localDate(), reason: text(500) });

/** 任用: how each specialist is appointed, one row after the other. */
export class EmploymentService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  record(actor: Actor, specialistId: string, input: EmploymentInput): Promise<Employment> {
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, specialistId);
      permit(may.organise(actor));
      return employ(tx, specialist, input, { actor, at: this.clock.now() });
    });
  }

  end(
    actor: Actor,
    id: string,
    input: { readonly on: string; readonly reason: string },
  ): Promise<Employment> {
    return this.change(actor, id, (employment) => {
      const { on, reason } = parseInput(ending, input);
      employment.end(on, { actor, at: this.clock.now(), reason });
    });
  }

  /** It was never so. */
  takeBack(actor: Actor, id: string, reason: string): Promise<Employment> {
    return this.change(actor, id, (employment) => {
      const why = parseInput(z.object({ reason: text(500) }), { reason }).reason;
      employment.remove({ actor, at: this.clock.now(), reason: why });
    });
  }

  private change(actor: Actor, id: string, work: (employment: Employment) => void): Promise<Employment> {
    return this.db.write(actor, async (tx) => {
      const { specialistId } = await getEmployment(tx, actor, id);
      permit(may.organise(actor));
      await takeSpecialist(tx, actor, specialistId);
      const employment = await getEmployment(tx, actor, id);
      work(employment);
      await tx.save(employment);
      return employment;
    });
  }
}

/** Appoints somebody whose row is held; refused while another appointment lasts. */
export async function employ(
  tx: Tx,
  specialist: Pick<Specialist, 'id' | 'prefectureId'>,
  input: EmploymentInput,
  change: { readonly actor: Actor; readonly at: Date },
): Promise<Employment> {
  const facts = parseInput(schema, input);
  await requireKnown(tx, specialist.prefectureId, facts);
  const employment = Employment.record(specialist, facts, change);
  try {
    await tx.insert(Employment, employment);
  } catch (error) {
    if (sqlState(error) !== '23P01') throw error;
    throw new DomainError('CONFLICT', 'employment.overlaps');
  }
  return employment;
}

async function requireKnown(tx: Tx, prefectureId: string, facts: EmploymentFacts): Promise<void> {
  if (!(await tx.existsBy(Party, { prefectureId, id: facts.partyId })))
    throw badInput({ path: 'partyId', rule: 'unknown' });
  const { agreementId: id } = facts;
  if (id !== null && !(await tx.existsBy(Agreement, { prefectureId, id })))
    throw badInput({ path: 'agreementId', rule: 'unknown' });
}

async function getEmployment(tx: Tx, actor: Actor, id: string): Promise<Employment> {
  const found = await tx.findOneBy(Employment, {
    id: knownId('employment', id),
    prefectureId: actor.prefectureId ?? '',
  });
  if (!found || !may.readEmployment(actor, { id: found.specialistId })) throw notFound('employment');
  return found;
}

/** Of one person, what was taken back too, the latest first; not for a town. */
export async function listEmployments(tx: Tx, actor: Actor, specialistId: string): Promise<Employment[]> {
  const specialist = await getSpecialist(tx, actor, specialistId);
  if (!may.readEmployment(actor, specialist)) throw notFound('specialist');
  return tx.find(Employment, {
    where: { specialistId: specialist.id },
    order: { startsOn: 'DESC', id: 'ASC' },
  });
}
