export * from './availability/available-day.entity.js';
export * from './availability/changes.js';
export * from './availability/input.js';
export * from './availability/repeat-rule.js';
export * from './availability/rules.queries.js';
export * from './availability/times.queries.js';
export * from './availability/unavailability-rule.entity.js';
export * from './availability/weekly-pattern.entity.js';
export * from './availability.queries.js';
export * from './availability.service.js';
export * from './day-off.entity.js';
export * from './desk-duty.entity.js';
export * from './desk-duty.service.js';
export * from './expert-field.entity.js';
export * from './expert-field.service.js';
export * from './firm.js';
export * from './roster.queries.js';
export * from './skill-assessment.entity.js';
export * from './skill-assessment.queries.js';
export * from './skill-assessment.service.js';
export * from './skill.entity.js';
export * from './specialist-actions.js';
export * from './specialist-input.js';
export * from './specialist.entity.js';
export {
  activeSpecialists,
  getSpecialist,
  listSpecialists,
  SPECIALIST_SORTS,
  type SpecialistFilter,
  type SpecialistSort,
  specialistsByIds,
  takeSpecialist,
  visibleSpecialists,
} from './specialist.queries.js';
export * from './specialist.service.js';
export * from './specialist-firm.entity.js';
export * from './specialist-firm.queries.js';
export * from './support-theme.entity.js';
export * from './talent-entities.js';
export * from './talent-profile.entity.js';
export * from './talent.module.js';
export * from './taxonomy-loader.js';
export * from './taxonomy.queries.js';
export * from './theme-skill.entity.js';
export * from './trouble-group.entity.js';
export * from './working-halves.js';
export { may as specialistMay, seesReasons } from './specialist.policy.js';
