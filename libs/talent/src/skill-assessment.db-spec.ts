import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import { type Actor, FixedClock, type HubStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { hub as hubOf } from '../../../test/people.js';
import { PLACES, specialistUser, townStaff } from '../../directory/test/given-actors.js';
import { givenSpecialist } from '../test/given-pool.js';
import { currentSkills } from './skill-assessment.queries.js';
import { type AssessmentInput, SkillAssessmentService } from './skill-assessment.service.js';
import { SkillAssessment } from './skill-assessment.entity.js';
import type { Specialist } from './specialist.entity.js';
import { talentEntities } from './talent-entities.js';

const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
let database: FreshDatabase;
let service: SkillAssessmentService;
let hub: HubStaff;
let minato: Specialist;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities]);
  service = new SkillAssessmentService(database.db, clock);
  hub = await hubOf(database.db);
  minato = await givenSpecialist(database.db, hub);
});
beforeEach(() => database.dataSource.query('DELETE FROM skill_assessment'));
afterAll(() => database.drop());

const finding = (change: Partial<AssessmentInput> = {}): AssessmentInput => ({
  specialistId: minato.id,
  skillId: 'GOV-07',
  level: 3,
  evidence: 'INTERVIEW',
  note: '面談 11月',
  ...change,
});
const levels = async (actor: Actor = hub) =>
  (
    (await database.db.read(actor, (tx) => currentSkills(tx, actor, [minato.id, randomUUID()]))).get(
      minato.id,
    ) ?? []
  ).map((skill) => `${skill.skillId} ${skill.level} ${skill.evidence}`);

describe('SkillAssessmentService.assess', () => {
  it('writes down who found what, and when', async () => {
    expect(await service.assess(hub, finding())).toMatchObject({
      prefectureId: '34',
      level: 3,
      note: '面談 11月',
      assessedOn: '2026-11-24',
      assessedBy: hub.name,
      supersededAt: null,
    });
    expect(await levels()).toEqual(['GOV-07 3 INTERVIEW']);
  });

  it('corrects by a new row and keeps the old one', async () => {
    await service.assess(hub, finding());
    await service.assess(hub, finding({ level: 4, evidence: 'CASE_RECORD' }));
    expect(await levels()).toEqual(['GOV-07 4 CASE_RECORD']);
    const history = await database.db.read(hub, (tx) =>
      tx.find(SkillAssessment, { order: { level: 'DESC' } }),
    );
    expect(history.map((row) => [row.level, row.supersededAt === null])).toEqual([
      [4, true],
      [3, false],
    ]);
  });

  it('keeps one current level when two corrections come at once', async () => {
    await Promise.all([
      service.assess(hub, finding({ level: 1 })),
      service.assess(hub, finding({ level: 2 })),
    ]);
    expect(await levels()).toHaveLength(1);
  });

  it("takes a specialist's own word, also twice, until the hub has found out", async () => {
    const self = specialistUser(minato.id);
    const word = finding({ evidence: 'SELF_DECLARED', level: 2 });
    await service.assess(self, word);
    await service.assess(self, { ...word, level: 3 });
    expect(await levels(self)).toEqual(['GOV-07 3 SELF_DECLARED']);
    await service.assess(hub, finding({ level: 1 }));
    await expect(service.assess(self, word)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'skill.confirmed-by-hub',
    });
    expect(await levels()).toEqual(['GOV-07 1 INTERVIEW']);
  });

  it('refuses better evidence from the person itself, and anything from a town', async () => {
    await expect(service.assess(specialistUser(minato.id), finding())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(service.assess(townStaff(PLACES.kure), finding())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('finds nobody for a colleague and another prefecture', async () => {
    await expect(service.assess(specialistUser(randomUUID()), finding())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const ehimeHub = await hubOf(database.db, '38');
    await expect(service.assess(ehimeHub, finding())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[Partial<AssessmentInput>, string]>([
    [{ skillId: 'GOV-99' }, 'unknown'],
    [{ level: 5 }, 'too-big'],
    [{ level: -1 }, 'too-small'],
  ])('refuses %j', async (change, rule) => {
    await expect(service.assess(hub, finding(change))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ rule })] },
    });
  });
});

describe('currentSkills', () => {
  it('shows a town the levels of the active, and another prefecture nothing', async () => {
    await service.assess(hub, finding());
    await service.assess(hub, finding({ skillId: 'DSSP-BT-13', level: 0 }));
    expect(await levels(townStaff(PLACES.kure))).toEqual(['DSSP-BT-13 0 INTERVIEW', 'GOV-07 3 INTERVIEW']);
    const notes = async (actor: Actor) =>
      (await database.db.read(actor, (tx) => currentSkills(tx, actor, [minato.id]))).get(minato.id)?.[0]
        ?.note;
    expect([await notes(hub), await notes(townStaff(PLACES.kure))]).toEqual(['面談 11月', null]);
    expect(await levels(townStaff(PLACES.matsuyama))).toEqual([]);
    expect(await levels(specialistUser(randomUUID()))).toEqual([]);
  });
});
