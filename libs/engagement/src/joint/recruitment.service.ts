import { toHiragana } from '@banso/directory';
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
import { Db, type Tx } from '@banso/platform';
import { registerSpecialist, type SpecialistInput, TalentProfile } from '@banso/talent';
import { z } from 'zod';
import { getSurvey } from './demand.queries.js';
import { employ, type EmploymentInput } from './employment.service.js';
import { may } from './joint.policy.js';
import { APPLICANT_STEPS } from './applicant-status.js';
import { Applicant, Recruitment } from './recruitment.entity.js';
import { saveApplicant, takeApplicant, takeRecruitment } from './recruitment.queries.js';

const recruitmentSchema = z.object({
  surveyId: uuid()
    .nullish()
    .transform((id) => id ?? null),
  title: text(100),
  profileId: text(40),
  people: z.int().min(1).max(100),
  closesOn: localDate(),
  retentionNote: text(300),
});

const applicantSchema = z.object({
  name: text(60),
  kana: text(60)
    .transform(toHiragana)
    .refine((kana) => /^[ぁ-ゖー・\s]+$/u.test(kana), { params: { rule: 'kana' } }),
  nameEn: text(60),
  contact: text(200),
  note: text(2_000, 0)
    .nullish()
    .transform((note) => note || null),
  appliedOn: localDate(),
});

/** Declined by the applicant, rejected by the employer: both say why. */
const stepSchema = z
  .object({ step: z.enum(APPLICANT_STEPS), reason: text(500, 0).nullish() })
  .refine(({ step, reason }) => Boolean(reason) || step === 'SCREENING' || step === 'OFFERED', {
    path: ['reason'],
    params: { rule: 'required' },
  });

export type RecruitmentInput = z.input<typeof recruitmentSchema>;
export type ApplicantInput = z.input<typeof applicantSchema>;
export type ApplicantStepInput = z.input<typeof stepSchema>;

/** 募集と選考: the hub's alone, from the first word to the appointment. */
export class RecruitmentService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  open(actor: Actor, input: RecruitmentInput): Promise<Recruitment> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const facts = parseInput(recruitmentSchema, input);
      if (!(await tx.existsBy(TalentProfile, { id: facts.profileId })))
        throw badInput({ path: 'profileId', rule: 'unknown' });
      if (facts.surveyId) await getSurvey(tx, actor, facts.surveyId);
      const recruitment = Recruitment.open(actor.prefectureId, facts);
      await tx.insert(Recruitment, recruitment);
      return recruitment;
    });
  }

  close(actor: Actor, id: string): Promise<Recruitment> {
    return this.db.write(actor, async (tx) => {
      const recruitment = await takeRecruitment(tx, actor, id);
      permit(may.organise(actor));
      recruitment.close();
      await tx.save(recruitment);
      return recruitment;
    });
  }

  receive(actor: Actor, recruitmentId: string, input: ApplicantInput): Promise<Applicant> {
    return this.db.write(actor, async (tx) => {
      const recruitment = await takeRecruitment(tx, actor, recruitmentId);
      permit(may.organise(actor));
      if (recruitment.status !== 'OPEN') throw new DomainError('INVALID_STATE', 'recruitment.closed');
      const applicant = Applicant.receive(recruitment, parseInput(applicantSchema, input), {
        actor,
        at: this.clock.now(),
      });
      await saveApplicant(tx, applicant);
      return applicant;
    });
  }

  move(actor: Actor, id: string, input: ApplicantStepInput): Promise<Applicant> {
    return this.on(actor, id, (_, applicant) => {
      const { step, reason } = parseInput(stepSchema, input);
      applicant.move(step, { actor, at: this.clock.now(), reason: reason || null });
      return Promise.resolve();
    });
  }

  /** 採用: the person comes into the pool, appointed, in one step. */
  hire(
    actor: Actor,
    id: string,
    hire: { readonly specialist: SpecialistInput; readonly employment: EmploymentInput },
  ): Promise<Applicant> {
    return this.on(actor, id, async (tx, applicant) => {
      const change = { actor, at: this.clock.now() };
      const specialist = await registerSpecialist(tx, actor, hire.specialist);
      await employ(tx, specialist, hire.employment, change);
      applicant.hire(specialist.id, change);
    });
  }

  private on(
    actor: Actor,
    id: string,
    work: (tx: Tx, applicant: Applicant) => Promise<void>,
  ): Promise<Applicant> {
    return this.db.write(actor, async (tx) => {
      const applicant = await takeApplicant(tx, actor, id);
      permit(may.organise(actor));
      await work(tx, applicant);
      await saveApplicant(tx, applicant);
      return applicant;
    });
  }
}
