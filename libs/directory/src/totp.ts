import { generateSecret, generateURI, verifySync } from 'otplib';

/** What authenticators show above the code. */
const ISSUER = 'Banso';
/** Seconds that a code holds; the one before and the one after are taken too, for clocks that are not quite right. */
const PERIOD = 30;

export const TOTP_CODE = /^\d{6}$/;

/** A new key, 160 bits in Base32. */
export const newTotpKey = (): string => generateSecret();

/** What the QR code says. */
export const totpAddress = (key: string, loginId: string): string =>
  generateURI({ issuer: ISSUER, label: loginId, secret: key });

/** The time step of a right code; null for a wrong one. Each step counts its own thirty seconds since 1970. */
export function stepOf(code: string, key: string, now: Date): number | null {
  if (!TOTP_CODE.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret: key, token: code, period: PERIOD, epoch, epochTolerance: PERIOD });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
