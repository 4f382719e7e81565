import { AvailableDay } from './availability/available-day.entity.js';
import { UnavailabilityRule } from './availability/unavailability-rule.entity.js';
import { WeeklyPattern } from './availability/weekly-pattern.entity.js';
import { DayOff } from './day-off.entity.js';
import { DeskDuty } from './desk-duty.entity.js';
import { ExpertField, ExpertFieldMember, ExpertFieldTheme } from './expert-field.entity.js';
import { SkillAssessment } from './skill-assessment.entity.js';
import { Skill } from './skill.entity.js';
import { Specialist } from './specialist.entity.js';
import { SpecialistFirm } from './specialist-firm.entity.js';
import { SupportTheme } from './support-theme.entity.js';
import { TalentProfile } from './talent-profile.entity.js';
import { ThemeSkill } from './theme-skill.entity.js';
import { TroubleGroup } from './trouble-group.entity.js';

export const talentEntities = [
  Skill,
  TalentProfile,
  TroubleGroup,
  SupportTheme,
  ThemeSkill,
  Specialist,
  SpecialistFirm,
  SkillAssessment,
  DayOff,
  UnavailabilityRule,
  AvailableDay,
  WeeklyPattern,
  ExpertField,
  ExpertFieldTheme,
  ExpertFieldMember,
  DeskDuty,
];
