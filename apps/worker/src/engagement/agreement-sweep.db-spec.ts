import { FixedClock } from '@banso/kernel';
import { Scheduler } from '@banso/platform';
import { expect, it } from '@jest/globals';
import { Given } from '../../../../libs/engagement/test/given-agreement.js';
import { freshDatabase } from '../../../../test/database.js';
import { workOff } from '../../../../test/desk.js';
import { hub, KURE } from '../../../../test/people.js';
import { ENTITIES } from '../entities.js';
import { handlersOf } from '../handlers.js';
import { SCHEDULES } from '../schedules.js';

it('the worker writes down that agreements have begun and ended, in every prefecture', async () => {
  const { db, dataSource, drop } = await freshDatabase(ENTITIES);
  try {
    const clock = new FixedClock(new Date('2026-09-30T12:00:00+09:00'));
    const ids = [
      (await new Given(db, clock, await hub(db)).concluded(KURE)).id,
      (await new Given(db, clock, await hub(db, '38')).concluded('382019', { endsOn: '2026-10-31' })).id,
    ];
    const statuses = async () => {
      await db.system(null, (tx) => tx.query(`UPDATE schedule SET next_run_at = now()`));
      await new Scheduler(db, SCHEDULES).tick();
      await workOff(db, handlersOf(db, clock));
      const rows: { status: string }[] = await dataSource.query(
        'SELECT status FROM agreement WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)',
        [ids],
      );
      return rows.map(({ status }) => status);
    };
    expect(await statuses()).toEqual(['CONCLUDED', 'CONCLUDED']);
    clock.moveTo(new Date('2026-10-01T00:05:00+09:00'));
    expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE']);
    // The one that ends in October has to be talked about: its hub and its town are told, once.
    await statuses();
    expect(
      await dataSource.query(
        `SELECT prefecture_id AS prefecture, coalesce(municipality_id, hub_duty) AS told, facts->>'on' AS on FROM notice
         WHERE kind = 'AGREEMENT_ENDING' ORDER BY 2`,
      ),
    ).toEqual([
      { prefecture: '38', told: '382019', on: '2026-10-31' },
      { prefecture: '38', told: 'COORDINATOR', on: '2026-10-31' },
    ]);
    clock.moveTo(new Date('2026-11-01T00:05:00+09:00'));
    expect(await statuses()).toEqual(['ACTIVE', 'EXPIRED']);
  } finally {
    await drop();
  }
});
