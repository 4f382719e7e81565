import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { ENTITIES } from '../../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, hub } from '../../../test/people.js';
import { HubContactService } from './hub-contact.service.js';

describe('whom towns call', () => {
  let database: FreshDatabase;
  let service: HubContactService;
  let staff: HubStaff;
  let town: MunicipalityStaff;
  let ehime: HubStaff;
  const said = { section: 'デジタル推進課', person: '山田', phone: '082-000-0000', hours: '平日', seen: '0' };

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    service = new HubContactService(database.db, new Clock());
    staff = await hub(database.db);
    town = await clerk(database.db);
    ehime = await hub(database.db, '38');
  }, 60_000);
  afterAll(() => database.drop());

  it('is said by the hub, read by its towns, and is no other prefecture’s', async () => {
    expect(await service.find(town)).toBeNull();
    await service.set(staff, said);
    expect(await service.find(town)).toMatchObject({ section: 'デジタル推進課', phone: '082-000-0000' });
    expect(await service.find(ehime)).toBeNull();
    await service.set(ehime, { ...said, section: '愛媛' });
    expect((await service.find(town))?.section).toBe('デジタル推進課');
  });

  it('is not said by a town, nor by a hub that only looks on', async () => {
    const auditor = await hub(database.db, '34', ['AUDITOR']);
    for (const actor of [town, auditor])
      await expect(service.set(actor, said)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is refused where nobody could dial it, or where somebody else has said otherwise', async () => {
    for (const phone of ['電話', '', 'a'.repeat(41)])
      await expect(service.set(staff, { ...said, phone, seen: null })).rejects.toMatchObject({
        code: 'BAD_INPUT',
      });
    await expect(service.set(staff, { ...said, section: '別の課' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const both = await Promise.allSettled(
      ['一課', '二課'].map((section) => service.set(staff, { ...said, section, seen: '0' })),
    );
    expect(both.every(({ status }) => status === 'rejected')).toBe(true);
    await service.set(staff, { ...said, section: '三課', seen: null });
    expect((await service.find(town))?.section).toBe('三課');
  });
});
