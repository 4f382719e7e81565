import type { CarrierSettings } from '@banso/notices';
import type { Config } from '@banso/platform';

/** Null where the installation sends no mail. */
export const carrierSettings = (config: Config): CarrierSettings | null =>
  config.BANSO_SMTP_URL && config.BANSO_MAIL_FROM
    ? {
        smtpUrl: config.BANSO_SMTP_URL,
        from: config.BANSO_MAIL_FROM,
        addresses: { LGWAN: config.BANSO_LGWAN_URL ?? null, INTERNET: config.BANSO_PUBLIC_URL ?? null },
      }
    : null;
