import { DAY_PARTS, WEEKDAYS, WEEKLY_HALVES } from '@banso/kernel';
import { EVIDENCES, SPECIALIST_ACTIONS, VISIT_MODES } from '@banso/talent';
import { enumOf } from '../enum.graphql.js';

export const VisitModeEnum = enumOf('VisitMode', VISIT_MODES, 'At the town office, or online.');
export const WeekdayEnum = enumOf('Weekday', WEEKDAYS, 'A day of the week.');
export const WeeklyHalfEnum = enumOf('WeeklyHalf', WEEKLY_HALVES, 'A half-day of the week.');
export const DayPartEnum = enumOf('DayPart', DAY_PARTS, 'The morning, the afternoon or the whole day.');
export const EvidenceEnum = enumOf('Evidence', EVIDENCES, 'What a skill level rests on, the weakest first.');
export const SpecialistActionEnum = enumOf(
  'SpecialistAction',
  SPECIALIST_ACTIONS,
  "What a person may do with a specialist's record.",
);
