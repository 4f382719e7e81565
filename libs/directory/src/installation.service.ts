import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  type Page,
  type PageRequest,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import {
  beyondOwnRows,
  Db,
  deadRows,
  type DeadRow,
  inPrefecture,
  outboxLag,
  type OutboxLag,
  type Retried,
  retryDeadRows,
  SCHEMA_CHANGES,
  type Tx,
  workState,
  type WorkState,
} from '@banso/platform';
import { z } from 'zod';
import { hasHubAccount, livePrefectures, type LivePrefecture } from './hub-account.queries.js';
import { withdrawHubInvitations } from './people.queries.js';
import { type IssuedInvitation, inviteHubApprover } from './invitation.service.js';
import { may } from './people.policy.js';
import { Prefecture } from './prefecture.entity.js';

/** How an installation is: counts and versions, and not a word of anybody in it. */
export interface Installation {
  readonly postgresVersion: string;
  readonly schemaChanges: readonly string[];
  /** Known to this software and not made yet. */
  readonly pendingChanges: readonly string[];
  readonly outbox: OutboxLag;
  /** When the audit log was last sealed; null before the first time. */
  readonly auditSealedAt: Date | null;
  readonly prefectures: readonly LivePrefecture[];
}

/** Rows that are tried again in one step. */
export const RETRY_LIMIT = 100;

const retrySchema = z.object({ ids: z.array(z.uuid()).min(1).max(RETRY_LIMIT) });
const firstSchema = z.object({ prefectureId: z.string(), forName: text(60) });

/** What whoever runs the installation does: sees how it is, wakes what was set aside, lets a prefecture in. */
export class InstallationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async look(actor: Actor): Promise<Installation> {
    permit(actor.role === 'OPERATOR');
    const schema = await this.db.read(actor, schemaOf);
    // Of every prefecture, so in nobody's sight: nothing but counts leaves this.
    const prefectures = await this.db.system(null, livePrefectures);
    return { ...schema, prefectures, outbox: await outboxLag(this.db) };
  }

  /** The work that runs later, as it is this moment. */
  work(actor: Actor): Promise<WorkState> {
    return this.db.read(actor, (tx) => {
      permit(actor.role === 'OPERATOR');
      return beyondOwnRows(tx, () => workState(tx));
    });
  }

  deadRows(actor: Actor, page: PageRequest): Promise<Page<DeadRow>> {
    return this.db.read(actor, (tx) => {
      permit(actor.role === 'OPERATOR');
      return beyondOwnRows(tx, () => deadRows(tx, page));
    });
  }

  /** Repeated, it wakes nothing twice: it says which rows were awake already. */
  retry(actor: Actor, wished: readonly string[]): Promise<Retried> {
    return this.db.write(actor, (tx) => {
      permit(actor.role === 'OPERATOR');
      const { ids } = parseInput(retrySchema, { ids: [...new Set(wished)] });
      return beyondOwnRows(tx, () => retryDeadRows(tx, ids));
    });
  }

  /** Only the latest link works; once somebody of the hub can sign in, its own people invite. */
  inviteFirst(actor: Actor, wish: { prefectureId: string; forName: string }): Promise<IssuedInvitation> {
    return this.db.write(actor, async (tx) => {
      permit(may.inviteFirst(actor));
      const { prefectureId, forName } = parseInput(firstSchema, wish);
      if (!(await tx.existsBy(Prefecture, { id: prefectureId })))
        throw badInput({ path: 'prefectureId', rule: 'unknown' });
      const now = this.clock.now();
      return inPrefecture(tx, prefectureId, async () => {
        await oneAtATime(tx, prefectureId);
        if (await hasHubAccount(tx, prefectureId))
          throw new DomainError('CONFLICT', 'invitation.hub-is-there');
        await withdrawHubInvitations(tx, prefectureId, now);
        return inviteHubApprover(tx, prefectureId, { forName, issuer: actor, now });
      });
    });
  }
}

async function schemaOf(tx: Tx): Promise<Omit<Installation, 'prefectures' | 'outbox'>> {
  const changes: { name: string }[] = await tx.query('SELECT name FROM app.schema_changes() AS name');
  const schemaChanges = changes.map(({ name }) => name);
  const [row]: { version: string; sealed: Date | null }[] = await beyondOwnRows(tx, () =>
    tx.query(
      `SELECT current_setting('server_version') AS version, (SELECT max(sealed_at) FROM audit_seal) AS sealed`,
    ),
  );
  return {
    postgresVersion: row?.version ?? '',
    schemaChanges,
    pendingChanges: SCHEMA_CHANGES.filter((name) => !schemaChanges.includes(name)),
    auditSealedAt: row?.sealed ?? null,
  };
}

/** Of two first invitations at one moment the second finds, and withdraws, that of the first. */
const oneAtATime = (tx: Tx, prefectureId: string): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtext('banso.first-of-hub ' || $1))`, [prefectureId]);
