import { DateAnswer } from './dates/date-answer.entity.js';
import { CompanionBusy, CompanionPattern } from './dates/companion-calendar.entity.js';
import { Companion } from './dates/companion.entity.js';
import { DateInquiryEvent } from './dates/date-inquiry-event.entity.js';
import { DateInquiry } from './dates/date-inquiry.entity.js';
import { OfferedSlot } from './dates/offered-slot.entity.js';
import { CalendarFeed } from './calendar-feed/calendar-feed.entity.js';
import { PersonErasure } from './erasure/person-erasure.entity.js';
import { PlanningRun } from './planning-run.entity.js';
import { PlanningPolicy } from './planning-policy.entity.js';
import { PlanPublication } from './plan-publication.entity.js';
import { PlanPresence } from './presence/plan-presence.entity.js';
import { PublicationChange } from './publication/publication-change.entity.js';
import { PublicationOrder } from './publication/publication-order.entity.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { RetentionRule } from './retention/retention-rule.entity.js';
import { RetentionRun } from './retention/retention-run.entity.js';
import { TownProfile } from './town-profile.entity.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';
import { Visit } from './visit.entity.js';
import { VisitPreparation } from './preparation/visit-preparation.entity.js';
import { VisitProposal } from './answers/visit-proposal.entity.js';
import { VisitEvent } from './visit-event.entity.js';

/** Every table of this lib, for the data source. */
export const dispatchEntities = [
  PlanningRun,
  ProposedVisit,
  UnplacedVisit,
  PlanPublication,
  PublicationChange,
  PublicationOrder,
  PlanPresence,
  Visit,
  VisitEvent,
  VisitProposal,
  VisitPreparation,
  DateInquiry,
  OfferedSlot,
  DateAnswer,
  DateInquiryEvent,
  Companion,
  CompanionBusy,
  CompanionPattern,
  CalendarFeed,
  PlanningPolicy,
  TownProfile,
  PersonErasure,
  RetentionRule,
  RetentionRun,
];
