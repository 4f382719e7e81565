import { describe, expect, it } from '@jest/globals';
import { Account } from './account.entity.js';
import { Membership } from './membership.entity.js';

const account = Account.open(
  { loginId: 'kure', passwordHash: 'x', displayName: '阿賀 まい', nameEn: 'Mai Aga' },
  new Date('2026-11-24T00:00:00Z'),
);
const NOW = new Date('2026-11-24T00:00:00Z');
const signedIn = { accountId: account.id, prefectureId: '34', name: '阿賀 まい' };

describe('Membership', () => {
  it('makes hub staff of a prefecture', () => {
    const membership = Membership.grant(account.id, { role: 'HUB_STAFF', prefectureId: '34' }, NOW);
    expect(membership.actor(account)).toEqual({
      ...signedIn,
      role: 'HUB_STAFF',
      duties: ['COORDINATOR', 'APPROVER'],
    });
  });

  it('makes staff of one municipality', () => {
    const scope = {
      role: 'MUNICIPALITY_STAFF',
      prefectureId: '34',
      municipalityId: '342025',
      duties: ['APPROVER'],
    } as const;
    expect(Membership.grant(account.id, scope, NOW).actor(account)).toEqual({ ...signedIn, ...scope });
  });

  it('makes a specialist', () => {
    const scope = { role: 'SPECIALIST', prefectureId: '34', specialistId: 'a-specialist' } as const;
    expect(Membership.grant(account.id, scope, NOW).actor(account)).toEqual({ ...signedIn, ...scope });
  });

  it('makes nobody of an incomplete scope', () => {
    const membership = Object.assign(new Membership(), {
      role: 'SPECIALIST',
      prefectureId: '34',
      municipalityId: null,
      specialistId: null,
      duties: [],
    });
    expect(membership.actor(account)).toBeNull();
  });
});
