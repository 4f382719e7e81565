import { type Actor, type Clock, fiscalYearOf, type Half, type HubStaff, type Weekday } from '@banso/kernel';
import { OutboxExecutor, type Db, type Handling } from '@banso/platform';
import { Consultation } from '@banso/support';
import { DeskDutyService, ExpertFieldService } from '@banso/talent';

/** A question that nothing is wrong with. */
export const consultationInput = (changes: Record<string, unknown> = {}) => ({
  themeId: 'T01',
  question: '書かない窓口は、どの課から始めるのがよいでしょうか。',
  contactSection: '総務課 情報係',
  ...changes,
});

/** A field of this fiscal year with its themes and its people. */
export async function field(
  { db, clock, staff }: { db: Db; clock: Clock; staff: HubStaff },
  themeIds: readonly string[],
  people: readonly { specialistId: string }[],
): Promise<void> {
  await new ExpertFieldService(db, clock).define(staff, {
    fiscalYear: fiscalYearOf(clock.today()),
    name: `分野 ${themeIds.join(' ')}`,
    nameEn: `Field ${themeIds.join(' ')}`,
    themeIds,
    specialistIds: people.map((person) => person.specialistId),
  });
}

export const onDuty = (
  db: Db,
  staff: HubStaff,
  [weekday, half]: [Weekday, Half],
  ...people: { specialistId: string }[]
) =>
  new DeskDutyService(db).set(staff, {
    weekday,
    half,
    specialistIds: people.map((person) => person.specialistId),
  });

/** The row as it stands. */
export const stored = (db: Db, actor: Actor, id: string): Promise<Consultation> =>
  db.read(actor, (tx) => tx.findOneByOrFail(Consultation, { id }));

/** Does everything that is waiting in the outbox, as a worker would. Fails when a job fails. */
export async function workOff(db: Db, handlings: readonly Handling[]): Promise<void> {
  const failures: string[] = [];
  const executor = new OutboxExecutor(db, handlings, (job, what) => failures.push(`${job}: ${what}`));
  for (;;) {
    const open = await db.system(null, (tx) =>
      tx.query<{ id: string }[]>(
        'SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL ORDER BY created_at, id',
      ),
    );
    for (const { id } of open) {
      // Rung, as the dispatcher would: a long job asks whether the ring is still its own.
      await db.system(null, (tx) => tx.query('UPDATE outbox SET sends = 1 WHERE id = $1', [id]));
      await executor.execute({ outboxId: id, send: 1 });
    }
    if (failures.length > 0) throw new Error(failures.join('; '));
    if (open.length === 0) return;
  }
}
