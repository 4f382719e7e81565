import { RETENTION_CLASSES, type RetentionKind, type Tx } from '@banso/platform';
import { RetentionRule } from './retention-rule.entity.js';

/** How many days each kind is kept, by the rules of the prefecture and the defaults. */
export async function retentionDays(tx: Tx, prefectureId: string): Promise<(kind: RetentionKind) => number> {
  const rules = await tx.findBy(RetentionRule, { prefectureId });
  const chosen = new Map(rules.map(({ kind, days }) => [kind, days]));
  return (kind) => chosen.get(kind) ?? RETENTION_CLASSES[kind].days.byDefault;
}
