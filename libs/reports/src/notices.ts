import { municipalitiesByIds } from '@banso/directory';
import type { Visit } from '@banso/dispatch';
import type { Change, LocalDate } from '@banso/kernel';
import { type About, type Audience, type NoticeFacts, type NoticeKind, notify } from '@banso/notices';
import { type Tx } from '@banso/platform';
import type { SupportRequest } from '@banso/support';

interface Matter {
  readonly kind: NoticeKind;
  readonly to: Audience;
  readonly key: string;
  readonly dueOn?: LocalDate;
}

type Case = Pick<SupportRequest, 'id' | 'number' | 'municipalityId'>;

async function tell(
  tx: Tx,
  change: Change,
  { kind, to, key, dueOn }: Matter,
  { about, facts }: { readonly about: About; readonly facts: NoticeFacts },
): Promise<void> {
  await notify(tx, change, {
    kind,
    about,
    to,
    facts: { ...facts, dueOn: dueOn ?? null },
    key: `${kind}:${key}`,
  });
}

/** About one visit: when and where it was makes a mail complete in itself. */
export async function tellOfVisit(tx: Tx, change: Change, visit: Visit, matter: Matter): Promise<void> {
  const [town] = await municipalitiesByIds(tx, [visit.municipalityId]);
  const number = await numberOf(tx, visit.supportRequestId);
  await tell(tx, change, matter, {
    about: { type: 'VISIT', id: visit.id },
    facts: {
      number,
      place: town?.name ?? null,
      startsAt: visit.startsAt.toISOString(),
      endsAt: visit.endsAt.toISOString(),
    },
  });
}

/** About a case as a whole. */
export async function tellOfCase(tx: Tx, change: Change, request: Case, matter: Matter): Promise<void> {
  const [town] = await municipalitiesByIds(tx, [request.municipalityId]);
  await tell(tx, change, matter, {
    about: { type: 'SUPPORT_REQUEST', id: request.id },
    facts: { number: request.number, place: town?.name ?? null },
  });
}

/** The number is known to everybody who is told of the case. */
async function numberOf(tx: Tx, supportRequestId: string): Promise<string | null> {
  const [row]: { number: string | null }[] = await tx.query(
    'SELECT number FROM support_request WHERE id = $1',
    [supportRequestId],
  );
  return row?.number ?? null;
}
