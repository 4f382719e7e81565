import type { Closure, Municipality } from '@banso/directory';
import type { LocalDate } from '@banso/kernel';
import type { Specialist, SupportTheme, VisitMode } from '@banso/talent';
import type { SupportRequest } from '@banso/support';
import type { PlanningRun } from '../planning-run.entity.js';
import type { SpokenReason } from '../unplaced-reasons.js';
import type { VisitStatus } from '../visit-status.js';
import type { PersonDays } from './board-days.js';
import type { ContractDays } from '../contract/contract-days.js';

/** Days of the fiscal year in which a board begins. */
export interface BoardContract extends Omit<ContractDays, 'leftDays'> {
  /** That the drafts would add. */
  readonly draftedDays: number;
}

/** One row of a board. */
export interface BoardSpecialist extends PersonDays {
  readonly specialist: Specialist;
  /** 専門分野 of the fiscal year, and the themes that belong to them. */
  readonly fields: readonly { readonly name: string; readonly nameEn: string }[];
  readonly themeIds: readonly string[];
  readonly contract: BoardContract;
}

/** A visit on a board: published, held for a town that is asked, or a draft. */
export interface BoardVisit {
  readonly id: string;
  /** Null: a draft, which nobody outside the hub sees. */
  readonly status: VisitStatus | null;
  /** Of a draft, for whoever moves it; null for others. */
  readonly version: string | null;
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly nightBefore: boolean;
  readonly nightAfter: boolean;
  /** There, and on or back. */
  readonly travelMinutes: number;
  readonly pinned: boolean;
  readonly edited: boolean;
  /** The published visit that a draft would move. */
  readonly replacesVisitId: string | null;
}

/** A visit without a place. */
export interface BoardUnplaced {
  readonly supportRequestId: string;
  readonly visitNo: number;
  /** Empty where the plan does not know of it. */
  readonly reasons: readonly SpokenReason[];
  readonly replacesVisitId: string | null;
  /** For whoever gives it a place. */
  readonly version: string;
  /** False: it came after the plan was made, or there is no plan. */
  readonly isInPlan: boolean;
}

export interface BoardDay {
  readonly date: LocalDate;
  readonly closure: Closure | null;
}

/** Everything that a planning board shows of some days. */
export interface Board {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: readonly BoardDay[];
  /** The plan on the table. */
  readonly run: PlanningRun | null;
  /** Plans on the table, newest first. */
  readonly runs: readonly PlanningRun[];
  /** The one that is being made. */
  readonly openRun: PlanningRun | null;
  readonly specialists: readonly BoardSpecialist[];
  readonly visits: readonly BoardVisit[];
  readonly unplaced: readonly BoardUnplaced[];
  readonly requests: readonly SupportRequest[];
  readonly themes: readonly SupportTheme[];
  readonly municipalities: readonly Municipality[];
  /** Drafts of the plan on the table, in and outside these days. */
  readonly drafts: number;
}
