import { type Actor, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { DemandAnswer, DemandSurvey } from './demand.entity.js';

/** Hub and towns of the prefecture; specialists are not asked. */
function visible(tx: Tx, actor: Actor): SelectQueryBuilder<DemandSurvey> {
  const query = tx
    .createQueryBuilder(DemandSurvey, 'survey')
    .where('survey.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  return actor.role === 'SPECIALIST' ? query.andWhere('false') : query;
}

const one = (tx: Tx, actor: Actor, id: string) =>
  visible(tx, actor).andWhere('survey.id = :id', { id: knownId('survey', id) });

export async function getSurvey(tx: Tx, actor: Actor, id: string): Promise<DemandSurvey> {
  const survey = await one(tx, actor, id).getOne();
  if (!survey) throw notFound('survey');
  return survey;
}

/** Held for an answer or its end: none comes after it was closed. */
export async function takeSurvey(tx: Tx, actor: Actor, id: string): Promise<DemandSurvey> {
  const survey = await one(tx, actor, id).setLock('for_no_key_update').getOne();
  if (!survey) throw notFound('survey');
  return survey;
}

/** The latest first. */
export const listSurveys = (tx: Tx, actor: Actor): Promise<DemandSurvey[]> =>
  visible(tx, actor).orderBy('survey.openedAt', 'DESC').addOrderBy('survey.id').limit(100).getMany();

/** For the hub every town's, for a town its own. */
export function answersOf(tx: Tx, actor: Actor, surveyIds: readonly string[]): Promise<DemandAnswer[]> {
  if (actor.role === 'SPECIALIST') return Promise.resolve([]);
  return tx.find(DemandAnswer, {
    where: {
      prefectureId: actor.prefectureId ?? '',
      surveyId: In([...surveyIds]),
      ...(actor.role === 'MUNICIPALITY_STAFF' && { municipalityId: actor.municipalityId }),
    },
    order: { municipalityId: 'ASC' },
  });
}

/** What all towns together want of one profile. */
export interface DemandSum {
  readonly profileId: string;
  readonly towns: number;
  readonly people: number;
  /** Hundredths of one full-time person. */
  readonly percent: number;
}

/** One line for each profile of the survey, in its order. */
export const sumDemand = (
  { profiles }: Pick<DemandSurvey, 'profiles'>,
  answers: readonly Pick<DemandAnswer, 'lines'>[],
): DemandSum[] =>
  profiles.map((profileId) => {
    const lines = answers.flatMap((answer) => answer.lines.filter((line) => line.profileId === profileId));
    return {
      profileId,
      towns: lines.length,
      people: lines.reduce((sum, { people }) => sum + people, 0),
      percent: lines.reduce((sum, { people, sharePercent }) => sum + people * sharePercent, 0),
    };
  });
