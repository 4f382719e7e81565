export * from './account.entity.js';
export * from './account.service.js';
export * from './boundaries/boundaries.js';
export { BoundaryFault } from './boundaries/boundary-fault.js';
export { PrefectureBoundary } from './boundaries/prefecture-boundary.entity.js';
export { type BoundaryFile, readBoundaries } from './boundaries/read-boundaries.js';
export { type BrowserName, BROWSERS, type SystemName, SYSTEMS } from './browser-name.js';
export * from './bulk-upsert.js';
export * from './csv-rows.js';
export * from './date-range.js';
export * from './directory-entities.js';
export * from './directory.module.js';
export * from './hub-account.queries.js';
export * from './hub-contact.entity.js';
export * from './hub-contact.service.js';
export * from './installation.service.js';
export * from './invitation.entity.js';
export * from './invitation.service.js';
export * from './membership.entity.js';
export * from './municipality.entity.js';
export { networkOf } from './network.js';
export * from './office-calendar.js';
export * from './oidc/oidc.service.js';
export * from './own-view.service.js';
export * from './passkey.entity.js';
export * from './passkey.service.js';
export * from './passkey-sign-in.service.js';
export { LINK_HOURS } from './one-time-link.js';
export * from './password.service.js';
export * from './password-reset.service.js';
export { may as mayWithPeople, requireManager } from './people.policy.js';
export {
  getMembership,
  hubColleagues,
  type PeopleFilter,
  type Person,
  takePlaceOf,
} from './people.queries.js';
export * from './people.service.js';
export * from './personal-file.service.js';
export { listPlaces, type Place, placesByIds, placesOf } from './place.queries.js';
export * from './prefecture.entity.js';
export * from './register-loader.js';
export * from './register.queries.js';
export * from './saved-view.entity.js';
export * from './second-factor.service.js';
export { containsInSql, foldForSearch, toHiragana } from '@banso/platform';
export { hashToken, Session, SESSION_LIMITS, type SessionLimits } from './session.entity.js';
export * from './session-opening.js';
export * from './session.service.js';
export { accountOfMembership, type BrowserSession } from './session.queries.js';
export * from './sign-in.service.js';
export * from './travel-estimate.entity.js';
export * from './travel-override.entity.js';
export * from './travel-time.service.js';
export * from './travel.queries.js';
export * from './view-setting.entity.js';
