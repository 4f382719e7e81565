import { describe, expect, it } from '@jest/globals';
import {
  cameThrough,
  colleague,
  drafted,
  ehime,
  history,
  inSupport,
  intake,
  offering,
  openCase,
  otherTown,
  read,
  selecting,
  shortlisted,
  she,
  staff,
  submitted,
  town,
  triage,
} from '../test/case.js';
import type { SupportRequest } from './support-request.entity.js';

openCase();

const VERBS: Record<
  string,
  { act: (actor: typeof staff | typeof town, id: string) => Promise<SupportRequest>; to: string }
> = {
  beginTriage: { act: (actor, id) => triage.beginTriage(actor, id), to: 'IN_TRIAGE' },
  classify: { act: (actor, id) => triage.classify(actor, id, 'T02'), to: 'AWAITING_INTAKE' },
  accept: { act: (actor, id) => triage.accept(actor, id), to: 'SELECTING' },
  askTown: { act: (actor, id) => triage.askTown(actor, id, 'QUESTION', '端末は何台ですか'), to: 'IN_TRIAGE' },
  advise: { act: (actor, id) => triage.advise(actor, id, 'まず窓口を体験してください'), to: 'ADVISED' },
  refer: { act: (actor, id) => triage.refer(actor, id, '国の派遣制度に申し込めます'), to: 'REFERRED' },
  notAdopt: { act: (actor, id) => triage.notAdopt(actor, id, '対象外のため'), to: 'NOT_ADOPTED' },
};

describe.each(Object.entries(VERBS))('%s', (name, { act, to }) => {
  it('is the hub’s', async () => {
    const { id } = await submitted();
    expect((await act(colleague, id)).status).toBe(to);
    expect((await read(town, id)).status).toBe(to);
    if (name !== 'classify')
      expect((await history(id)).at(-1)).toMatchObject({ toStatus: to, actorName: colleague.name });
  });

  it('is refused to the town, and does not exist for others', async () => {
    const { id } = await submitted();
    await expect(act(town, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const stranger of [otherTown, ehime])
      await expect(act(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await read(town, id)).toMatchObject({ status: 'AWAITING_INTAKE', themeId: 'T01' });
  });

  it('does not reach a draft', async () => {
    const { id } = await drafted();
    await expect(act(staff, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not done to a case under way', async () => {
    const { id } = await inSupport();
    await expect(act(staff, id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});

it('two of the hub decide at once: one decision holds', async () => {
  const { id } = await submitted();
  expect(
    await cameThrough([
      triage.accept(staff, id),
      triage.advise(colleague, id, '助言'),
      triage.notAdopt(colleague, id, '対象外'),
      triage.refer(staff, id, '国の制度'),
    ]),
    // Not adopting is still possible after accepting; everything else excludes the rest.
  ).toBeLessThanOrEqual(2);
  const lines = await history(id);
  for (const [i, event] of lines.entries()) expect(event.fromStatus).toBe(lines[i - 1]?.toStatus ?? null);
});

it('an entrusted request goes straight to the planner, with every step in order', async () => {
  const { id } = await submitted({ entrustSelection: true });
  expect((await triage.accept(staff, id)).status).toBe('SCHEDULING');
  expect((await history(id)).map((event) => event.toStatus)).toEqual([
    'DRAFT',
    'AWAITING_INTAKE',
    'IN_TRIAGE',
    'SELECTING',
    'SCHEDULING',
  ]);
});

it('a request on its way to a specialist is not accepted a second time', async () => {
  for (const request of [await selecting(), await shortlisted([she]), await offering([she])]) {
    await expect(triage.accept(staff, request.id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    expect((await read(staff, request.id)).status).toBe(request.status);
  }
});

it('the theme is named while the choice is still open, and must exist', async () => {
  const { id } = await submitted({ themeId: null });
  expect((await triage.classify(staff, id, 'T18')).themeId).toBe('T18');
  await expect(triage.classify(staff, id, 'T99')).rejects.toMatchObject({
    details: { faults: [{ path: 'themeId', rule: 'unknown' }] },
  });
  const offered = await offering([she]);
  await expect(triage.classify(staff, offered.id, 'T18')).rejects.toMatchObject({ code: 'INVALID_STATE' });
});

it('an answer without words is refused by its name', async () => {
  const { id } = await submitted();
  for (const [attempt, path] of [
    [() => triage.advise(staff, id, ' '), 'advice'],
    [() => triage.refer(staff, id, ''), 'reason'],
    [() => triage.notAdopt(staff, id, ''), 'reason'],
  ] as const)
    await expect(attempt()).rejects.toMatchObject({ details: { faults: [{ path, rule: 'required' }] } });
});

it('keeps what was advised, and where the town was sent', async () => {
  const advised = await submitted();
  await triage.advise(staff, advised.id, '体験から始めてください');
  expect(await read(town, advised.id)).toMatchObject({ outcome: '体験から始めてください' });
  const referred = await submitted();
  await triage.refer(staff, referred.id, '国の派遣制度');
  expect(await read(town, referred.id)).toMatchObject({ outcome: '国の派遣制度' });
});

describe('a question to the town', () => {
  it('waits with the hub until the town has said its word, and is written down', async () => {
    const { id } = await submitted();
    expect(await triage.askTown(staff, id, 'QUESTION', '端末は何台ですか')).toMatchObject({
      status: 'IN_TRIAGE',
      asked: 'QUESTION',
    });
    await expect(triage.askTown(colleague, id, 'QUESTION', 'もう一度')).rejects.toMatchObject({
      reason: 'request.asked-already',
    });
    for (const [stranger, code] of [
      [staff, 'FORBIDDEN'],
      [otherTown, 'NOT_FOUND'],
      [ehime, 'NOT_FOUND'],
    ] as const)
      await expect(intake.answerHub(stranger, id, true, '30台')).rejects.toMatchObject({ code });
    const before = await read(town, id);
    const answered = await intake.answerHub(town, id, false, '30台です');
    expect(answered).toMatchObject({ asked: null, mode: before.mode, visits: before.visits });
    expect((await history(id)).slice(-2).map(({ reason }) => reason)).toEqual([
      '端末は何台ですか',
      '30台です',
    ]);
    await expect(intake.answerHub(town, id, true, 'x')).rejects.toMatchObject({
      reason: 'request.nothing-asked',
    });
    for (const attempt of [
      () => triage.askTown(staff, id, 'QUESTION', ' '),
      () => intake.answerHub(town, id, true, ' '),
    ])
      await expect(attempt()).rejects.toMatchObject({ details: { faults: [{ path: 'words' }] } });
  });

  it('makes of the request a talk of half an hour where the town agrees to one first, and only then', async () => {
    const [yes, no] = [await submitted({ visits: 3 }), await submitted({ visits: 3 })];
    for (const { id } of [yes, no]) await triage.askTown(staff, id, 'ONLINE_FIRST', 'まずお話ししませんか');
    expect(await intake.answerHub(town, yes.id, true, 'お願いします')).toMatchObject({
      mode: 'ONLINE',
      visits: 1,
      visitMinutes: 30,
    });
    expect(await intake.answerHub(town, no.id, false, '来てください')).toMatchObject({ visits: 3 });
    expect((await triage.accept(staff, yes.id)).status).toBe('SELECTING');
  });

  it('is over when the hub decides without the word', async () => {
    const { id } = await submitted();
    await triage.askTown(staff, id, 'QUESTION', '端末は何台ですか');
    expect(await triage.accept(staff, id)).toMatchObject({ status: 'SELECTING', asked: null });
    await expect(triage.askTown(staff, id, 'QUESTION', 'x')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('is put and answered once, however many do it at once', async () => {
    const { id } = await submitted();
    const ask = () => triage.askTown(staff, id, 'QUESTION', '端末は何台ですか');
    expect(await cameThrough([ask(), ask()])).toBe(1);
    const answer = () => intake.answerHub(town, id, true, '30台です');
    expect(await cameThrough([answer(), answer()])).toBe(1);
  });
});
