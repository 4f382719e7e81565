import {
  type Actor,
  Clock,
  knownId,
  notFound,
  type Page,
  type PageRequest,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { noticesSettled } from '@banso/notices';
import { Db, keysetPage, type Tx } from '@banso/platform';
import { caseGoesOn } from '@banso/support';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { may, ofHubAndTown } from '../reports.policy.js';
import { FOLLOW_UP_STATUSES, FollowUp, STILL_USED } from './follow-up.entity.js';

const schema = z.object({
  stillUsed: z.enum(STILL_USED),
  effect: text(1_000),
  nextWish: text(1_000, 0)
    .nullish()
    .transform((value) => value || null),
});

const filterSchema = z.object({
  statuses: z.array(z.enum(FOLLOW_UP_STATUSES)).nullish(),
  fiscalYear: z.int().min(2000).max(2100).nullish(),
});
export type FollowUpFilter = z.input<typeof filterSchema>;

/** 翌年度フォロー: answered by the town. */
export class FollowUpService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  answer(actor: Actor, id: string, input: unknown): Promise<FollowUp> {
    return this.db.write(actor, async (tx) => {
      const followUp = await byId(tx, actor, id).setLock('pessimistic_write').getOne();
      if (!followUp) throw notFound('follow-up');
      permit(may.answerFollowUp(actor, followUp));
      const answer = parseInput(schema, input);
      const change = { actor, at: this.clock.now() };
      followUp.answer(answer, change);
      const about = { type: 'SUPPORT_REQUEST', id: followUp.supportRequestId } as const;
      await caseGoesOn(tx, about.id, 'followUp', change);
      await noticesSettled(tx, change, about, ['FOLLOW_UP_ASKED', 'FOLLOW_UP_OVERDUE']);
      return tx.save(FollowUp, followUp);
    });
  }
}

const visible = (tx: Tx, actor: Actor): SelectQueryBuilder<FollowUp> => {
  const { where, parameters } = ofHubAndTown(actor, 'followUp');
  return tx.createQueryBuilder(FollowUp, 'followUp').where(`(${where})`, { ...parameters });
};

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<FollowUp> =>
  visible(tx, actor).andWhere('followUp.id = :id', { id: knownId('follow-up', id) });

/** Of these cases. */
export function followUpsOfCases(
  tx: Tx,
  actor: Actor,
  supportRequestIds: readonly string[],
): Promise<FollowUp[]> {
  return visible(tx, actor)
    .andWhere('followUp.supportRequestId = ANY(:supportRequestIds)', { supportRequestIds })
    .getMany();
}

/** The first due first. */
export function listFollowUps(
  tx: Tx,
  actor: Actor,
  filter: FollowUpFilter,
  page: PageRequest,
): Promise<Page<FollowUp>> {
  const { statuses, fiscalYear } = parseInput(filterSchema, filter);
  const query = visible(tx, actor);
  if (statuses?.length) query.andWhere('followUp.status IN (:...statuses)', { statuses });
  if (fiscalYear) query.andWhere('followUp.fiscalYear = :fiscalYear', { fiscalYear });
  return keysetPage(
    query,
    { by: ['followUp.dueOn', 'followUp.id'], order: 'ASC', keyOf: (row) => [row.dueOn, row.id] },
    page,
  );
}
