import type { Actor } from '@banso/kernel';
import { may } from './specialist.policy.js';
import type { Specialist } from './specialist.entity.js';

/** `DECLARE_SKILL` is a person's own word; `ASSESS_SKILL` takes any evidence. */
export const SPECIALIST_ACTIONS = [
  'REVISE',
  'MANAGE_DAYS_OFF',
  'DECLARE_SKILL',
  'ASSESS_SKILL',
  'RECORD_FIRMS',
  'REMOVE_FIRMS',
] as const;
export type SpecialistAction = (typeof SPECIALIST_ACTIONS)[number];

const RULES: Readonly<Record<SpecialistAction, (actor: Actor, specialist: Specialist) => boolean>> = {
  REVISE: may.revise,
  MANAGE_DAYS_OFF: may.manageDaysOff,
  DECLARE_SKILL: (actor, specialist) => may.assess(actor, specialist, 'SELF_DECLARED'),
  RECORD_FIRMS: may.recordFirms,
  REMOVE_FIRMS: may.removeFirms,
  ASSESS_SKILL: (actor, specialist) => may.assess(actor, specialist, 'INTERVIEW'),
};

/** What the page may offer, from the same rules that the services ask. */
export const specialistActions = (actor: Actor, specialist: Specialist): SpecialistAction[] =>
  SPECIALIST_ACTIONS.filter((action) => RULES[action](actor, specialist));
