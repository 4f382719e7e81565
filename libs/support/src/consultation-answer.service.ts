import { type Actor, badInput, Clock, knownId, permit } from '@banso/kernel';
import { Db, requireSeen } from '@banso/platform';
import { noteAdvice } from './bid-restriction.js';
import { shutOut } from './conflict.queries.js';
import { dueAtOf, ESCALATION_WORKING_DAYS } from './consultation-hours.js';
import { Consultation } from './consultation.entity.js';
import { may } from './consultation.policy.js';
import { saveConsultation, takeConsultation } from './consultation.queries.js';
import { chosenByHub } from './desk-assignment.js';
import { deskFacts, lockDesk } from './desk-assignment.queries.js';
import { parseReason, parseText } from './filing.js';

const ANSWER_LENGTH = 8_000;

/** The desk's part: the specialist whose turn it is answers; the hub may, and chooses another by hand. */
export class ConsultationAnswerService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  answer(actor: Actor, id: string, answer: string): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      const consultation = await takeConsultation(tx, actor, id);
      permit(may.answer(actor, consultation));
      const at = this.clock.now();
      consultation.reply(parseText('answer', ANSWER_LENGTH, answer), { actor, at });
      await saveConsultation(tx, consultation);
      if (actor.role === 'SPECIALIST')
        await noteAdvice(tx, consultation.id, {
          cause: 'ANSWER',
          causeId: consultation.id,
          caseNumber: consultation.number,
          specialistId: actor.specialistId,
          at,
        });
      return consultation;
    });
  }

  /** Anyone of the pool who is active: the hub may know what no rule does. `version`: what was read. */
  reassign(
    actor: Actor,
    id: string,
    { specialistId, reason, version }: { specialistId: string; reason: string; version?: string | null },
  ): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      const consultation = await takeConsultation(tx, actor, id);
      permit(may.reassign(actor, consultation));
      await requireSeen(tx, actor, {
        entity: Consultation,
        id: consultation.id,
        version,
        properties: ['specialistId'],
      });
      await lockDesk(tx, consultation.prefectureId);
      const change = { actor, at: this.clock.now(), reason: parseReason(reason) };
      if ((await shutOut(tx, actor, consultation.id)).has(specialistId))
        throw badInput({ path: 'specialistId', rule: 'conflict-of-interest' });
      const facts = await deskFacts(tx, actor, consultation, change.at);
      const choice = chosenByHub(knownId('specialist', specialistId), facts, consultation.asked);
      if (!choice.chosen) throw badInput({ path: 'specialistId', rule: 'unknown' });
      const dueAt = dueAtOf(change.at, consultation.themeId, ESCALATION_WORKING_DAYS);
      consultation.reassign(choice, dueAt, change);
      await saveConsultation(tx, consultation);
      return consultation;
    });
  }
}
