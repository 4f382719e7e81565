import { CalendarFeed } from './calendar-feed/calendar-feed.entity.js';
import { PersonErasure } from './erasure/person-erasure.entity.js';
import { PlanningRun } from './planning-run.entity.js';
import { PlanningPolicy } from './planning-policy.entity.js';
import { PlanPublication } from './plan-publication.entity.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { RetentionRule } from './retention/retention-rule.entity.js';
import { RetentionRun } from './retention/retention-run.entity.js';
import { TownProfile } from './town-profile.entity.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';
import { Visit } from './visit.entity.js';
import { VisitEvent } from './visit-event.entity.js';

/** Every table of this lib, for the data source. */
export const dispatchEntities = [
  PlanningRun,
  ProposedVisit,
  UnplacedVisit,
  PlanPublication,
  Visit,
  VisitEvent,
  CalendarFeed,
  PlanningPolicy,
  TownProfile,
  PersonErasure,
  RetentionRule,
  RetentionRun,
];
