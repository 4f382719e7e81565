import { describe, expect, it } from '@jest/globals';
import { hashToken, Session } from './session.entity.js';

const morning = new Date('2026-11-24T00:00:00Z');
const after = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

describe('Session', () => {
  it('keeps the digest of its token, never the token', () => {
    const { token, session } = Session.start('a-membership', morning);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(session.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(session)).not.toContain(token);
  });

  it('ends eight hours after the last request', () => {
    const { session } = Session.start('a-membership', morning);
    expect(session.isAlive(after(479))).toBe(true);
    expect(session.isAlive(after(480))).toBe(false);
  });

  it('ends twelve hours after signing in, however busy', () => {
    const { session } = Session.start('a-membership', morning);
    session.seen(after(479));
    expect(session.isAlive(after(719))).toBe(true);
    session.seen(after(719));
    expect(session.isAlive(after(720))).toBe(false);
  });

  it('writes a request down at most once a minute', () => {
    const { session } = Session.start('a-membership', morning);
    expect(session.seen(new Date(morning.getTime() + 59_999))).toBe(false);
    expect(session.seen(after(1))).toBe(true);
    expect(session.lastSeenAt).toEqual(after(1));
  });
});
