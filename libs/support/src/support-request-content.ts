import type { Half, LocalDate } from '@banso/kernel';

export const URGENCIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const SUPPORT_MODES = ['ON_SITE', 'ONLINE', 'EITHER'] as const;
export type SupportMode = (typeof SUPPORT_MODES)[number];

export interface WishedHalfDay {
  readonly date: LocalDate;
  readonly half: Half;
}

/** Questions of the form that have a usual answer: which of them the town has answered itself. */
export const ANSWERED_QUESTIONS = ['MODE', 'DATES'] as const;
export type AnsweredQuestion = (typeof ANSWERED_QUESTIONS)[number];

/** What the town asks for; the same fields in a draft and in a sent request. */
export interface SupportRequestContent {
  title: string;
  trouble: string;
  /** The tile that the town chose, before any theme. */
  groupId: string | null;
  themeId: string | null;
  urgency: Urgency;
  mode: SupportMode;
  visits: number;
  visitMinutes: number;
  minGapDays: number;
  earliestOn: LocalDate | null;
  deadlineOn: LocalDate | null;
  wished: WishedHalfDay[];
  /** △: would do if need be. */
  possible: WishedHalfDay[];
  onlyWished: boolean;
  answered: AnsweredQuestion[];
  entrustSelection: boolean;
  contactSection: string;
}
