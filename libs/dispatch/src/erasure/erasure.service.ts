import {
  type Actor,
  Clock,
  DomainError,
  dutyNeeded,
  type HubStaff,
  parseInput,
  permit,
  plays,
  text,
} from '@banso/kernel';
import {
  beyondOwnRows,
  countRows,
  type Db,
  eraseRows,
  forgetInLog,
  loggedValuesOf,
  type Mention,
  mentionsOf,
  personalValuesOf,
  type TouchedRows,
  type Tx,
} from '@banso/platform';
import { z } from 'zod';
import { type Kept, keptOf } from './kept-records.js';
import { PersonErasure } from './person-erasure.entity.js';
import {
  erasureOf,
  type FormerPerson,
  formerPeople,
  leftOf,
  nextNumber,
  personOf,
  subjectOf,
} from './subject.queries.js';
import { type Unsettled, unsettledOf } from './unsettled.js';

/** What an erasure would do, and what speaks against it. */
export interface ErasurePreview {
  /** What would stand, or stands, where the name stood. */
  readonly label: string;
  readonly labelEn: string;
  /** Done already: nothing more would happen. */
  readonly done: PersonErasure | null;
  readonly accountKept: boolean;
  readonly unsettled: readonly Unsettled[];
  readonly blanked: readonly { readonly table: string; readonly count: number }[];
  readonly kept: readonly Kept[];
  readonly mentions: readonly Mention[];
}

const schema = z.object({ reason: text(500), basis: text(200) });

/** Takes somebody who left out of the records. */
export class ErasureService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Whoever left and is still named. */
  former(actor: Actor): Promise<FormerPerson[]> {
    return this.db.read(actor, (tx) => {
      requireApprover(actor);
      return beyondOwnRows(tx, () => formerPeople(tx, actor));
    });
  }

  /** Everything that was done here, the latest first. */
  list(actor: Actor): Promise<PersonErasure[]> {
    return this.db.read(actor, (tx) => {
      permit(actor.role === 'HUB_STAFF');
      return tx.find(PersonErasure, {
        where: { prefectureId: actor.prefectureId },
        order: { number: 'DESC' },
        take: 100,
      });
    });
  }

  preview(actor: Actor, id: string): Promise<ErasurePreview> {
    return this.db.read(actor, (tx) => {
      requireApprover(actor);
      return beyondOwnRows(tx, () => previewOf(tx, actor, id));
    });
  }

  /** In one transaction, for ever. Asked twice, the second finds it done. */
  erase(actor: Actor, id: string, input: unknown): Promise<PersonErasure> {
    return this.db.write(actor, async (tx) => {
      requireApprover(actor);
      const wish = parseInput(schema, input);
      return beyondOwnRows(tx, async () => {
        await tx.query(`SELECT pg_advisory_xact_lock(hashtext('banso.erasure'))`);
        const whole = await subjectOf(tx, actor, id);
        const done = await erasureOf(tx, actor, whole);
        if (done) return done;
        const subject = await leftOf(tx, actor, whole);
        // Nobody joins, and nobody is given work, while it is looked at.
        await tx.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [subject.accountId]);
        await tx.query('SELECT 1 FROM specialist WHERE id = $1 FOR UPDATE', [subject.specialistId]);
        const unsettled = await unsettledOf(tx, actor.prefectureId, subject);
        if (unsettled.length > 0) throw stillThere(unsettled);
        const number = await nextNumber(tx, actor.prefectureId);
        const person = await personOf(tx, actor, subject, number);
        requireUnnamed(person.names, wish);
        const erasure = PersonErasure.of(
          actor,
          { ...subject, number, accountKept: person.accountKept },
          wish,
          this.clock.now(),
        );
        await tx.insert(PersonErasure, erasure);
        const touched = await eraseRows(tx, person);
        await this.leave(tx, erasure);
        const values = [...personalValuesOf(touched), ...(await loggedValuesOf(tx, person))];
        erasure.logEntries = await forgetInLog(tx, { table: 'person_erasure', id: erasure.id }, values);
        erasure.blanked = countsOf(touched);
        const { blanked, logEntries } = erasure;
        await tx.update(PersonErasure, { id: erasure.id }, { blanked, logEntries });
        return erasure;
      });
    });
  }

  /** What is no name, and has no meaning any more. */
  private async leave(
    tx: Tx,
    { accountId, specialistId, accountKept, prefectureId }: PersonErasure,
  ): Promise<void> {
    const now = this.clock.now();
    if (!accountKept)
      await tx.query('UPDATE account SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1', [
        accountId,
        now,
      ]);
    await tx.query(
      `UPDATE membership SET last_sign_in_at = NULL WHERE account_id = $1 AND prefecture_id = $2`,
      [accountId, prefectureId],
    );
    await tx.query(
      'UPDATE invitation SET withdrawn_at = $2 WHERE specialist_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL',
      [specialistId, now],
    );
    await tx.query('UPDATE specialist SET monthly_days = NULL WHERE id = $1', [specialistId]);
  }
}

async function previewOf(tx: Tx, actor: HubStaff, id: string): Promise<ErasurePreview> {
  const whole = await subjectOf(tx, actor, id);
  const done = await erasureOf(tx, actor, whole);
  const subject = done ? whole : await leftOf(tx, actor, whole);
  const kept = await keptOf(tx, actor.prefectureId, subject);
  if (done) {
    const { label, labelEn, accountKept } = done;
    return { label, labelEn, done, accountKept, unsettled: [], blanked: [], kept, mentions: [] };
  }
  const person = await personOf(tx, actor, subject, await nextNumber(tx, actor.prefectureId));
  const { label, labelEn, accountKept } = person;
  const counts = await countRows(tx, person);
  return {
    label,
    labelEn,
    done,
    accountKept,
    unsettled: await unsettledOf(tx, actor.prefectureId, subject),
    blanked: [...counts].map(([table, count]) => ({ table, count })),
    kept,
    mentions: await mentionsOf(tx, person),
  };
}

function requireApprover(actor: Actor): asserts actor is HubStaff {
  permit(actor.role === 'HUB_STAFF');
  if (!plays(actor, 'HUB_APPROVER')) throw dutyNeeded('APPROVER');
}

/** The reason is kept for ever: a name in it would outlive its own erasure. */
function requireUnnamed(
  names: readonly string[],
  { reason, basis }: { reason: string; basis: string },
): void {
  if (names.some((name) => reason.includes(name) || basis.includes(name)))
    throw new DomainError('CONFLICT', 'erasure.names-person');
}

const stillThere = (unsettled: readonly Unsettled[]): DomainError =>
  new DomainError('CONFLICT', 'erasure.unsettled', {
    unsettled: unsettled.map(({ kind, count }) => ({ kind, count })),
  });

const countsOf = (touched: readonly TouchedRows[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { table, rowIds } of touched) counts[table] = (counts[table] ?? 0) + rowIds.length;
  return counts;
};
