import { type Actor, Clock, parseInput, permit, text } from '@banso/kernel';
import { Db, enqueue, nextNumber, type Tx } from '@banso/platform';
import { specialistsByIds } from '@banso/talent';
import { z } from 'zod';
import { shutOut } from './conflict.queries.js';
import { CONSULTATION_WORKING_DAYS, dueAtOf } from './consultation-hours.js';
import { carryProcurement } from './carry-procurement.js';
import { Consultation, type ConsultationContent } from './consultation.entity.js';
import { assignConsultation } from './consultation.jobs.js';
import { may } from './consultation.policy.js';
import { caseOf } from './procurement.entity.js';
import { saveConsultation, takeConsultation } from './consultation.queries.js';
import { assertTheme, fieldAtFiling, parseReason, parseText, townOf } from './filing.js';
import { purchaseSchema, writeProcurement } from './procurement-writing.js';
import { SupportRequest } from './support-request.entity.js';
import { parseSupportRequest } from './support-request-input.js';
import { saveSupportRequest } from './support-request.queries.js';

const QUESTION_LENGTH = 4_000;

const content = z.object({
  themeId: z
    .string()
    .max(10)
    .nullish()
    .transform((id) => id ?? null),
  question: text(QUESTION_LENGTH),
  contactSection: text(80),
}) satisfies z.ZodType<ConsultationContent>;

const contentAndPurchase = content.extend({ purchase: purchaseSchema.nullish() });

/** The town's part: it asks, asks further, and says when it is solved. */
export class ConsultationIntakeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `municipalityId` is needed only from the hub, which writes for a town that telephones. */
  ask(actor: Actor, input: unknown, municipalityId?: string | null): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      permit(may.ask(actor));
      const { purchase, ...asked } = parseInput(contentAndPurchase, input);
      await assertTheme(tx, asked.themeId);
      const town = await townOf(tx, actor, municipalityId ?? null);
      const at = this.clock.now();
      const number = await nextNumber(tx, 'S', {
        prefectureId: town.prefectureId,
        today: this.clock.today(),
      });
      const dueAt = dueAtOf(at, asked.themeId, CONSULTATION_WORKING_DAYS);
      const expertFieldId = await fieldAtFiling(tx, actor, asked.themeId, at);
      const filing = { ...town, number, dueAt, expertFieldId };
      const consultation = Consultation.ask(filing, asked, { actor, at });
      await saveConsultation(tx, consultation);
      // Before the desk looks for somebody: whoever is tied to a vendor never sees the question.
      if (purchase) {
        const change = { actor, at, readVersion: 0, today: this.clock.today() };
        await writeProcurement(tx, caseOf(consultation, 'CONSULTATION'), purchase, change);
      }
      await bringToDesk(tx, consultation);
      return consultation;
    });
  }

  /** The answer was not enough: a new round begins, with whoever answered. */
  askFurther(actor: Actor, id: string, further: string): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      const consultation = await takeConsultation(tx, actor, id);
      permit(may.askFurther(actor, consultation));
      const at = this.clock.now();
      const dueAt = dueAtOf(at, consultation.themeId, CONSULTATION_WORKING_DAYS);
      const reason = parseText('question', QUESTION_LENGTH, further);
      consultation.askFurther(await holderOf(tx, actor, consultation), dueAt, { actor, at, reason });
      await saveConsultation(tx, consultation);
      if (consultation.waitsForDesk) await bringToDesk(tx, consultation);
      return consultation;
    });
  }

  close(actor: Actor, id: string): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      const consultation = await takeConsultation(tx, actor, id);
      permit(may.close(actor, consultation));
      consultation.close({ actor, at: this.clock.now() });
      await saveConsultation(tx, consultation);
      return consultation;
    });
  }

  /** 派遣へ: writes the draft of a support request, and each of the two names the other. */
  turnIntoRequest(actor: Actor, id: string, input: unknown): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      const consultation = await takeConsultation(tx, actor, id);
      permit(may.turnIntoRequest(actor, consultation));
      consultation.assertStands('ANSWERED');
      const wanted = parseSupportRequest(input, this.clock.today());
      await assertTheme(tx, wanted.themeId);
      const { prefectureId, municipalityId } = consultation;
      const change = { actor, at: this.clock.now() };
      const origin = { prefectureId, municipalityId, consultationId: consultation.id };
      const request = SupportRequest.draft(origin, wanted, change);
      await saveSupportRequest(tx, request);
      consultation.turnInto(request.id, change);
      await saveConsultation(tx, consultation);
      await carryProcurement(tx, consultation, request, change);
      return consultation;
    });
  }

  withdraw(actor: Actor, id: string, reason: string): Promise<Consultation> {
    return this.db.write(actor, async (tx) => {
      const consultation = await takeConsultation(tx, actor, id);
      permit(may.withdraw(actor, consultation));
      consultation.withdraw({ actor, at: this.clock.now(), reason: parseReason(reason) });
      await saveConsultation(tx, consultation);
      return consultation;
    });
  }
}

/** One request to the desk for each round of questions. */
const bringToDesk = (tx: Tx, { id, prefectureId }: Consultation): Promise<void> =>
  enqueue(tx, assignConsultation, { consultationId: id }, { prefectureId });

/** Whoever had it, unless they have left the pool or are in conflict with it by now. */
async function holderOf(tx: Tx, actor: Actor, { id, specialistId }: Consultation): Promise<string | null> {
  if (specialistId === null || (await shutOut(tx, actor, id)).has(specialistId)) return null;
  const [holder] = await specialistsByIds(tx, actor, [specialistId]);
  return holder?.active ? holder.id : null;
}
