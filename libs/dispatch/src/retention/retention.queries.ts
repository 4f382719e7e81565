import { RETENTION_CLASSES, RETENTION_KINDS, type RetentionKind, type Tx } from '@banso/platform';
import { RetentionRule } from './retention-rule.entity.js';

/** In days, by the rules of the prefecture and the defaults. */
export async function retentionDays(tx: Tx, prefectureId: string): Promise<Record<RetentionKind, number>> {
  const rules = await tx.findBy(RetentionRule, { prefectureId });
  const chosen = new Map(rules.map(({ kind, days }) => [kind, days]));
  const days: Partial<Record<RetentionKind, number>> = {};
  for (const kind of RETENTION_KINDS) days[kind] = chosen.get(kind) ?? RETENTION_CLASSES[kind].days.byDefault;
  return days as Record<RetentionKind, number>;
}
