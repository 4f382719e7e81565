import { describe, expect, it } from '@jest/globals';
import { consultationInput } from '../../../test/desk.js';
import { clerk, KURE } from '../../../test/people.js';
import {
  assigned,
  at,
  clock,
  database,
  ehime,
  he,
  intake,
  matsuyama,
  openDesk,
  otherTown,
  she,
  staff,
  town,
} from '../test/desk.js';
import { getConsultation, listConsultations } from './consultation.queries.js';

openDesk();

describe('reading', () => {
  it('shows a town its own, the hub its prefecture, a specialist what is theirs now', async () => {
    const one = await assigned();
    const read = (actor: Parameters<typeof getConsultation>[1]) =>
      database.db.read(actor, (tx) => getConsultation(tx, actor, one.id));
    for (const reader of [town, staff, he]) expect((await read(reader)).id).toBe(one.id);
    for (const stranger of [otherTown, ehime, matsuyama, she])
      await expect(read(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lists newest first in pages that fit together, filtered', async () => {
    const clerkOfKure = await clerk(database.db, '342131');
    for (let day = 1; day <= 3; day++) {
      clock.moveTo(at(`2026-10-0${day}T10:00`));
      await intake.ask(clerkOfKure, consultationInput({ question: `質問その${day}です 100%` }));
    }
    const list = (filter: object, page: object = {}) =>
      database.db.read(clerkOfKure, (tx) => listConsultations(tx, clerkOfKure, filter, page));
    const first = await list({}, { first: 2 });
    expect(first).toMatchObject({ total: 3, hasNext: true });
    const [, last] = first.rows;
    const rest = await list({}, { first: 2, after: last && first.cursorOf(last) });
    expect([...first.rows, ...rest.rows].map((row) => row.question)).toEqual([
      '質問その3です 100%',
      '質問その2です 100%',
      '質問その1です 100%',
    ]);
    for (const [filter, total] of [
      [{ search: 'その2' }, 1],
      [{ search: last?.number }, 1],
      [{ search: '%' }, 3],
      [{ search: '_' }, 0],
      [{ statuses: ['ASSIGNED'] }, 0],
      [{ statuses: ['OPEN'], themeId: 'T01' }, 3],
      [{ escalated: false }, 3],
      [{ escalated: true }, 0],
      [{ municipalityId: KURE }, 0],
      [{ specialistId: she.specialistId }, 0],
    ] as const)
      expect((await list(filter)).total).toBe(total);
  });
});
