import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

/** The ways past the own rows, and where each may be gone: a sentence says why. */
const WAYS: readonly { readonly way: RegExp; readonly may: Readonly<Record<string, string>> }[] = [
  {
    way: /\.system\(\s*null/,
    may: {
      'libs/platform/': 'the outbox, the schedule and the queue belong to no prefecture',
      'libs/directory/': 'who is at the door is not known yet; the register is of every prefecture',
      'libs/talent/src/taxonomy-loader.ts': 'the taxonomy is of every prefecture',
      'libs/engagement/src/scheme-loader.ts': 'national schemes are of every prefecture',
      'libs/dispatch/src/calendar-feed/': 'whoever holds the address of a calendar is nobody yet',
      'apps/worker/': 'set-up, and work that recurs for all',
      'libs/notices/src/mail/mail-carrier.ts': 'mail of every prefecture goes by one server',
      'apps/api/src/people/invitation.resolver.ts': 'whoever holds an invitation is nobody yet',
      'apps/api/src/session/identity.resolver.ts': 'whoever comes from an identity provider is nobody yet',
    },
  },
  {
    way: /systemActor\(\s*null/,
    may: {
      'libs/platform/': 'checking the log needs all of it',
      'apps/worker/': 'work that recurs for all',
    },
  },
  {
    way: /\.owner\(/,
    may: { 'apps/worker/src/setup/': 'an unfinished demo is emptied before anybody could sign in' },
  },
  {
    way: /beyondOwnRows\(/,
    may: {
      'libs/platform/': 'the door itself; names of accounts in a history',
      'libs/directory/src/installation.service.ts':
        'an operator is told what was set aside, and when the log was sealed: of no row whose it is',
      'libs/directory/src/people': 'accounts and sessions of those whose membership the asker manages',
      'libs/notices/src/notice-setting.service.ts':
        'a code to the own address, and why nothing arrives there: rows of the clockwork',
      'libs/notices/src/mail/mail-delivery.service.ts':
        'counts of mail, and addresses of people of the own prefecture that do not work',
      'libs/directory/src/own-account.ts': 'what one signs in with oneself, which no other way may reach',
      'libs/directory/src/personal-file.service.ts': 'own deeds in cases that one no longer sees',
      'libs/directory/src/session.service.ts': 'when a part was last taken on: nobody writes that themselves',
      'libs/dispatch/src/visit-call-off.ts':
        'beside what somebody calls off may lie what is held for another town: its ways are reckoned anew',
      'libs/dispatch/src/dates/companion':
        'whether a colleague is busy, not with what; whoever moves a visit does not see who came along',
      'libs/dispatch/src/dates/date-answer.service.ts':
        'a town publishes the slot that it was offered, by an answer that the calendar allows',
      'libs/dispatch/src/dates/held-visits.ts': 'what was held goes, and nobody else may remove a visit',
      'libs/dispatch/src/dates/release-slots.ts': 'the slots of an inquiry are free again, whoever ends it',
      'libs/dispatch/src/erasure/': 'an approver takes somebody out of all the prefecture holds',
      'libs/dispatch/src/retention/retention.service.ts': 'counts of what nobody reads, such as links',
      'libs/dispatch/src/answers/visit-proposal.queries.ts':
        'the ways of a day, the rules of another one and what it overtakes take the whole calendar; only slots of the own visit come back',
      'libs/exchange/src/imports/':
        'what was taken in is taken back as it was, also where nobody may delete; who changed it since is in the log',
      'libs/settlement/src/attendance.queries.ts':
        'a month counts all towns of an agreement, and any bill closes it: only a sum and a yes come back',
      'libs/settlement/src/travel/travel-payer.ts':
        'whose rule pays for a visit stands in an agreement’s costs: only who pays comes back',
      'libs/dispatch/src/scheme-route.service.ts':
        'whether the pool has anything left is counted over all towns; a town hears it without figures',
      'libs/notices/src/reach.ts': 'how many would hear of a plan, and how: numbers, of the own prefecture',
      'libs/dispatch/src/presence/plan-presence.service.ts':
        'who else of the hub looks at a plan stands in accounts, which are their owners’',
      'libs/overview/src/standing.ts':
        'a town stands beside the middle of all: only figures come back, and none of fewer than five',
      'libs/support/src/conflict.queries.ts':
        'firms are held against purchases that their owner may not know',
      'libs/support/src/bid-restriction.ts': 'advice binds firms in a purchase that specialists may not know',
    },
  },
  {
    way: /inPrefecture\(/,
    may: {
      'libs/platform/': 'the door itself',
      'libs/directory/src/installation.service.ts': 'a link for the first person of a hub',
    },
  },
  {
    way: /beyondPrefecture\(/,
    may: {
      'libs/platform/': 'the door itself',
      'libs/directory/src/invitation.service.ts': 'whoever gave a link may be an operator',
    },
  },
  {
    way: /\beverywhere\(/,
    may: {
      'libs/platform/': 'the door itself; entries of accounts, which belong to no prefecture',
      'libs/dispatch/src/erasure/subject.queries.ts': 'whether an account goes on in another prefecture',
    },
  },
  {
    way: /\b(getRepository|createQueryRunner|SET (LOCAL )?ROLE|SET SESSION|set_config)\b/,
    may: { 'libs/platform/': 'the door to Postgres' },
  },
];

const SOURCES = ['libs', 'apps/api', 'apps/worker'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\/src\/.*\.ts$/.test(name) && !name.endsWith('spec.ts')),
);

it.each(WAYS)('is gone only where it is said why: $way', ({ way, may }) => {
  expect(SOURCES.length).toBeGreaterThan(200);
  const gone = SOURCES.filter((name) => way.test(readFileSync(name, 'utf8')));
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.filter((name) => !Object.keys(may).some((place) => name.startsWith(place)))).toEqual([]);
});
