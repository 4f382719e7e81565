import { directoryEntities } from '@banso/directory';
import { type Actor, FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub } from '../../../../test/people.js';
import { engagementEntities } from '../engagement-entities.js';
import {
  attendancesOf,
  casesOf,
  listDeclarations,
  listCouncilMeetings,
  listRounds,
  signatoriesOf,
  stopsOf,
} from './council.queries.js';
import { DeclarationService } from './declaration.service.js';
import { MeetingService } from './meeting.service.js';
import { coverageOf } from './round-order.js';
import { RoundService } from './round.service.js';
import type { RoundStop } from './town-round.entity.js';
import { trainingYear } from './training-year.js';

const AINAN = '385069';
const IKATA = '384429';
const KAMIJIMA = '383562';
/** 宇和島市, 鬼北町, 松野町. */
const AROUND_AINAN = ['382035', '384844', '384887'];
const YEAR = 2026;

let database: FreshDatabase;
let ehime: HubStaff;
let abroad: HubStaff;
let town: MunicipalityStaff;
let leader: string;
let declarations: DeclarationService;
let meetings: MeetingService;
let rounds: RoundService;
const clock = new FixedClock(new Date('2026-12-01T00:00:00Z'));

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities, ...engagementEntities]);
  const { db } = database;
  ehime = await hub(db, '38');
  abroad = await hub(db, '34');
  town = await clerk(db, IKATA);
  leader = (await expert(db, ehime)).specialistId;
  declarations = new DeclarationService(db, clock);
  meetings = new MeetingService(db, clock);
  rounds = new RoundService(db, clock);
}, 60_000);
afterAll(() => database.drop());

const read = <T>(actor: Actor, work: Parameters<typeof database.db.read<T>>[1]) =>
  database.db.read(actor, work);
const statuses = (all: PromiseSettledResult<unknown>[]) => all.map(({ status }) => status).sort();

/** Who has no business there: an auditor and a town are refused, another prefecture's hub finds nothing. */
async function refusesOthers(ask: (actor: Actor) => Promise<unknown>): Promise<void> {
  const auditor = await hub(database.db, '38', ['AUDITOR']);
  for (const one of [auditor, town]) await expect(ask(one)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(ask(abroad)).rejects.toMatchObject({ code: 'NOT_FOUND' });
}

describe('the declaration (§6.6)', () => {
  it('is signed by the prefecture and its 20 towns, each once', async () => {
    const input = { title: '協働宣言', body: '一体となって進める。', declaredOn: '2026-04-01' };
    const twice = await Promise.allSettled([
      declarations.keep(ehime, input),
      declarations.keep(ehime, input),
    ]);
    expect(statuses(twice)).toEqual(['fulfilled', 'rejected']);
    const [declaration] = await read(town, (tx) => listDeclarations(tx, town));
    const signatories = () => read(town, (tx) => signatoriesOf(tx, [declaration?.id ?? '']));
    const all = await signatories();
    expect(all).toHaveLength(21);
    expect(all[0]).toMatchObject({ municipalityId: null, title: '知事', signedOn: null });
    expect(new Set(all.map(({ title }) => title))).toEqual(new Set(['知事', '市長', '町長']));

    const signature = (name: string) => ({ title: '首長', name, signedOn: '2026-04-01' });
    await refusesOthers((actor) => declarations.sign(actor, all[0]?.id ?? '', signature('x')));
    for (const { id, position } of all.slice(1))
      await declarations.sign(ehime, id, signature(`架空 ${position}`));
    const race = await Promise.allSettled(
      ['甲', '乙'].map((name) => declarations.sign(ehime, all[0]?.id ?? '', signature(name))),
    );
    expect(statuses(race)).toEqual(['fulfilled', 'rejected']);
    expect((await signatories()).filter(({ signedOn }) => signedOn !== null)).toHaveLength(21);

    const last = all.at(-1)?.id ?? '';
    await refusesOthers((actor) => declarations.takeBack(actor, last));
    await declarations.takeBack(ehime, last);
    await expect(declarations.takeBack(ehime, last)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(
      declarations.sign(ehime, last, { ...signature('x'), signedOn: '2026-12-02' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const changed = { ...input, id: declaration?.id, body: '改めた。' };
    await refusesOthers((actor) => declarations.keep(actor, changed));
    await declarations.keep(ehime, changed);
    await expect(declarations.keep(ehime, { ...changed, seen: '1' })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    expect(await read(abroad, (tx) => listDeclarations(tx, abroad))).toEqual([]);
  });
});

describe('meetings (§6.6)', () => {
  it('are planned, held with who came, or called off; a training shares cases', async () => {
    const meeting = await meetings.plan(ehime, { kind: 'STEERING', title: '幹事会', heldOn: '2026-11-30' });
    const record = {
      record: '来年度の分野を話した。',
      came: [{ municipalityId: IKATA, people: 2 }],
      cases: [],
    };
    await refusesOthers((actor) => meetings.hold(actor, meeting.id, record));
    await refusesOthers((actor) => meetings.cancel(actor, meeting.id));
    await expect(
      meetings.hold(ehime, meeting.id, { ...record, came: [...record.came, ...record.came] }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(
      meetings.hold(ehime, meeting.id, { ...record, came: [{ municipalityId: '342025', people: 1 }] }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const shared = [{ municipalityId: IKATA, title: '窓口', body: '書かない窓口にした。' }];
    await expect(meetings.hold(ehime, meeting.id, { ...record, cases: shared })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const race = await Promise.allSettled([
      meetings.hold(ehime, meeting.id, record),
      meetings.hold(ehime, meeting.id, record),
    ]);
    expect(statuses(race)).toEqual(['fulfilled', 'rejected']);
    await expect(meetings.cancel(ehime, meeting.id)).rejects.toMatchObject({ code: 'INVALID_STATE' });

    const kind = 'JOINT_TRAINING';
    const year = async () =>
      trainingYear(YEAR, await read(town, (tx) => listCouncilMeetings(tx, town, YEAR)), '2027-01-01');
    for (const heldOn of ['2026-08-05', '2026-11-05', '2026-11-25']) {
      const training = await meetings.plan(ehime, { kind, title: `合同研修 ${heldOn}`, heldOn });
      await meetings.hold(ehime, training.id, { ...record, cases: shared });
      const [cases, came] = await read(
        town,
        async (tx) => [await casesOf(tx, [training.id]), await attendancesOf(tx, [training.id])] as const,
      );
      expect(cases).toMatchObject(shared);
      expect(came).toMatchObject(record.came);
      if (heldOn === '2026-08-05') expect(await year()).toMatchObject({ held: 1, isGap: true });
      else expect((await year()).isGap).toBe(false);
    }
    expect(await year()).toMatchObject({ held: 3, isGap: false });
    const later = await meetings.plan(ehime, { kind, title: '冬', heldOn: '2027-02-08' });
    await expect(meetings.hold(ehime, later.id, record)).rejects.toMatchObject({
      reason: 'council-meeting.not-yet',
    });
    await meetings.cancel(ehime, later.id);
    await expect(meetings.plan(town, { kind, title: 'x', heldOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('rounds (§6.6)', () => {
  const seen = (roundId: string, actor: Actor = ehime): Promise<RoundStop[]> =>
    read(actor, (tx) => stopsOf(tx, actor, [roundId]));
  const visit = async (stop: RoundStop, name = '県 太郎（架空）') => {
    await rounds.move(ehime, stop.id, { status: 'DATED', on: '2026-11-20' });
    await rounds.move(ehime, stop.id, { status: 'COMPANION_SET', companion: name });
    return rounds.move(ehime, stop.id, { status: 'VISITED' });
  };

  it('go to 20 towns, far ones together, an island alone, none twice before all once', async () => {
    const input = { fiscalYear: YEAR, kind: 'VISIT', specialistId: leader };
    const race = await Promise.allSettled([rounds.open(ehime, input), rounds.open(ehime, input)]);
    expect(statuses(race)).toEqual(['fulfilled', 'rejected']);
    const [round] = await read(ehime, (tx) => listRounds(tx, ehime, YEAR));
    if (!round) throw new Error('No round was opened');
    const stops = await seen(round.id);
    expect(coverageOf(stops)).toMatchObject({ visited: 0, total: 20 });
    expect(new Set(stops.map(({ municipalityId }) => municipalityId)).size).toBe(20);
    const withTown = (id: string) => {
      const tour = stops.find(({ municipalityId }) => municipalityId === id)?.tour;
      return stops.filter((stop) => stop.tour === tour).map(({ municipalityId }) => municipalityId);
    };
    expect(withTown(AINAN).sort()).toEqual([...AROUND_AINAN, AINAN].sort());
    expect(withTown(KAMIJIMA)).toEqual([KAMIJIMA]);

    const [first, ...others] = stops;
    if (!first) throw new Error('The round goes nowhere');
    await refusesOthers((actor) => rounds.move(actor, first.id, { status: 'DATED', on: '2026-11-20' }));
    await expect(rounds.move(ehime, first.id, { status: 'VISITED' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await expect(rounds.move(ehime, first.id, { status: 'VISITED', on: '2026-11-20' })).rejects.toMatchObject(
      { reason: 'round-stop.not-in-state' },
    );
    await expect(rounds.move(ehime, first.id, { status: 'DATED', on: '2027-04-01' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await rounds.move(ehime, first.id, { status: 'DATED', on: '2026-11-19' });
    await rounds.move(ehime, first.id, { status: 'PLANNED' });
    await visit(first);
    await expect(visit(first)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await rounds.move(ehime, first.id, { status: 'ISSUES_NOTED', words: '広報の担当が一人しかいない。' });
    const handled = await Promise.allSettled([
      rounds.move(ehime, first.id, { status: 'HANDLED', words: '派遣につなぐ。' }),
      rounds.move(ehime, first.id, { status: 'HANDLED', words: '次の研修で扱う。' }),
    ]);
    expect(statuses(handled)).toEqual(['fulfilled', 'rejected']);

    await expect(rounds.open(ehime, input)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    for (const stop of others.slice(1)) await visit(stop);
    const coverage = coverageOf(await seen(round.id));
    expect(coverage).toEqual({ visited: 19, total: 20, missing: [others[0]?.municipalityId] });
    const early = await rounds.open(ehime, { ...input, reason: '道路の通行止めのため、先に始める。' });
    expect(early).toMatchObject({ no: 2, reason: expect.any(String) });
    if (others[0]) await visit(others[0]);
    expect(coverageOf(await seen(round.id)).missing).toEqual([]);
    const hearing = await rounds.open(ehime, { ...input, kind: 'HEARING_FIRST' });
    expect(hearing).toMatchObject({ no: 1, reason: null });
    const [one] = await seen(hearing.id);
    if (one) {
      await rounds.move(ehime, one.id, { status: 'DATED', on: '2026-11-20' });
      await rounds.move(ehime, one.id, { status: 'VISITED' });
    }
  }, 60_000);

  it('are arranged by the hub, and a town reads its own stop alone', async () => {
    const round = await rounds.open(ehime, {
      fiscalYear: YEAR,
      kind: 'HEARING_SECOND',
      specialistId: leader,
    });
    const wanted = (await seen(round.id))
      .map(({ municipalityId }) => ({ municipalityId, tour: 1 }))
      .reverse();
    const input = {
      stops: wanted.map((one) =>
        one.municipalityId === KAMIJIMA ? { ...one, ferryNote: '9時の便で渡り、15時の便で戻る' } : one,
      ),
    };
    await refusesOthers((actor) => rounds.arrange(actor, round.id, input));
    await expect(rounds.arrange(ehime, round.id, { stops: wanted.slice(1) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    // Arranged by one while another sets a day: both hold.
    const [first] = await seen(round.id);
    await Promise.all([
      rounds.arrange(ehime, round.id, input),
      rounds.move(ehime, first?.id ?? '', { status: 'DATED', on: '2026-11-20' }),
    ]);
    expect((await seen(round.id)).find(({ id }) => id === first?.id)).toMatchObject({
      status: 'DATED',
      position: 19,
    });
    await expect(rounds.arrange(ehime, round.id, { ...input, seen: '1' })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    const stops = await seen(round.id);
    expect(stops.map(({ municipalityId }) => municipalityId)).toEqual(
      wanted.map(({ municipalityId }) => municipalityId),
    );
    expect(stops.find(({ municipalityId }) => municipalityId === KAMIJIMA)?.ferryNote).toContain('9時');
    expect((await seen(round.id, town)).map(({ municipalityId }) => municipalityId)).toEqual([IKATA]);
    expect(await seen(round.id, abroad)).toEqual([]);
    await expect(
      rounds.open(town, { fiscalYear: YEAR, kind: 'VISIT', specialistId: leader }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      rounds.open(abroad, { fiscalYear: YEAR, kind: 'VISIT', specialistId: leader }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(
      rounds.open(ehime, { fiscalYear: YEAR - 1, kind: 'VISIT', specialistId: leader }),
    ).rejects.toMatchObject({ reason: 'town-round.year-over' });
  });
});
