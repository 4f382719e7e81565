import { Account } from './account.entity.js';
import { PrefectureBoundary } from './boundaries/prefecture-boundary.entity.js';
import { HubContact } from './hub-contact.entity.js';
import { Invitation } from './invitation.entity.js';
import { Membership } from './membership.entity.js';
import { Municipality } from './municipality.entity.js';
import { OidcIdentity } from './oidc/oidc-identity.entity.js';
import { Passkey } from './passkey.entity.js';
import { PasswordReset } from './password-reset.entity.js';
import { Prefecture } from './prefecture.entity.js';
import { SavedView } from './saved-view.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { Session } from './session.entity.js';
import { TotpFactor } from './totp-factor.entity.js';
import { TravelEstimate } from './travel-estimate.entity.js';
import { TravelOverride } from './travel-override.entity.js';
import { ViewSetting } from './view-setting.entity.js';

export const directoryEntities = [
  Prefecture,
  Municipality,
  PrefectureBoundary,
  TravelEstimate,
  TravelOverride,
  Account,
  Membership,
  Session,
  TotpFactor,
  RecoveryCode,
  Passkey,
  Invitation,
  PasswordReset,
  OidcIdentity,
  HubContact,
  ViewSetting,
  SavedView,
];
