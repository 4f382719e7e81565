import { type Actor, Clock, parseInput, permit } from '@banso/kernel';
import { changedMeanwhile, Db, type Tx, valueChange } from '@banso/platform';
import { z } from 'zod';
import { may } from '../reports.policy.js';
import { DEFAULT_DAYS, type ReportDays, ReportPolicy } from './report-policy.entity.js';

const dayCount = z.int().min(1).max(90);
const nudge = z.int().min(0).max(90);
const schema = z
  .object({
    /** The version that the writer started from. */
    seen: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullish(),
    reportDays: dayCount,
    firstNudgeDays: nudge,
    secondNudgeDays: nudge,
    confirmationDays: dayCount,
    evaluationDays: dayCount,
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

const DAYS = [
  'reportDays',
  'firstNudgeDays',
  'secondNudgeDays',
  'confirmationDays',
  'evaluationDays',
  'followUpMonth',
] as const;

/** The hub decides in how many days reports, confirmations and evaluations are due. */
export class ReportPolicyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  set(actor: Actor, input: unknown): Promise<ReportDays> {
    return this.db.write(actor, async (tx) => {
      permit(may.setPolicy(actor));
      const { seen, ...wanted } = parseInput(schema, input);
      // One at a time: the second sees what the first has set.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('banso.report-policy'), $1::int)`, [
        actor.prefectureId,
      ]);
      const before = await latest(tx, actor.prefectureId);
      const current = before?.version ?? 0;
      if (before && Number(seen ?? 0) < current)
        throw changedMeanwhile({
          version: String(current),
          at: before.setAt,
          role: actor.role,
          name: before.setByName,
          changes: DAYS.flatMap((name) => valueChange(name, null, before[name])),
        });
      const days = { ...wanted, version: current + 1 };
      return tx.save(ReportPolicy, ReportPolicy.of(actor, days, this.clock.now()));
    });
  }
}

/** What holds in a prefecture: its own days, or the usual ones. */
export async function reportDaysOf(tx: Tx, prefectureId: string | null): Promise<ReportDays> {
  if (prefectureId === null) return DEFAULT_DAYS;
  return (await latest(tx, prefectureId)) ?? DEFAULT_DAYS;
}

const latest = (tx: Tx, prefectureId: string): Promise<ReportPolicy | null> =>
  tx.findOne(ReportPolicy, { where: { prefectureId }, order: { version: 'DESC' } });
