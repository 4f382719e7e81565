import { type Actor, DomainError, knownId, type LocalDate, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { seesReasons } from '../specialist.policy.js';
import { getSpecialist, visibleSpecialists } from '../specialist.queries.js';
import { UnavailabilityRule } from './unavailability-rule.entity.js';
import { WeeklyPattern } from './weekly-pattern.entity.js';

/** So many rules of one person at the same time: more is a working pattern. */
const MAX_RULES = 30;

const inForce = 'rule.specialistId = :specialistId AND (rule.endedOn IS NULL OR rule.endedOn >= :today)';

/** The rules of a specialist that still take days; towns read no reasons. */
export async function listUnavailabilityRules(
  tx: Tx,
  actor: Actor,
  specialistId: string,
  today: LocalDate,
): Promise<UnavailabilityRule[]> {
  const specialist = await getSpecialist(tx, actor, specialistId);
  const rules = await tx
    .createQueryBuilder(UnavailabilityRule, 'rule')
    .where(inForce, { specialistId: specialist.id, today })
    .orderBy('rule.startsOn')
    .addOrderBy('rule.id')
    .getMany();
  return seesReasons(actor) ? rules : rules.map((rule) => Object.assign(rule, { reason: null }));
}

/** The weekly patterns of a specialist that do not hold since ever, the last first. */
export async function listWeeklyPatterns(
  tx: Tx,
  actor: Actor,
  specialistId: string,
): Promise<WeeklyPattern[]> {
  const specialist = await getSpecialist(tx, actor, specialistId);
  return tx.find(WeeklyPattern, { where: { specialistId: specialist.id }, order: { validFrom: 'DESC' } });
}

/** Whose rule an id is; its specialist must be visible. */
export async function getUnavailabilityRule(tx: Tx, actor: Actor, id: string): Promise<UnavailabilityRule> {
  const visible = visibleSpecialists(tx, actor).select('specialist.id');
  const rule = await tx
    .createQueryBuilder(UnavailabilityRule, 'rule')
    .where('rule.id = :id', { id: knownId('unavailability-rule', id) })
    .andWhere(`rule.specialistId IN (${visible.getQuery()})`, visible.getParameters())
    .getOne();
  if (!rule) throw notFound('unavailability-rule');
  return rule;
}

/** The specialist was taken by the caller: rules of one person come one after the other. */
export async function requireRoomForRule(tx: Tx, specialistId: string, today: LocalDate): Promise<void> {
  const known = await tx
    .createQueryBuilder(UnavailabilityRule, 'rule')
    .where(inForce, { specialistId, today })
    .getCount();
  if (known >= MAX_RULES)
    throw new DomainError('CONFLICT', 'unavailability-rule.too-many', { limit: MAX_RULES });
}
