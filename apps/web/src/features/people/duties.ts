import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../session';

export type Duty = Viewer['duties'][number];
export type Role = Viewer['role'];

/** What there is to do on each side. */
export const DUTIES_OF = {
  HUB_STAFF: ['COORDINATOR', 'APPROVER', 'AUDITOR'],
  MUNICIPALITY_STAFF: ['REQUESTER', 'APPROVER', 'MANAGER'],
  SPECIALIST: [],
  OPERATOR: [],
} as const satisfies Record<Role, readonly Duty[]>;

/** 調整・決裁, in the reader's language. */
export function useDutyWords(): (duties: readonly Duty[]) => string {
  const { t } = useTranslation();
  return (duties) => duties.map((duty) => t(`people.duty.${duty}`)).join(t('ui.listMark'));
}

/** Specialists and operators do what there is to do on their side. */
export const hasDuties = (role: Role): role is 'HUB_STAFF' | 'MUNICIPALITY_STAFF' =>
  DUTIES_OF[role].length > 0;
