import type { Actor, LocalDate } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KURE, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { fault, refusedWith, Scene, SIGNED } from '../test/agreement-scene.js';
import type { Agreement } from './agreement.entity.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
}, 60_000);
beforeEach(() => scene.goTo(SIGNED));
afterAll(() => scene.database.drop());

describe('every step', () => {
  type Step = (actor: Actor, id: string) => Promise<Agreement>;
  const reason = '架空の理由';
  const decided = (endsOn: LocalDate) => ({ endsOn, decidedOn: scene.clock.today(), reason });
  const talking = async () => {
    const { id } = await scene.given.concluded(KURE, { startsOn: '2026-04-01' });
    return scene.given.terms.consultExtension(scene.staff, id);
  };
  const STEPS: readonly (readonly [
    name: string,
    'COORDINATOR' | 'APPROVER',
    () => Promise<Agreement>,
    Step,
  ])[] = [
    ['consult', 'COORDINATOR', () => scene.given.draft(KURE), (a, id) => scene.given.drafts.consult(a, id)],
    [
      'return',
      'COORDINATOR',
      () => scene.given.consulted(KURE),
      (a, id) => scene.given.drafts.returnToDraft(a, id, reason),
    ],
    [
      'withdraw',
      'COORDINATOR',
      () => scene.given.draft(KURE),
      (a, id) => scene.given.drafts.withdraw(a, id, reason),
    ],
    [
      'conclude',
      'APPROVER',
      () => scene.given.consulted(KURE),
      (a, id) => scene.given.terms.conclude(a, id, SIGNED),
    ],
    [
      'consult on an extension',
      'COORDINATOR',
      () => scene.given.concluded(KURE, { startsOn: '2026-04-01' }),
      (a, id) => scene.given.terms.consultExtension(a, id),
    ],
    ['extend', 'APPROVER', talking, (a, id) => scene.given.terms.extend(a, id, decided('2029-09-30'))],
    ['let run out', 'APPROVER', talking, (a, id) => scene.given.terms.declineExtension(a, id, reason)],
    ['end early', 'APPROVER', talking, (a, id) => scene.given.terms.endEarly(a, id, decided('2027-03-31'))],
  ];

  it.each(STEPS)(
    '%s: by the %s only, once of several at once, and not twice',
    async (_, duty, make, step) => {
      const { id } = await make();
      const [may, mayNot] =
        duty === 'APPROVER' ? [scene.approver, scene.coordinator] : [scene.coordinator, scene.approver];
      await refusedWith(step(mayNot, id), { code: 'FORBIDDEN' });
      await refusedWith(step(scene.ehime, id), { code: 'NOT_FOUND' });
      await refusedWith(step(scene.mihara, id), { code: 'NOT_FOUND' });
      await expect(step(scene.kure, id)).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
      const before = (await scene.historyOf(id)).length;
      const attempts = await Promise.allSettled([1, 2, 3].map(() => step(may, id)));
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(step(may, id)).rejects.toMatchObject({
        code: expect.stringMatching(/INVALID_STATE|BAD_INPUT/),
      });
      const steps = (await scene.historyOf(id)).slice(before).filter(([, , role]) => role !== 'SYSTEM');
      expect(steps).toHaveLength(1);
    },
  );
});

describe('parties', () => {
  const addTown = (actor: Actor) =>
    scene.given.parties.add(actor, { partyKind: 'MUNICIPALITY', municipalityId: MIHARA });

  it('are the prefecture, its towns by their codes, companies by name; each once, also at once', async () => {
    expect(await scene.given.parties.add(scene.staff, { partyKind: 'PREFECTURE' })).toMatchObject({
      name: '広島県',
      municipalityId: null,
    });
    const attempts = await Promise.allSettled([1, 2, 3].map(() => addTown(scene.coordinator)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', reason: 'party.already-there' },
    });
    for (const actor of [scene.approver, scene.kure])
      await refusedWith(addTown(actor), { code: 'FORBIDDEN' });
    await refusedWith(
      scene.given.parties.add(scene.staff, { partyKind: 'MUNICIPALITY', municipalityId: MATSUYAMA }),
      fault('municipalityId', 'town-of-prefecture'),
    );
    await refusedWith(
      scene.given.parties.add(scene.staff, { partyKind: 'COMPANY', nameEn: 'x' }),
      fault('name', 'required'),
    );
  });

  it('are renamed where the name is their own, and a town keeps that of the register', async () => {
    const company = await scene.given.company('架空商会');
    const revised = await scene.given.parties.revise(scene.coordinator, company, {
      name: '架空商事',
      nameEn: 'F',
      address: '架空市1-1',
    });
    expect(revised).toMatchObject({ name: '架空商事', address: '架空市1-1' });
    const town = await scene.given.town(KURE);
    expect(
      await scene.given.parties.revise(scene.coordinator, town, {
        name: '別の名',
        nameEn: 'x',
        address: '中央4-1-6',
      }),
    ).toMatchObject({
      name: '呉市',
      address: '中央4-1-6',
    });
    const other = await scene.given.company('架空工業');
    await refusedWith(
      scene.given.parties.revise(scene.coordinator, other, { name: '架空商事', nameEn: 'F' }),
      {
        reason: 'party.already-there',
      },
    );
    await refusedWith(scene.given.parties.revise(scene.ehime, company, { name: 'x', nameEn: 'x' }), {
      code: 'NOT_FOUND',
    });
    await refusedWith(scene.given.parties.revise(scene.kure, company, { name: 'x', nameEn: 'x' }), {
      code: 'FORBIDDEN',
    });
    await refusedWith(
      scene.given.parties.revise(scene.coordinator, company, { name: 'y', nameEn: 'F' }, '0'),
      {
        reason: 'record.changed-meanwhile',
      },
    );
  });
});
