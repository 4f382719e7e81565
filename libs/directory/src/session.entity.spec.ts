import { describe, expect, it } from '@jest/globals';
import { hashToken, Session, SESSION_LIMITS } from './session.entity.js';

const morning = new Date('2026-11-24T00:00:00Z');
const after = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
const opening = { limits: SESSION_LIMITS, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' };

describe('Session', () => {
  it('keeps the digest of its token, never the token', () => {
    const { token, session } = Session.start('a-membership', morning, opening);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(session.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(session)).not.toContain(token);
  });

  it('ends eight hours after the last request', () => {
    const { session } = Session.start('a-membership', morning, opening);
    expect(session.isAlive(after(479))).toBe(true);
    expect(session.isAlive(after(480))).toBe(false);
  });

  it('ends twelve hours after signing in, however busy', () => {
    const { session } = Session.start('a-membership', morning, opening);
    session.seen(after(479));
    expect(session.isAlive(after(719))).toBe(true);
    session.seen(after(719));
    expect(session.isAlive(after(720))).toBe(false);
  });

  it('ends as the settings say, and knows its browser', () => {
    const { session } = Session.start('a-membership', morning, { ...opening, limits: { idle: 30, max: 60 } });
    expect(session.isAlive(after(29))).toBe(true);
    expect(session.isAlive(after(30))).toBe(false);
    session.seen(after(29));
    expect(session.isAlive(after(58))).toBe(true);
    expect(session.isAlive(after(60))).toBe(false);
    expect(session).toMatchObject({ browser: 'FIREFOX', system: 'WINDOWS' });
  });

  it('writes a request down at most once a minute', () => {
    const { session } = Session.start('a-membership', morning, opening);
    expect(session.seen(new Date(morning.getTime() + 59_999))).toBe(false);
    expect(session.seen(after(1))).toBe(true);
    expect(session.lastSeenAt).toEqual(after(1));
  });
});
