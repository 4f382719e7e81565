import { fiscalYearOf, type LocalDate } from '@banso/kernel';
import type { CouncilMeeting } from './council-meeting.entity.js';

/** 合同研修: at least so many in a fiscal year; more are welcome. */
export const TRAININGS_A_YEAR = 2;

/** How the joint trainings of a fiscal year stand. */
export interface TrainingYear {
  readonly fiscalYear: number;
  readonly held: number;
  readonly planned: number;
  readonly needed: number;
  /** Too few have been held, and the year is nearly over: told from 1 January on, and for past years. */
  readonly isGap: boolean;
}

export function trainingYear(
  fiscalYear: number,
  meetings: readonly Pick<CouncilMeeting, 'kind' | 'heldOn' | 'status'>[],
  today: LocalDate,
): TrainingYear {
  const trainings = meetings.filter(
    ({ kind, heldOn }) => kind === 'JOINT_TRAINING' && fiscalYearOf(heldOn) === fiscalYear,
  );
  const count = (status: CouncilMeeting['status']) =>
    trainings.filter((training) => training.status === status).length;
  const held = count('HELD');
  return {
    fiscalYear,
    held,
    planned: count('PLANNED'),
    needed: TRAININGS_A_YEAR,
    isGap: held < TRAININGS_A_YEAR && today >= `${fiscalYear + 1}-01-01`,
  };
}
