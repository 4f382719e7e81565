import type { Actor } from '@banso/kernel';
import { findingsOf, type Problem } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { type Bilingual, speakerFor } from './plan-words.js';
import type { KeptFinding } from './planning-record.js';
import { PlanningRun } from './planning-run.entity.js';

/** The same in words. */
export interface SpokenFinding extends KeptFinding {
  readonly runId: string;
  readonly sentence: Bilingual;
}

/** Looks a problem over before it is solved. */
export const findingsIn = (problem: Problem): KeptFinding[] =>
  findingsOf(problem).map(({ ruleId, level, facts }) => ({ ruleId, fatal: level === 'fatal', facts }));

/** The findings of runs that the caller has already been allowed to see. */
export async function spokenFindingsOf(
  tx: Tx,
  actor: Actor,
  runIds: readonly string[],
): Promise<SpokenFinding[]> {
  const runs = await tx.find(PlanningRun, { where: { id: In([...runIds]) } });
  const speak = await speakerFor(
    tx,
    actor,
    runs.flatMap(({ findings }) => findings),
  );
  return runs.flatMap(({ id, fromOn, findings }) =>
    findings.map((finding) => ({ ...finding, runId: id, sentence: speak(finding, fromOn) })),
  );
}
