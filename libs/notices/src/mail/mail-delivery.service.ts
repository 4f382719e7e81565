import { type Actor, type Clock, knownId, notFound, permit, plays } from '@banso/kernel';
import { beyondOwnRows, type Db, type Tx } from '@banso/platform';

/** Somebody of the prefecture whose address does not work. */
export interface Suppression {
  readonly id: string;
  readonly personName: string;
  readonly municipalityId: string | null;
  readonly address: string;
  readonly reason: 'REFUSED' | 'BOUNCED';
  readonly answer: string;
  readonly at: Date;
}

/** What becomes of the prefecture's mail. */
export interface MailDelivery {
  /** Whether this installation sends mail. */
  readonly on: boolean;
  readonly waiting: number;
  /** In the last 24 hours. */
  readonly sent: number;
  /** Given up in the last 30 days: refused, or nobody answered for days. */
  readonly failed: number;
  /** In the last 30 days: sent twice under one id, since nobody knew whether the first had arrived. */
  readonly inDoubt: number;
  readonly suppressions: readonly Suppression[];
}

const COUNTS = `
  SELECT count(*) FILTER (WHERE status IN ('QUEUED', 'HANDING'))::int AS waiting,
         count(*) FILTER (WHERE status = 'SENT' AND sent_at > now() - interval '1 day')::int AS sent,
         count(*) FILTER (WHERE status IN ('FAILED', 'BOUNCED'))::int AS failed,
         count(*) FILTER (WHERE doubts > 0)::int AS "inDoubt"
  FROM mail WHERE prefecture_id = $1 AND queued_at > now() - interval '30 days'`;

/** One address may be several people's: each is named. */
const SUPPRESSED = `
  SELECT DISTINCT ON (x.at, x.id, a.id) x.id, a.display_name AS "personName", m.municipality_id AS "municipalityId",
         x.address, x.reason, x.answer, x.at
  FROM mail_suppression x JOIN notice_setting s ON lower(s.address) = lower(x.address)
  JOIN account a ON a.id = s.account_id JOIN membership m ON m.account_id = a.id
  WHERE x.lifted_at IS NULL AND m.ended_at IS NULL AND m.prefecture_id = $1
  ORDER BY x.at DESC, x.id, a.id LIMIT 200`;

/** For the hub: whether mail arrives, and to whom it does not. */
export class MailDeliveryService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly on: boolean,
  ) {}

  async get(actor: Actor): Promise<MailDelivery> {
    permit(actor.role === 'HUB_STAFF');
    return this.db.read(actor, (tx) =>
      beyondOwnRows(tx, async () => {
        const [counts] = await tx.query<Omit<MailDelivery, 'on' | 'suppressions'>[]>(COUNTS, [
          actor.prefectureId,
        ]);
        const suppressions = await suppressedIn(tx, actor.prefectureId);
        return { waiting: 0, sent: 0, failed: 0, inDoubt: 0, ...counts, on: this.on, suppressions };
      }),
    );
  }

  /** Mail goes to the address again. */
  async lift(actor: Actor, id: string): Promise<Suppression> {
    permit(plays(actor, 'HUB_COORDINATOR') || plays(actor, 'HUB_APPROVER'));
    const known = knownId('mail-suppression', id);
    return this.db.write(actor, (tx) =>
      beyondOwnRows(tx, async () => {
        const found = (await suppressedIn(tx, actor.prefectureId)).find((one) => one.id === known);
        if (!found) throw notFound('mail-suppression');
        const [, count]: [unknown, number] = await tx.query(
          'UPDATE mail_suppression SET lifted_at = $2, lifted_by = $3 WHERE id = $1 AND lifted_at IS NULL',
          [known, this.clock.now(), actor.accountId],
        );
        if (count === 0) throw notFound('mail-suppression');
        return found;
      }),
    );
  }
}

const suppressedIn = (tx: Tx, prefectureId: string | null): Promise<Suppression[]> =>
  tx.query(SUPPRESSED, [prefectureId]);
