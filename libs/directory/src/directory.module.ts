import { Clock } from '@banso/kernel';
import { CONFIG, type Config, Db, SecretBox } from '@banso/platform';
import { Module } from '@nestjs/common';
import { OidcOptions, OidcService } from './oidc/oidc.service.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { PasskeyService } from './passkey.service.js';
import { PersonalFileService } from './personal-file.service.js';
import { PasswordService } from './password.service.js';
import { SecondFactorService } from './second-factor.service.js';
import type { SessionLimits } from './session.entity.js';
import { HubContactService } from './hub-contact.service.js';
import { InstallationService } from './installation.service.js';
import { InvitationService } from './invitation.service.js';
import { OwnViewService } from './own-view.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { PeopleService } from './people.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { TravelTimeService } from './travel-time.service.js';
import { WebAuthnSite } from './webauthn.js';

const services = [
  HubContactService,
  InstallationService,
  OwnViewService,
  PasswordResetService,
  PasswordService,
  PeopleService,
  PersonalFileService,
  SessionService,
  TravelTimeService,
];

const limitsOf = (config: Config): SessionLimits => ({
  idle: config.BANSO_SESSION_IDLE_MINUTES,
  max: config.BANSO_SESSION_MAX_MINUTES,
});

/** The words of a request must not decide it: a look-alike page would send its own. */
const originOf = (config: Config): string => config.BANSO_PUBLIC_URL ?? `http://localhost:${config.PORT}`;

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: [
    ...services.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock) => new service(db, clock),
      inject: [Db, Clock],
    })),
    {
      provide: SecretBox,
      useFactory: (config: Config) =>
        new SecretBox({ key: config.BANSO_SECRET_KEY, folder: config.BANSO_RUN_DIR }),
      inject: [CONFIG],
    },
    {
      provide: SignInService,
      useFactory: (db: Db, clock: Clock, config: Config, secrets: SecretBox) =>
        new SignInService(db, clock, limitsOf(config), secrets),
      inject: [Db, Clock, CONFIG, SecretBox],
    },
    {
      provide: WebAuthnSite,
      useFactory: (config: Config) => new WebAuthnSite(originOf(config)),
      inject: [CONFIG],
    },
    {
      provide: PasskeyService,
      useFactory: (db: Db, clock: Clock, passwords: PasswordService, site: WebAuthnSite) =>
        new PasskeyService(db, clock, passwords, site),
      inject: [Db, Clock, PasswordService, WebAuthnSite],
    },
    {
      provide: PasskeySignInService,
      useFactory: (db: Db, clock: Clock, config: Config, site: WebAuthnSite) =>
        new PasskeySignInService(db, clock, limitsOf(config), site),
      inject: [Db, Clock, CONFIG, WebAuthnSite],
    },
    {
      provide: InvitationService,
      useFactory: (db: Db, clock: Clock, config: Config) =>
        new InvitationService(db, clock, config.BANSO_OIDC),
      inject: [Db, Clock, CONFIG],
    },
    {
      provide: OidcOptions,
      useFactory: (secrets: SecretBox, config: Config) =>
        new OidcOptions(secrets, limitsOf(config), originOf(config), config.BANSO_OIDC),
      inject: [SecretBox, CONFIG],
    },
    {
      provide: OidcService,
      useFactory: (
        db: Db,
        clock: Clock,
        passwords: PasswordService,
        invitations: InvitationService,
        options: OidcOptions,
      ) => new OidcService(db, clock, passwords, invitations, options),
      inject: [Db, Clock, PasswordService, InvitationService, OidcOptions],
    },
    {
      provide: SecondFactorService,
      useFactory: (db: Db, clock: Clock, passwords: PasswordService, secrets: SecretBox, config: Config) =>
        new SecondFactorService(db, clock, passwords, { secrets, demand: config.BANSO_SECOND_FACTOR }),
      inject: [Db, Clock, PasswordService, SecretBox, CONFIG],
    },
  ],
  exports: [
    ...services,
    InvitationService,
    SignInService,
    SecondFactorService,
    PasskeyService,
    PasskeySignInService,
    OidcService,
  ],
})
export class DirectoryModule {}
