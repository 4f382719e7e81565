import { addDays, FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { today, workingDayIn } from '../../../../test/requests.js';
import { countingStatements } from '../../../../test/statements.js';

const REQUEST = `mutation($input: PlanningRunInput!) { requestPlanningRun(input: $input) {
  id number status seed iterations viewerActions } }`;
const VISIT = `id visitNo mode startsAt endsAt status pinned cancelSide viewerActions
  supportRequest { title } municipality { name } specialist { name } history { toStatus actorName reason }`;
const RUN = `query($id: ID!) { planningRun(id: $id) { status failure viewerActions
  score { gap { provenTiers tier total } tiers { rules points lowerBound } parts { ruleId label { ja en } points } } publication { version visits publishedByName }
  proposedVisits { id visitNo startsAt pinned supportRequest { title } municipality { name } specialist { name } }
  unplacedVisits { visitNo supportRequest { title } reasons { ruleId count sentence { ja en } } } } }`;
const RUNS = `query($first: Int) { planningRuns(first: $first) { totalCount edges { node { number
  proposedVisits { supportRequest { title } municipality { name } specialist { name } }
  unplacedVisits { supportRequest { title } reasons { sentence { ja } } } publication { version } } } } }`;
const VISITS = `query($first: Int, $filter: VisitFilter) { visits(first: $first, filter: $filter) {
  totalCount edges { node { ${VISIT} } } } }`;
const PUBLISH = 'mutation($id: ID!) { publishPlan(id: $id) { version visits } }';
const CANCEL_RUN = 'mutation($id: ID!) { cancelPlanningRun(id: $id) { status } }';
const PIN = 'mutation($id: ID!) { pinProposedVisit(id: $id, pinned: true) { pinned } }';
const PROPOSAL = 'id status note reason viewerActions visit { id status startsAt }';
const OPEN_SLOTS = `query($id: ID!) { visitOpenSlots(visitId: $id) {
  slot { startsAt endsAt } effects { travelMinutes travelMore daysLeft near { isSameDay } warnings { ja } } } }`;
const PROPOSE = `mutation($wish: ProposeOtherDayInput!) { proposeOtherDay(input: $wish) { ${PROPOSAL} } }`;
const ASK = `mutation($wish: AskOtherDayInput!) { askOtherDay(input: $wish) { ${PROPOSAL} } }`;
const OPEN_PROPOSALS = `{ openVisitProposals { totalCount edges { node { ${PROPOSAL} } } } }`;
const JUDGED = 'query($id: ID!) { judgedProposal(id: $id) { index open { slot { startsAt endsAt } } } }';
const ACCEPT_DAY = `mutation($id: ID!) { acceptVisitProposal(id: $id, slot: 1) { ${PROPOSAL} } }`;
const ACCEPT = `mutation($id: ID!) { acceptVisit(id: $id) { ${VISIT} } }`;
const DECLINE =
  'mutation($id: ID!, $reason: String) { declineVisit(id: $id, kind: OTHER, reason: $reason) { status cancelSide } }';
const CANCEL = `mutation($id: ID!, $reason: String!) { cancelVisit(id: $id, reason: $reason, side: TOWN) { ${VISIT} } }`;
const COMPLETE = 'mutation($id: ID!) { completeVisit(id: $id) { status } }';
const RANKING = `query($id: ID!) { candidateRanking(supportRequestId: $id) {
  candidates { score mode specialist { name } parts { id points max } firstSlot { startsAt } }
  excluded { ruleId specialist { name } sentence { ja en } } } }`;

describe('plans and visits over HTTP', () => {
  let api: RunningApi;
  let calendar: Calendar;
  let hiroshima: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string };
  let staff: Caller;
  let town: Caller;
  let otherTown: Caller;
  let ehime: Caller;
  let specialist: Caller;
  let colleague: Caller;
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
    otherTown = await api.as(await clerk(db, MIHARA));
    specialist = await api.as(await expert(db, hiroshima, { themes: [THEME] }));
    colleague = await api.as(await expert(db, hiroshima));
  }, 60_000);
  beforeEach(() => calendar.clear());
  afterAll(() => api.close());

  async function solvedRun(): Promise<string> {
    const { requestPlanningRun: asked } = await staff.ask(REQUEST, { input: { ...period, iterations: 100 } });
    expect(asked).toMatchObject({
      status: 'QUEUED',
      seed: 1,
      iterations: 100,
      viewerActions: ['CANCEL', 'STOP'],
    });
    await calendar.solve({ id: asked.id, prefectureId: '34' }, hiroshima);
    return asked.id;
  }

  async function publishedVisits(): Promise<Record<string, any>[]> {
    await calendar.request(kure, hiroshima);
    await staff.ask(PUBLISH, { id: await solvedRun() });
    const { visits } = await specialist.ask(VISITS, {});
    return visits.edges.map(({ node }: { node: Record<string, any> }) => node);
  }

  it('walks from an order to a published visit that its specialist accepts', async () => {
    await calendar.request(kure, hiroshima);
    const id = await solvedRun();
    const { planningRun } = await staff.ask(RUN, { id });
    expect(planningRun).toMatchObject({
      status: 'PROPOSED',
      viewerActions: ['PUBLISH', 'DISCARD', 'PIN', 'MOVE'],
    });
    expect(planningRun.proposedVisits[0]).toMatchObject({
      visitNo: 1,
      supportRequest: { title: '広報LINEを見直したい' },
      municipality: { name: '呉市' },
    });
    expect((await town.ask(VISITS, {}))['visits'].totalCount).toBe(0);
    expect((await staff.ask(PUBLISH, { id }))['publishPlan']).toEqual({ version: 1, visits: 2 });
    expect(await staff.refusal(PUBLISH, { id })).toMatchObject({ code: 'INVALID_STATE' });
    const { visits } = await town.ask(VISITS, { filter: { ...period, statuses: ['PUBLISHED'] } });
    const [{ node }] = visits.edges;
    expect(node).toMatchObject({
      status: 'PUBLISHED',
      viewerActions: ['PROPOSE', 'CANCEL'],
      municipality: { name: '呉市' },
    });
    const { acceptVisit } = await specialist.ask(ACCEPT, { id: node.id });
    expect(acceptVisit).toMatchObject({ status: 'CONFIRMED', viewerActions: ['DECLINE', 'PROPOSE'] });
    expect(acceptVisit.history.map(({ toStatus }: { toStatus: string }) => toStatus)).toEqual([
      'PUBLISHED',
      'CONFIRMED',
    ]);
  });

  it('says in both languages why a visit found no place, and who could take a request', async () => {
    const request = await calendar.request(kure, hiroshima, { themeId: 'T12', visits: 1 });
    const { planningRun } = await staff.ask(RUN, { id: await solvedRun() });
    const [unplaced] = planningRun.unplacedVisits;
    expect(unplaced.reasons[0]).toMatchObject({ ruleId: 'essential-skill' });
    expect(unplaced.reasons[0].sentence.ja).toContain('必須スキル');
    const { candidateRanking } = await staff.ask(RANKING, { id: request.id });
    expect(candidateRanking.candidates).toEqual([]);
    expect(candidateRanking.excluded).toHaveLength(2);
    const named = await calendar.request(kure, hiroshima);
    const { candidateRanking: other } = await staff.ask(RANKING, { id: named.id });
    expect(other.candidates[0].parts.map(({ id }: { id: string }) => id)).toContain('skill');
    expect(await ehime.refusal(RANKING, { id: named.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a second run meanwhile, and a period that cannot be', async () => {
    const { requestPlanningRun } = await staff.ask(REQUEST, { input: period });
    expect(await staff.refusal(REQUEST, { input: period })).toEqual({
      code: 'CONFLICT',
      reason: 'planning-run.already-open',
    });
    expect((await staff.ask(CANCEL_RUN, { id: requestPlanningRun.id }))['cancelPlanningRun'].status).toBe(
      'CANCELLED',
    );
    const backwards = { input: { from: period.to, to: period.from } };
    expect(await staff.refusal(REQUEST, backwards)).toMatchObject({ code: 'BAD_INPUT' });
    const { errors } = await staff.send(REQUEST, backwards);
    expect(errors[0]?.message).toContain('「終了日」は開始日以降の日付にしてください。');
  });

  it('shows a plan to nobody outside its hub', async () => {
    await calendar.request(kure, hiroshima);
    const id = await solvedRun();
    const { planningRun } = await staff.ask(RUN, { id });
    const [visit] = planningRun.proposedVisits;
    expect(await ehime.refusal(RUN, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ehime.refusal(PUBLISH, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ehime.refusal(PIN, { id: visit.id })).toMatchObject({ code: 'NOT_FOUND' });
    for (const caller of [town, specialist])
      expect(await caller.refusal(RUN, { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await staff.ask(PIN, { id: visit.id }))['pinProposedVisit'].pinned).toBe(true);
  });

  it('shows a visit to its hub, its town and its specialist, and lets each do what is theirs', async () => {
    const [visit] = await publishedVisits();
    const id = visit?.['id'];
    for (const caller of [otherTown, ehime, colleague])
      expect((await caller.ask(VISITS, {}))['visits'].totalCount).toBe(0);
    for (const caller of [ehime, colleague])
      expect(await caller.refusal(COMPLETE, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await colleague.refusal(ACCEPT, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await specialist.refusal(COMPLETE, { id })).toEqual({
      code: 'INVALID_STATE',
      reason: 'visit.not-over',
    });
    expect(await specialist.refusal(CANCEL, { id, reason: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await otherTown.refusal(CANCEL, { id, reason: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await specialist.refusal(DECLINE, { id, reason: ' ' })).toMatchObject({ code: 'BAD_INPUT' });
    const { cancelVisit } = await staff.ask(CANCEL, { id, reason: '議会の日程変更' });
    expect(cancelVisit).toMatchObject({ status: 'CANCELLED', cancelSide: 'TOWN' });
    expect(cancelVisit.viewerActions).not.toContain('CANCEL');
    expect(cancelVisit.history.at(-1)).toMatchObject({ reason: '議会の日程変更' });
    expect(await specialist.refusal(ACCEPT, { id })).toMatchObject({ code: 'INVALID_STATE' });
  });

  it('finds another day for a visit: proposed, seen without its reason, judged, accepted or refused', async () => {
    // The last one: between two visits there may be room for one other half-day only.
    const visit = (await publishedVisits()).at(-1);
    const id = visit?.['id'];
    const { visitOpenSlots: slots } = await specialist.ask(OPEN_SLOTS, { id });
    expect(slots[0].effects.travelMinutes).toBeGreaterThanOrEqual(0);
    const { visitOpenSlots: forTown } = await town.ask(OPEN_SLOTS, { id });
    expect(forTown[0]).toMatchObject({
      slot: slots[0].slot,
      effects: { travelMinutes: null, daysLeft: null },
    });
    expect(await colleague.refusal(OPEN_SLOTS, { id })).toMatchObject({ code: 'NOT_FOUND' });
    const wish = { visitId: id, startsAt: [slots[0].slot.startsAt, slots[1].slot.startsAt], note: '通院' };
    const { proposeOtherDay } = await specialist.ask(PROPOSE, { wish });
    expect(proposeOtherDay).toMatchObject({ status: 'OPEN', note: '通院', viewerActions: ['WITHDRAW'] });
    expect(await specialist.refusal(PROPOSE, { wish })).toMatchObject({
      code: 'CONFLICT',
      reason: 'visit-proposal.already-open',
    });
    const { visit: seen } = await town.ask(
      `query($id: ID!) { visit(id: $id) { proposals { ${PROPOSAL} } } }`,
      { id },
    );
    expect(seen.proposals).toMatchObject([{ id: proposeOtherDay.id, note: null, viewerActions: [] }]);
    expect(await town.refusal(OPEN_PROPOSALS)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ehime.ask(OPEN_PROPOSALS))['openVisitProposals'].totalCount).toBe(0);
    const { openVisitProposals: open } = await staff.ask(OPEN_PROPOSALS);
    expect(open.edges[0].node).toMatchObject({ note: '通院', visit: { id } });
    const { judgedProposal } = await staff.ask(JUDGED, { id: proposeOtherDay.id });
    expect(judgedProposal[1].open.slot).toEqual(slots[1].slot);
    const { acceptVisitProposal } = await staff.ask(ACCEPT_DAY, { id: proposeOtherDay.id });
    expect(acceptVisitProposal).toMatchObject({
      status: 'ACCEPTED',
      visit: { status: 'CONFIRMED', startsAt: slots[1].slot.startsAt },
    });
    const wished = [{ date: workingDayIn(40), half: 'AM' }];
    const { askOtherDay } = await town.ask(ASK, { wish: { visitId: id, wished, note: '議会' } });
    const { refuseVisitProposal } = await staff.ask(
      `mutation($id: ID!) { refuseVisitProposal(id: $id, reason: "県の行事") { ${PROPOSAL} } }`,
      { id: askOtherDay.id },
    );
    expect(refuseVisitProposal).toMatchObject({ status: 'REFUSED', reason: '県の行事', viewerActions: [] });
    await specialist.ask(DECLINE, { id, reason: '別の公務' });
    const KIND = 'query($id: ID!) { visit(id: $id) { declineKind } }';
    expect((await staff.ask(KIND, { id }))['visit'].declineKind).toBe('OTHER');
    expect((await town.ask(KIND, { id }))['visit'].declineKind).toBeNull();
  });

  it('asks the database as often for many rows as for few', async () => {
    for (let i = 0; i < 6; i++) await calendar.request(kure, hiroshima, { mode: 'ONLINE', visits: 3 });
    await calendar.request(kure, hiroshima, { themeId: 'T12', visits: 4 });
    await solvedRun();
    await solvedRun();
    await staff.ask(PUBLISH, { id: await solvedRun() });
    for (const [query, many] of [
      [RUNS, 50],
      [VISITS, 100],
    ] as const) {
      const one = await countingStatements(() => staff.ask(query, { first: 1 }));
      const all = await countingStatements(() => staff.ask(query, { first: many }));
      expect(all.count).toBeLessThanOrEqual(one.count);
    }
    const { planningRuns } = await staff.ask(RUNS, { first: 50 });
    expect(planningRuns.edges).toHaveLength(3);
    const { visits } = await staff.ask(VISITS, { first: 100 });
    expect(visits.edges).toHaveLength(18);
  });
});
