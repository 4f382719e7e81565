import type { Change } from '@banso/kernel';
import { type NoticeFacts, type NoticeKind, noticesSettled, notify } from '@banso/notices';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import type { Visit } from '../visit.entity.js';
import type { Companion } from './companion.entity.js';
import type { DateInquiry } from './date-inquiry.entity.js';

const aboutOf = ({ id }: DateInquiry) => ({ type: 'DATE_INQUIRY' as const, id });

/** What the town was asked to do is done, or need not be done any more. */
const ASKS = ['DATES_ASKED', 'DATES_REMINDER'] as const satisfies readonly NoticeKind[];

async function factsOf(tx: Tx, inquiry: DateInquiry, { actor }: Change): Promise<NoticeFacts> {
  const [request] = await supportRequestsByIds(tx, actor, [inquiry.supportRequestId]);
  return { number: request?.number ?? null };
}

/** Asked, or given more time: by when is what matters. */
export async function tellTownAsked(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  await notify(tx, change, {
    kind: 'DATES_ASKED',
    about: aboutOf(inquiry),
    to: { municipalityId: inquiry.municipalityId },
    facts: { ...(await factsOf(tx, inquiry, change)), dueOn: inquiry.dueOn },
    key: `dates-asked:${inquiry.id}:${inquiry.dueOn}`,
  });
}

export async function tellTownReminded(
  tx: Tx,
  inquiry: DateInquiry,
  when: 'HALF' | 'EVE',
  change: Change,
): Promise<void> {
  await notify(tx, change, {
    kind: 'DATES_REMINDER',
    about: aboutOf(inquiry),
    to: { municipalityId: inquiry.municipalityId },
    facts: { ...(await factsOf(tx, inquiry, change)), dueOn: inquiry.dueOn },
    key: `dates-reminder:${inquiry.id}:${inquiry.dueOn}:${when}`,
  });
}

/** Withdrawn by the hub, or because the case stands still. */
export async function tellInquiryEnded(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  await noticesSettled(tx, change, aboutOf(inquiry));
  await notify(tx, change, {
    kind: 'DATES_WITHDRAWN',
    about: aboutOf(inquiry),
    to: { municipalityId: inquiry.municipalityId },
    facts: await factsOf(tx, inquiry, change),
    key: `dates-withdrawn:${inquiry.id}`,
  });
}

/** The time is over: the hub goes on from here. */
export async function tellInquiryLapsed(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  await noticesSettled(tx, change, aboutOf(inquiry));
  await tellHub(tx, inquiry, inquiry.status === 'ANSWERED' ? 'DATES_CLOSED' : 'DATES_LAPSED', change);
}

/** The town chose, marked or declined. */
export async function tellHubAnswered(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  if (inquiry.status === 'OPEN') return tellHub(tx, inquiry, 'DATES_MARKED', change);
  await noticesSettled(tx, change, aboutOf(inquiry), ASKS);
  await tellHub(tx, inquiry, inquiry.status === 'AGREED' ? 'DATES_AGREED' : 'DATES_DECLINED', change);
}

/** The hub fixed a half-day: the published visit itself tells whom it concerns. */
export const inquirySettled = (tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> =>
  noticesSettled(tx, change, aboutOf(inquiry));

async function tellHub(tx: Tx, inquiry: DateInquiry, kind: NoticeKind, change: Change): Promise<void> {
  await notify(tx, change, {
    kind,
    about: aboutOf(inquiry),
    to: { hubDuty: 'COORDINATOR' },
    facts: await factsOf(tx, inquiry, change),
    // Of several who mark, each is told once a day at most.
    key: `${kind}:${inquiry.id}${kind === 'DATES_MARKED' ? `:${change.at.toISOString().slice(0, 10)}` : ''}`,
  });
}

const timeOf = ({ startsAt, endsAt }: Pick<Visit, 'startsAt' | 'endsAt'>): NoticeFacts => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** Whoever comes along, about one visit at one time. */
export async function tellCompanion(
  tx: Tx,
  { accountId }: Pick<Companion, 'accountId'>,
  visit: Visit,
  kind: 'COMPANION_ASKED' | 'COMPANION_ASKED_AGAIN' | 'COMPANION_RELEASED',
  change: Change,
): Promise<void> {
  await notify(tx, change, {
    kind,
    about: { type: 'VISIT', id: visit.id },
    to: { accountId },
    facts: timeOf(visit),
    key: `${kind}:${visit.id}:${accountId}:${visit.startsAt.toISOString()}:${change.at.toISOString()}`,
  });
}

/** A companion cannot be there: the hub has to find somebody else. */
export async function tellHubCollision(
  tx: Tx,
  { visitId, accountId, startsAt }: Companion,
  change: Change,
): Promise<void> {
  await notify(tx, change, {
    kind: 'COMPANION_COLLIDES',
    about: { type: 'VISIT', id: visitId },
    to: { hubDuty: 'COORDINATOR' },
    facts: {},
    key: `COMPANION_COLLIDES:${visitId}:${accountId}:${startsAt.toISOString()}:${change.at.toISOString()}`,
  });
}
