import { type Change, type LocalDate, localDateOf } from '@banso/kernel';
import { enqueue, type Tx } from '@banso/platform';
import { Visit } from '../visit.entity.js';
import { takeVisit } from '../visit.queries.js';
import { tellAnswerDue } from './answer-notices.js';
import { remindVisitAnswer } from './visit-answer.jobs.js';

/** The rest is found by the next sweep. */
const SWEPT_AT_ONCE = 500;

/** On the day by which an answer is expected, and once after it. */
const phaseOf = ({ answerBy }: Visit, today: LocalDate): 'due' | 'over' =>
  answerBy === today ? 'due' : 'over';

/** Asks for one reminder for each visit whose answer is due; each is asked for once. */
export async function sweepUnanswered(tx: Tx, at: Date): Promise<void> {
  const today = localDateOf(at);
  const due = await tx
    .createQueryBuilder(Visit, 'visit')
    .where(`visit.status = 'PUBLISHED' AND visit.answerBy <= :today AND visit.startsAt > :at`, { today, at })
    // Asked for already: the outbox keeps the key of what was done for a while, the notice for ever.
    .andWhere(
      `NOT EXISTS (SELECT FROM notice n WHERE n.prefecture_id = visit.prefecture_id
        AND n.key = 'visit/' || visit.id || '/answer/' || visit.answer_by || '/' ||
          CASE WHEN visit.answer_by = :today THEN 'due' ELSE 'over' END)`,
    )
    .orderBy('visit.answerBy')
    .addOrderBy('visit.id')
    .take(SWEPT_AT_ONCE)
    .getMany();
  for (const visit of due)
    await enqueue(
      tx,
      remindVisitAnswer,
      { visitId: visit.id },
      {
        prefectureId: visit.prefectureId,
        dedupKey: `visit-answer/${visit.id}/${visit.answerBy ?? ''}/${phaseOf(visit, today)}`,
      },
    );
}

/** Nothing happens when the answer came meanwhile. */
export async function remindOfAnswer(tx: Tx, visitId: string, change: Change): Promise<void> {
  const today = localDateOf(change.at);
  const visit = await takeVisit(tx, change.actor, visitId);
  if (visit.status !== 'PUBLISHED' || !visit.answerBy || visit.answerBy > today) return;
  if (visit.startsAt <= change.at) return;
  await tellAnswerDue(tx, visit, phaseOf(visit, today), change);
}
