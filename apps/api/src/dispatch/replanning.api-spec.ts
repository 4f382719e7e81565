import { addDays, FixedClock, type HubStaff, localDateOf, type MunicipalityStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA } from '../../../../test/people.js';
import { today, workingDayIn } from '../../../../test/requests.js';

const POLICY = `version tiers frozenWorkingDays reserveHalfDaysPerWeek urgentLeadMinutes setByName
  rules { id label { ja en } } weights { id label { ja en } points defaultPoints }`;
const GET_POLICY = `{ planningPolicy { ${POLICY} } planningPolicyHistory { totalCount edges { node { version } } } }`;
const SET_POLICY = `mutation($input: PlanningPolicyInput!) { setPlanningPolicy(input: $input) { ${POLICY} } }`;
const SET_TOWN = `mutation($input: TownProfileInput!) { setTownProfile(input: $input) {
  municipalityId itStaff isOnePerson busy { from to label } setByName } }`;
const TOWN = 'query($id: ID!) { municipality(id: $id) { townProfile { itStaff isOnePerson } } }';
const REQUEST =
  'mutation($input: PlanningRunInput!) { requestPlanningRun(input: $input) { id movePublished } }';
const STOP = 'mutation($id: ID!) { stopPlanningRun(id: $id) { status stopAsked viewerActions } }';
const RUN = `query($id: ID!) { planningRun(id: $id) { status starts bestSeed stoppedAtIterations policyVersion
  progress { stage unplaced longestWaitDays tiers bound gap { provenTiers tier total } } findings { ruleId fatal sentence { ja en } }
  score { gap { provenTiers tier total } tiers { rules points lowerBound } parts { ruleId label { ja en } points } }
  proposedVisits { id version startsAt replacesVisitId movePoints edited adopted replaces { startsAt specialist { name } } }
  unplacedVisits { visitNo nearestChanges { kind sentence { ja en } } } } }`;
const FIGURES = `query($id: ID!) { planningFigures(runId: $id) { placed unplaced longestWaitDays townsServed
  towns { asked placed municipality { name } } specialists { days capacity specialist { name } } } }`;
const EXPLAIN = `query($id: ID!) { explainProposedVisit(id: $id) { slot { startsAt specialist { name } }
  price { tiers parts { ruleId label { ja } points } }
  alternatives { slot { startsAt specialist { name } } price { tiers parts { points } } } } }`;
const WHY_NOT = `query($run: ID!, $request: ID!, $specialist: ID!, $date: LocalDate) {
  whyNotSpecialist(runId: $run, supportRequestId: $request, specialistId: $specialist, date: $date) {
    possible ruleId sentence { ja en } } }`;
const COMPARE = `query($a: ID!, $b: ID!) { comparePlanningRuns(beforeRunId: $a, afterRunId: $b) {
  unchanged changes { kind before { startsAt } after { startsAt } } price { tiers } } }`;
const MOVE = `mutation($id: ID!, $s: ID!, $at: DateTime!, $dry: Boolean, $seen: ID!) {
  moveProposedVisit(id: $id, specialistId: $s, startsAt: $at, mode: ONLINE, dryRun: $dry, seen: $seen) {
    applied violations { ruleId hard visitNo sentence { ja en } } price { tiers } } }`;
const PUBLISH = `mutation($id: ID!, $only: [ID!]) { publishPlan(id: $id, only: $only) { version visits moved cancelled cause } }`;
const PART = `query($id: ID!, $only: [ID!]!) { planPart(id: $id, only: $only) { possible needed { only callOff }
  changes { kind supportRequest { title } after { startsAt nightBefore nightAfter } } alsoNeeded { kind }
  violations { ruleId } } }`;
const OPTIONS = `options { kind key travelMinutes price { tiers parts { ruleId points } } unplaced { visitNo }
  changes { kind visitId supportRequest { title } before { startsAt specialist { name } } after { startsAt specialist { name } } } }
  reasons { sentence { ja } } today { state from sentence { ja en } }`;
const URGENT = `query($id: ID!) { insertUrgentOptions(supportRequestId: $id) { ${OPTIONS} } }`;
const APPLY_URGENT =
  'mutation($input: UrgentOptionInput!) { applyUrgentOption(input: $input) { cause visits version runId } }';
const ABSENCE = `query($id: ID!, $from: LocalDate!, $to: LocalDate!) {
  absenceRepairOptions(specialistId: $id, from: $from, to: $to) { ${OPTIONS} } }`;
const REPAIR = 'mutation($input: RepairInput!) { applyRepair(input: $input) { cause moved cancelled } }';
const HISTORY = `query($id: ID!) { visit(id: $id) { startsAt history { toStatus reason
  movedFrom { startsAt } movedTo { startsAt mode } } } }`;

describe('planning again, over HTTP', () => {
  let api: RunningApi;
  let calendar: Calendar;
  let hiroshima: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string };
  let staff: Caller;
  let town: Caller;
  let ehime: Caller;
  let specialist: Caller;
  let specialistId: string;
  const period = { from: addDays(today(), 1), to: addDays(today(), 45) };

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    calendar = new Calendar(db, new FixedClock(new Date()));
    hiroshima = await hub(db);
    kure = await clerk(db);
    staff = await api.as(hiroshima);
    ehime = await api.as(await hub(db, '38'));
    town = await api.as(kure);
    const she = await expert(db, hiroshima, { themes: [THEME] });
    await expert(db, hiroshima, { themes: [THEME] });
    specialist = await api.as(she);
    specialistId = she.specialistId;
  }, 60_000);
  beforeEach(() => calendar.clear());
  afterAll(() => api.close());

  async function solvedRun(wish: object = {}): Promise<string> {
    const { requestPlanningRun: asked } = await staff.ask(REQUEST, {
      input: { ...period, iterations: 100, ...wish },
    });
    await calendar.solve({ id: asked.id, prefectureId: '34' }, hiroshima);
    return asked.id;
  }

  it('sets the policy, and says in both languages what is wrong with one', async () => {
    const { planningPolicy: usual } = await staff.ask(GET_POLICY, {});
    expect(usual).toMatchObject({
      version: 0,
      setByName: null,
      frozenWorkingDays: 5,
      urgentLeadMinutes: 120,
    });
    expect(usual.rules.length).toBe(usual.tiers.flat().length);
    const input = {
      version: 0,
      tiers: usual.tiers,
      weights: [{ weight: 'travelMinute', points: 2 }],
      frozenWorkingDays: 3,
      reserveHalfDaysPerWeek: 1,
    };
    const { setPlanningPolicy: set } = await staff.ask(SET_POLICY, { input });
    expect(set).toMatchObject({ version: 1, setByName: hiroshima.name, frozenWorkingDays: 3 });
    expect(set.weights).toContainEqual(
      expect.objectContaining({ id: 'travelMinute', points: 2, defaultPoints: 1 }),
    );
    expect(await staff.refusal(SET_POLICY, { input })).toEqual({
      code: 'CONFLICT',
      reason: 'record.changed-meanwhile',
    });
    const wrong = { ...input, version: 1, tiers: [['visit-left-out', 'deadline'], ['balance']] };
    const { errors } = await staff.send(SET_POLICY, { input: wrong });
    expect(errors[0]?.message).toContain('順位を付けられない決まり');
    for (const caller of [town, specialist])
      expect(await caller.refusal(SET_POLICY, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await staff.ask(GET_POLICY, {}))['planningPolicyHistory'].totalCount).toBe(1);
    expect((await ehime.ask(GET_POLICY, {}))['planningPolicy'].version).toBe(0);
  });

  it('hears of a town from itself and from its hub', async () => {
    const busy = [{ from: period.from, to: period.to, label: '議会' }];
    const input = { municipalityId: KURE, itStaff: 1, busy, seen: '0' };
    const { setTownProfile: said } = await town.ask(SET_TOWN, { input });
    expect(said).toMatchObject({ itStaff: 1, isOnePerson: true, busy, setByName: kure.name });
    expect((await staff.ask(TOWN, { id: KURE }))['municipality'].townProfile.itStaff).toBe(1);
    for (const caller of [ehime, specialist])
      expect((await caller.ask(TOWN, { id: KURE }))['municipality'].townProfile).toBeNull();
    expect((await town.ask(TOWN, { id: MIHARA }))['municipality'].townProfile).toBeNull();
    expect(await town.refusal(SET_TOWN, { input: { ...input, municipalityId: MIHARA } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await staff.refusal(SET_TOWN, { input: { ...input, municipalityId: MATSUYAMA } })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('shows a plan with its price, its figures and its record', async () => {
    const request = await calendar.request(kure, hiroshima, { visits: 2 });
    await calendar.request(kure, hiroshima, { visits: 1, themeId: 'T12' });
    const id = await solvedRun();
    const { planningRun } = await staff.ask(RUN, { id });
    expect(planningRun).toMatchObject({ status: 'PROPOSED', starts: 1, bestSeed: 1, policyVersion: 0 });
    expect(planningRun.score.tiers).toHaveLength(3);
    expect(planningRun.score.parts[0].label.ja).toMatch(/[ぁ-ん]/);
    expect(planningRun.progress).toMatchObject({ stage: 'DONE', unplaced: 1, bound: null, gap: null });
    const { planningFigures } = await staff.ask(FIGURES, { id });
    expect(planningFigures).toMatchObject({ placed: 2, unplaced: 1, townsServed: 1 });
    const [visit] = planningRun.proposedVisits;
    const { explainProposedVisit } = await staff.ask(EXPLAIN, { id: visit.id });
    expect(explainProposedVisit.price.parts.length).toBeGreaterThan(0);
    expect(explainProposedVisit.alternatives.length).toBeGreaterThan(0);
    const question = { run: id, request: request.id, specialist: specialistId };
    const { whyNotSpecialist } = await staff.ask(WHY_NOT, { ...question, date: addDays(today(), 2) });
    expect(whyNotSpecialist.possible || whyNotSpecialist.sentence.en).toBeTruthy();
    const again = await solvedRun();
    const { comparePlanningRuns } = await staff.ask(COMPARE, { a: id, b: again });
    expect(comparePlanningRuns).toMatchObject({ unchanged: 2, changes: [], price: { tiers: [0, 0, 0] } });
    for (const [query, variables] of [
      [EXPLAIN, { id: visit.id }],
      [FIGURES, { id }],
      [WHY_NOT, question],
      [COMPARE, { a: id, b: again }],
    ] as const) {
      expect(await ehime.refusal(query, variables)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await town.refusal(query, variables)).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('stops a run, and only one of its own', async () => {
    const { requestPlanningRun: asked } = await staff.ask(REQUEST, { input: period });
    expect(asked).toMatchObject({ movePublished: false });
    expect(await ehime.refusal(STOP, { id: asked.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await town.refusal(STOP, { id: asked.id })).toMatchObject({ code: 'FORBIDDEN' });
    const { stopPlanningRun } = await staff.ask(STOP, { id: asked.id });
    expect(stopPlanningRun).toEqual({ status: 'QUEUED', stopAsked: true, viewerActions: ['CANCEL'] });
  });

  it('edits a plan by hand, adopts a part of it, and moves what is published', async () => {
    await calendar.request(kure, hiroshima, { visits: 1, mode: 'ONLINE' });
    await calendar.request(kure, hiroshima, { visits: 1, mode: 'ONLINE' });
    const id = await solvedRun();
    const { planningRun } = await staff.ask(RUN, { id });
    const [one, other] = planningRun.proposedVisits;
    const sunday = addDays(today(), 14 - new Date(`${today()}T00:00:00Z`).getUTCDay());
    const wish = { id: one.id, s: specialistId, at: `${sunday}T01:00:00Z`, dry: false, seen: one.version };
    const { moveProposedVisit } = await staff.ask(MOVE, wish);
    expect(moveProposedVisit.applied).toBe(false);
    expect(moveProposedVisit.violations[0]).toMatchObject({ hard: true });
    expect(await ehime.refusal(MOVE, wish)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await town.refusal(MOVE, wish)).toMatchObject({ code: 'FORBIDDEN' });
    let moved = wish;
    for (let days = 3; moved === wish && days < 25; days += 1) {
      const tried = { ...wish, at: `${workingDayIn(days)}T01:00:00Z` };
      if (tried.at.slice(0, 13) === one.startsAt.slice(0, 13)) continue;
      if ((await staff.ask(MOVE, tried))['moveProposedVisit'].applied) moved = tried;
    }
    // Another dispatcher who still has the plan of before on the screen.
    const colleague = await api.as(await hub(api.database.db));
    const back = { ...wish, at: one.startsAt };
    expect((await colleague.ask(MOVE, { ...back, dry: true }))['moveProposedVisit'].applied).toBe(false);
    const { errors } = await colleague.send(MOVE, back);
    const { reason, facts } = errors[0]?.extensions ?? {};
    expect([reason, facts.name]).toEqual(['record.changed-meanwhile', hiroshima.name]);
    expect(facts.changes).toContainEqual({
      field: 'startsAt',
      before: expect.any(String),
      after: expect.any(String),
    });
    const stands = (await staff.ask(RUN, { id }))['planningRun'].proposedVisits;
    expect(stands.find((visit: { id: string }) => visit.id === one.id)).toMatchObject({
      startsAt: new Date(moved.at).toISOString(),
      version: facts.version,
    });
    expect((await colleague.ask(MOVE, { ...back, seen: facts.version }))['moveProposedVisit'].applied).toBe(
      true,
    );
    const part = { id, only: [other.id] };
    expect((await staff.ask(PART, part))['planPart']).toMatchObject({
      possible: true,
      changes: [{ kind: 'NEW', after: { startsAt: other.startsAt, nightBefore: false } }],
      needed: { only: [], callOff: [] },
      alsoNeeded: [],
      violations: [],
    });
    expect(await ehime.refusal(PART, part)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await town.refusal(PART, part)).toMatchObject({ code: 'FORBIDDEN' });
    const { publishPlan } = await staff.ask(PUBLISH, part);
    expect(publishPlan).toMatchObject({ visits: 1, moved: 0, cause: 'PLAN' });
    const again = await solvedRun({ movePublished: true });
    expect((await staff.ask(RUN, { id: again }))['planningRun'].proposedVisits).toHaveLength(1);
  });

  it('repairs an absence and brings an urgent visit in', async () => {
    await calendar.request(kure, hiroshima, { visits: 1 });
    await staff.ask(PUBLISH, { id: await solvedRun() });
    const [visit] = await calendar.visitsOf(hiroshima);
    if (!visit) throw new Error('a visit is published');
    const day = localDateOf(visit.startsAt);
    const away = { id: visit.specialistId, from: day, to: day };
    const { absenceRepairOptions } = await staff.ask(ABSENCE, away);
    const [option] = absenceRepairOptions.options;
    expect(option.changes[0]).toMatchObject({ kind: 'MOVED', visitId: visit.id });
    const repair = { specialistId: away.id, from: day, to: day, optionKey: option.key, reason: '病気' };
    expect(await ehime.refusal(ABSENCE, away)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await town.refusal(REPAIR, { input: repair })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await staff.ask(REPAIR, { input: repair }))['applyRepair']).toMatchObject({ cause: 'REPAIR' });
    expect(await staff.refusal(REPAIR, { input: repair })).toEqual({
      code: 'CONFLICT',
      reason: 'repair.stale',
    });
    const { visit: now } = await town.ask(HISTORY, { id: visit.id });
    expect(now.history.at(-1)).toMatchObject({
      reason: '病気',
      movedFrom: { startsAt: visit.startsAt.toISOString() },
      movedTo: { startsAt: now.startsAt },
    });

    const urgent = await calendar.request(kure, hiroshima, { visits: 1, urgency: 'URGENT' });
    const { insertUrgentOptions } = await staff.ask(URGENT, { id: urgent.id });
    expect(insertUrgentOptions.today.state).toMatch(/^(OPEN|OVER|CLOSED)$/);
    expect(insertUrgentOptions.today.sentence.ja).toContain('日');
    const input = {
      supportRequestId: urgent.id,
      optionKey: insertUrgentOptions.options[0].key,
      reason: '緊急',
    };
    expect(await ehime.refusal(APPLY_URGENT, { input })).toMatchObject({ code: 'NOT_FOUND' });
    const { applyUrgentOption } = await staff.ask(APPLY_URGENT, { input });
    expect(applyUrgentOption).toMatchObject({ cause: 'URGENT', visits: 1, runId: null, version: 3 });
  });
});
