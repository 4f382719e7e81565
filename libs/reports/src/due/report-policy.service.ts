import { type Actor, Clock, parseInput, permit } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { z } from 'zod';
import { may } from '../reports.policy.js';
import { DEFAULT_DAYS, type ReportDays, ReportPolicy } from './report-policy.entity.js';

const days = z.int().min(1).max(90);
const nudge = z.int().min(0).max(90);
const schema = z
  .object({
    /** The version that the writer started from. */
    seen: z.string().nullish(),
    reportDays: days,
    firstNudgeDays: nudge,
    secondNudgeDays: nudge,
    confirmationDays: days,
    evaluationDays: days,
    followUpMonth: z.int().min(1).max(12),
  })
  .refine(({ firstNudgeDays, secondNudgeDays }) => secondNudgeDays >= firstNudgeDays, {
    path: ['secondNudgeDays'],
    params: { rule: 'nudge-order' },
  })
  .refine(({ secondNudgeDays, reportDays }) => secondNudgeDays <= reportDays, {
    path: ['secondNudgeDays'],
    params: { rule: 'nudge-after-due' },
  });

/** The hub decides in how many days reports, confirmations and evaluations are due. */
export class ReportPolicyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  set(actor: Actor, input: unknown): Promise<ReportDays> {
    return this.db.write(actor, async (tx) => {
      permit(may.setPolicy(actor));
      const { seen: version, ...wanted } = parseInput(schema, input);
      await requireSeen(tx, actor, {
        entity: ReportPolicy,
        id: actor.prefectureId,
        version,
        properties: [
          'reportDays',
          'firstNudgeDays',
          'secondNudgeDays',
          'confirmationDays',
          'evaluationDays',
          'followUpMonth',
        ],
      });
      const policy = ReportPolicy.of(actor, wanted, this.clock.now());
      await tx.upsert(ReportPolicy, policy, ['prefectureId']);
      return policy;
    });
  }
}

/** What holds in a prefecture: its own days, or the usual ones. */
export async function reportDaysOf(tx: Tx, prefectureId: string | null): Promise<ReportDays> {
  if (prefectureId === null) return DEFAULT_DAYS;
  return (await tx.findOneBy(ReportPolicy, { prefectureId })) ?? DEFAULT_DAYS;
}
