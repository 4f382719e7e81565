import { type Actor, Clock, parseInput, permit, plays } from '@banso/kernel';
import {
  beyondOwnRows,
  Db,
  requireSeen,
  RETENTION_CLASSES,
  RETENTION_KINDS,
  type RetentionKind,
  type Tx,
  versionsOf,
} from '@banso/platform';
import { z } from 'zod';
import { RetentionRule } from './retention-rule.entity.js';
import { RetentionRun } from './retention-run.entity.js';
import { retentionDays } from './retention.queries.js';
import { countDue } from './retention-running.js';

/** How long one kind of record is kept here, and what that means today. */
export interface RetentionState {
  readonly kind: RetentionKind;
  readonly days: number;
  /** Nothing is set: the default of the software. */
  readonly isDefault: boolean;
  readonly setAt: Date | null;
  readonly setByName: string | null;
  readonly version: string;
  /** Rows that would go by today; of people, those who wait for somebody to look. */
  readonly due: number;
  /** The last run, with what it let go. */
  readonly lastRun: RetentionRun | null;
}

const schema = z.object({
  kind: z
    .string()
    .refine((kind): kind is RetentionKind => kind in RETENTION_CLASSES, { params: { rule: 'invalid' } }),
  days: z.int().min(1).max(36_525),
  /** The version that the writer started from. */
  seen: z.string().nullish(),
});

const idOf = (prefectureId: string | null, kind: RetentionKind): string => `${prefectureId}/${kind}`;

/** How long records are kept, what goes by today, and the choice of it. */
export class RetentionService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<RetentionState[]> {
    return this.db.read(actor, (tx) => {
      permit(actor.role === 'HUB_STAFF');
      return this.states(tx, actor, RETENTION_KINDS);
    });
  }

  set(actor: Actor, input: unknown): Promise<RetentionState> {
    return this.db.write(actor, async (tx) => {
      permit(plays(actor, 'HUB_APPROVER', 'HUB_COORDINATOR'));
      const { kind, days, seen: version } = parseInput(schema, input);
      const { least, most } = RETENTION_CLASSES[kind].days;
      parseInput(z.object({ days: z.int().min(least).max(most) }), { days });
      await requireSeen(tx, actor, {
        entity: RetentionRule,
        id: idOf(actor.prefectureId, kind),
        version,
        properties: ['days'],
      });
      await tx.upsert(RetentionRule, RetentionRule.of(actor, kind, days, this.clock.now()), [
        'prefectureId',
        'kind',
      ]);
      const [state] = await this.states(tx, actor, [kind]);
      if (!state) throw new Error('What was set just now is not there');
      return state;
    });
  }

  private async states(tx: Tx, actor: Actor, kinds: readonly RetentionKind[]): Promise<RetentionState[]> {
    const prefectureId = actor.prefectureId ?? '';
    const days = await retentionDays(tx, prefectureId);
    const rules = new Map(
      (await tx.findBy(RetentionRule, { prefectureId })).map((rule) => [rule.kind, rule]),
    );
    const versions = await versionsOf(
      tx,
      actor,
      'retention_rule',
      kinds.map((kind) => idOf(prefectureId, kind)),
    );
    const runs = await tx
      .createQueryBuilder(RetentionRun, 'run')
      .distinctOn(['run.kind'])
      .where('run.prefectureId = :prefectureId', { prefectureId })
      .orderBy('run.kind')
      .addOrderBy('run.ranOn', 'DESC')
      .getMany();
    const lastRuns = new Map(runs.map((run) => [run.kind, run]));
    // Counts over all of the prefecture, also of what no person may read, such as links for a new password.
    const due = await beyondOwnRows(tx, () => countDue(tx, prefectureId, this.clock));
    return kinds.map((kind) => ({
      kind,
      days: days(kind),
      isDefault: !rules.has(kind),
      setAt: rules.get(kind)?.setAt ?? null,
      setByName: rules.get(kind)?.setByName ?? null,
      version: versions.get(idOf(prefectureId, kind)) ?? '0',
      due: due.get(kind) ?? 0,
      lastRun: lastRuns.get(kind) ?? null,
    }));
  }
}
