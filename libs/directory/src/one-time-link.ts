import { randomBytes } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import { hashToken } from './session.entity.js';

/** A link lasts so long: over a weekend, not over a holiday. */
export const LINK_HOURS = 72;

/** A token that only its link knows, and what is kept of it. */
export interface NewLink {
  readonly token: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

export function newLink(now: Date): NewLink {
  const token = randomBytes(32).toString('base64url');
  return {
    token,
    tokenHash: hashToken(token),
    expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
  };
}

/** Unknown, used, withdrawn, out of date, or its giver may no longer give it: whoever has it asks for a new one. */
export const linkRefused = (): DomainError => new DomainError('NOT_FOUND', 'link.not-usable');
