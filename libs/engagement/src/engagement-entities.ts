import { Agreement, AgreementClause, AgreementParty, AgreementTerm } from './agreement.entity.js';
import { AgreementEvent } from './agreement-event.entity.js';
import { Attendance } from './attendance.entity.js';
import { jointEntities } from './joint/joint-entities.js';
import { councilEntities } from './council/council-entities.js';
import { officeEntities } from './office/office.entity.js';
import { Party } from './party.entity.js';
import { Placement } from './placement.entity.js';
import { Quota } from './quota.entity.js';
import { PrefectureScheme, Scheme, SchemeWindow } from './scheme.entity.js';
import { SchemeUse } from './scheme-use.entity.js';

export const engagementEntities = [
  Party,
  Agreement,
  AgreementParty,
  AgreementClause,
  AgreementTerm,
  AgreementEvent,
  Placement,
  Attendance,
  ...jointEntities,
  ...councilEntities,
  ...officeEntities,
  Quota,
  Scheme,
  PrefectureScheme,
  SchemeWindow,
  SchemeUse,
];
