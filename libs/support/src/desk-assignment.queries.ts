import { type Actor, coversHalf, fiscalYearOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import {
  absencesOf,
  activeSpecialists,
  currentSkills,
  deskDutyAt,
  exceptionsOf,
  fieldOfTheme,
  themeNeeds,
} from '@banso/talent';
import { type DeskHalf, deskHalfAt } from './consultation-hours.js';
import { shutOut } from './conflict.queries.js';
import type { Consultation } from './consultation.entity.js';
import { openConsultationLoads } from './consultation.queries.js';
import type { DeskFacts } from './desk-assignment.js';

/** One choice at a time in a prefecture, so that each sees the load that the one before has made. */
export async function lockDesk(tx: Tx, prefectureId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('support.desk'), hashtext($1))`, [prefectureId]);
}

/** What the desk knows of everyone who can be asked now; whoever is in conflict with the case cannot. */
export async function deskFacts(
  tx: Tx,
  actor: Actor,
  consultation: Pick<Consultation, 'id' | 'themeId'>,
  at: Date,
): Promise<DeskFacts[]> {
  const conflicted = await shutOut(tx, actor, consultation.id);
  const ids = (await activeSpecialists(tx, actor))
    .map((specialist) => specialist.id)
    .filter((id) => !conflicted.has(id));
  const half = deskHalfAt(at);
  const members = await fieldMembers(tx, actor, consultation.themeId, fiscalYearOf(half.date));
  const { total, metBy } = await essentialSkills(tx, actor, consultation.themeId, ids);
  const onDuty = await presentAtDesk(tx, actor, half);
  const loads = await openConsultationLoads(tx, actor, consultation.id);
  return ids.map((specialistId) => ({
    specialistId,
    fieldMatch: members === null || members.has(specialistId),
    essentialMet: metBy.get(specialistId) ?? 0,
    essentialTotal: total,
    onDuty: onDuty.has(specialistId),
    openConsultations: loads.get(specialistId) ?? 0,
  }));
}

/** Null: no theme was named, so that everyone is of the field. */
async function fieldMembers(
  tx: Tx,
  actor: Actor,
  themeId: string | null,
  fiscalYear: number,
): Promise<ReadonlySet<string> | null> {
  if (themeId === null) return null;
  const field = await fieldOfTheme(tx, actor, themeId, fiscalYear);
  return new Set(field?.specialistIds ?? []);
}

async function essentialSkills(
  tx: Tx,
  actor: Actor,
  themeId: string | null,
  ids: readonly string[],
): Promise<{ total: number; metBy: ReadonlyMap<string, number> }> {
  if (themeId === null) return { total: 0, metBy: new Map() };
  const needs = (await themeNeeds(tx, [themeId])).get(themeId)?.filter((need) => need.essential) ?? [];
  const skills = await currentSkills(tx, actor, ids);
  const met = (id: string): number =>
    needs.filter((need) =>
      skills.get(id)?.some((skill) => skill.skillId === need.skillId && skill.level >= need.level),
    ).length;
  return { total: needs.length, metBy: new Map(ids.map((id) => [id, met(id)])) };
}

async function presentAtDesk(tx: Tx, actor: Actor, at: DeskHalf): Promise<Set<string>> {
  const roster = await deskDutyAt(tx, actor, at);
  const exceptions = await exceptionsOf(tx, roster, { from: at.date, to: at.date });
  const isAway = (id: string): boolean => {
    const { daysOff, blocked } = absencesOf(exceptions(id));
    return [...daysOff, ...blocked].some(({ part }) => coversHalf(part, at.half));
  };
  return new Set(roster.filter((id) => !isAway(id)));
}
