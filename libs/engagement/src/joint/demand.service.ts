import { type Actor, badInput, Clock, DomainError, localDate, parseInput, permit, text } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { TalentProfile } from '@banso/talent';
import { In } from 'typeorm';
import { z } from 'zod';
import { DemandAnswer, DemandSurvey } from './demand.entity.js';
import { takeSurvey } from './demand.queries.js';
import { may } from './joint.policy.js';

const surveySchema = z.object({
  title: text(100),
  fiscalYear: z.int().min(2000).max(2100),
  profiles: z.array(text(40)).min(1).max(20),
  deadlineOn: localDate(),
});

const answerSchema = z.object({
  surveyId: z.string(),
  seen: z.string().nullish(),
  lines: z
    .array(
      z.object({
        profileId: text(40),
        people: z.int().min(1).max(50),
        sharePercent: z.int().min(1).max(100),
      }),
    )
    .max(20)
    .refine((lines) => new Set(lines.map(({ profileId }) => profileId)).size === lines.length, {
      params: { rule: 'repeated' },
    }),
  note: text(500, 0)
    .nullish()
    .transform((note) => note || null),
});

export type SurveyInput = z.input<typeof surveySchema>;
export type AnswerInput = z.input<typeof answerSchema>;

/** 需要調査: the hub asks, the towns answer until the deadline. */
export class DemandService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  open(actor: Actor, input: SurveyInput): Promise<DemandSurvey> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const facts = parseInput(surveySchema, input);
      const today = this.clock.today();
      if (facts.deadlineOn < today) throw badInput({ path: 'deadlineOn', rule: 'past', facts: { today } });
      const profiles = [...new Set(facts.profiles)];
      await requireProfiles(tx, profiles);
      const change = { actor, at: this.clock.now() };
      const survey = DemandSurvey.open(actor.prefectureId, { ...facts, profiles }, change);
      await tx.insert(DemandSurvey, survey);
      return survey;
    });
  }

  /** The whole answer of the actor's town; no line means that it wants nobody. */
  answer(actor: Actor, input: AnswerInput): Promise<DemandAnswer> {
    return this.db.write(actor, async (tx) => {
      const survey = await takeSurvey(tx, actor, input.surveyId);
      permit(may.answerSurvey(actor) && actor.role === 'MUNICIPALITY_STAFF');
      const { seen: version, lines, note } = parseInput(answerSchema, input);
      if (!survey.takesAnswersOn(this.clock.today()))
        throw new DomainError('INVALID_STATE', 'survey.over', { date: survey.deadlineOn });
      if (lines.some(({ profileId }) => !survey.profiles.includes(profileId)))
        throw badInput({ path: 'profileId', rule: 'unknown' });
      const key = { surveyId: survey.id, municipalityId: actor.municipalityId };
      await requireSeen(tx, actor, {
        entity: DemandAnswer,
        id: `${key.surveyId}/${key.municipalityId}`,
        version,
        properties: ['lines', 'note'],
      });
      const answer = Object.assign(new DemandAnswer(), {
        ...key,
        prefectureId: survey.prefectureId,
        lines,
        note,
        recordedByName: actor.name,
        recordedAt: this.clock.now(),
      });
      await tx.upsert(DemandAnswer, answer, ['surveyId', 'municipalityId']);
      return answer;
    });
  }

  close(actor: Actor, id: string): Promise<DemandSurvey> {
    return this.db.write(actor, async (tx) => {
      const survey = await takeSurvey(tx, actor, id);
      permit(may.organise(actor));
      survey.close({ actor, at: this.clock.now() });
      await tx.save(survey);
      return survey;
    });
  }
}

export async function requireProfiles(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = await tx.countBy(TalentProfile, { id: In([...ids]) });
  if (known < ids.length) throw badInput({ path: 'profiles', rule: 'unknown' });
}
