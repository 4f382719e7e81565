import { type Actor, type HubStaff, NOTHING_VISIBLE, type Part, plays, type Visibility } from '@banso/kernel';
import { noConflictWith } from '@banso/support';
import type { StepOwner } from './visit/visit-report.entity.js';

interface OfTown {
  readonly prefectureId: string;
  readonly municipalityId: string;
}
interface OfVisit extends OfTown {
  readonly specialistId: string;
}

const ofItsHub =
  (...parts: readonly Part[]) =>
  (actor: Actor, row: { readonly prefectureId: string }): actor is HubStaff =>
    actor.role === 'HUB_STAFF' && actor.prefectureId === row.prefectureId && plays(actor, ...parts);

const coordinates = ofItsHub('HUB_COORDINATOR');
const approves = ofItsHub('HUB_APPROVER');

const ofItsTown = (actor: Actor, row: OfTown): boolean =>
  actor.role === 'MUNICIPALITY_STAFF' &&
  actor.municipalityId === row.municipalityId &&
  plays(actor, 'TOWN_REQUESTER', 'TOWN_APPROVER');

const isItsSpecialist = (actor: Actor, row: OfVisit): boolean =>
  actor.role === 'SPECIALIST' && actor.specialistId === row.specialistId;

/** Who may do what about reports. States are judged by the entities. */
export const may = {
  /** Whoever came, or the hub for them. */
  write: (actor: Actor, visit: OfVisit): boolean =>
    isItsSpecialist(actor, visit) || coordinates(actor, visit),
  /** The town; the hub for it, with a reason. */
  confirm: (actor: Actor, visit: OfTown): boolean => ofItsTown(actor, visit) || coordinates(actor, visit),
  return: ofItsTown,
  evaluate: ofItsTown,
  /** 評価なしで完了: a town that cannot be reached must not hold a case for ever. */
  waiveEvaluation: coordinates,
  /** For the files of hub, town and whoever came. */
  takePaper: (actor: Actor, visit: OfVisit): boolean =>
    isItsSpecialist(actor, visit) ||
    ofItsTown(actor, visit) ||
    ofItsHub('HUB_COORDINATOR', 'HUB_APPROVER')(actor, visit),
  /** Each side its own; the hub any. */
  closeStep: (actor: Actor, step: OfTown & { readonly owner: StepOwner }): boolean => {
    if (coordinates(actor, step)) return true;
    if (step.owner === 'TOWN') return ofItsTown(actor, step);
    // Which specialist sees the case is judged by the row that was found.
    return step.owner === 'SPECIALIST' && actor.role === 'SPECIALIST';
  },
  setPolicy: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
  writeCase: coordinates,
  /** 県決裁: not by whoever only coordinates. */
  approveCase: approves,
  readCase: ofItsHub('HUB_COORDINATOR', 'HUB_APPROVER'),
  answerSharing: ofItsTown,
  answerFollowUp: ofItsTown,
};

/** What somebody noted for the hub alone. */
export const readsInternalNote = (actor: Actor, report: OfVisit): boolean =>
  actor.role === 'HUB_STAFF' || isItsSpecialist(actor, report);

/** The reports that an actor can read, as a condition on the alias `report`: others' once they were handed in. */
export function visibleReports(actor: Actor): Visibility {
  const where = 'report.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  const handedIn = `report.status IN ('SUBMITTED', 'CONFIRMED')`;
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND report.municipalityId = :ownTown AND ${handedIn}`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: `${where} AND (report.specialistId = :specialistId OR (${handedIn} AND EXISTS (SELECT 1 FROM support_team t
          WHERE t.support_request_id = report.support_request_id AND t.specialist_id = :specialistId)))
          AND ${noConflictWith('report.support_request_id')}`,
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

/** The next steps that an actor can read, as a condition on the alias `step`: all three sides see them. */
export function visibleSteps(actor: Actor): Visibility {
  const where = `step.prefectureId = :prefectureId AND step.status <> 'DROPPED'`;
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND step.municipalityId = :ownTown`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: `${where} AND EXISTS (SELECT 1 FROM support_team t WHERE t.support_request_id = step.support_request_id
          AND t.specialist_id = :specialistId) AND ${noConflictWith('step.support_request_id')}`,
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

/** A town has to do with the report of its case once it is asked whether others may read it. */
export const WITH_TOWN = ['TOWN_REVIEW', 'AGREED', 'PUBLISHED'] as const;

/** Reports of cases that an actor can read, as a condition on the alias `report`. */
export function visibleCaseReports(actor: Actor): Visibility {
  const where = 'report.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND report.municipalityId = :ownTown AND report.status IN (${WITH_TOWN.map((status) => `'${status}'`).join(', ')})`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

/** Rows of hub and town alone, as a condition on an alias. */
export function ofHubAndTown(actor: Actor, alias: string): Visibility {
  const where = `${alias}.prefectureId = :prefectureId`;
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND ${alias}.municipalityId = :ownTown`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}
