import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { RequestFormService } from '@banso/support';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import type { Visit } from '../visit.entity.js';
import { type DispatchPaper, DispatchPaperService } from './dispatch-paper.service.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let otherTown: MunicipalityStaff;
let specialist: SpecialistUser;
let colleague: SpecialistUser;
let visits: Visit[];
/** As the pool knows the specialist. */
let poolName: string;
let papers: DispatchPaperService;
let forms: RequestFormService;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  const { db } = database;
  const calendar = new Calendar(db, clock);
  papers = new DispatchPaperService(db, clock);
  forms = new RequestFormService(db);
  staff = await hub(db);
  ehime = await hub(db, '38');
  town = await clerk(db);
  otherTown = await clerk(db, MIHARA);
  specialist = await expert(db, staff, { themes: [THEME] });
  colleague = await expert(db, staff);
  const [row] = await database.dataSource.query<{ name: string }[]>(
    'SELECT name FROM specialist WHERE id = $1',
    [specialist.specialistId],
  );
  poolName = String(row?.name).replaceAll(/\s/g, '');
  await calendar.request(town, staff);
  visits = [...(await calendar.publish(staff))];
});
afterAll(() => database.drop());

/** As other software reads it, without the spaces of the layout. */
async function textOf({ pdf }: DispatchPaper): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s/g, '');
}
const requestId = () => String(visits[0]?.supportRequestId);
const exports = async (): Promise<number> => {
  const [row] = await database.dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT'`,
  );
  return row?.n ?? 0;
};

describe('the application', () => {
  it('says in Japanese what was asked for, with the number, and is the same file again', async () => {
    const file = await forms.make(town, requestId());
    const text = await textOf(file);
    expect(file.name).toMatch(/^R8-\d{4}-派遣申請書\.pdf$/);
    for (const said of ['専門人材派遣申請書', '広島県御中', '呉市', '広報LINEを見直したい', '令和8年12月1日'])
      expect(text).toContain(said);
    expect(text).not.toContain('決裁欄');
    expect((await forms.make(staff, requestId())).pdf).toEqual(file.pdf);
  });

  it('is for the town and its hub', async () => {
    await expect(forms.make(otherTown, requestId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(forms.make(ehime, requestId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(forms.make(specialist, requestId())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has room for seals before it is sent', async () => {
    const draft = await new Calendar(database.db, clock).draft(town);
    const text = await textOf(await forms.make(town, draft.id));
    expect(text).toContain('専門人材派遣申請書（案）');
    expect(text).toContain('決裁欄');
    await expect(papers.decision(town, draft.id)).rejects.toThrow('request.not-decided');
  });
});

describe('the notice of decision', () => {
  it('names who comes and the days that are fixed, for all three', async () => {
    const before = await exports();
    for (const actor of [staff, town, specialist]) {
      const text = await textOf(await papers.decision(actor, requestId()));
      for (const said of ['専門人材派遣決定通知書', '呉市御中', poolName, '2回、1回120分', '返信待ち'])
        expect(text).toContain(said);
    }
    expect(await exports()).toBe(before + 3);
  });

  it('is nobody else’s', async () => {
    for (const actor of [otherTown, ehime, colleague])
      await expect(papers.decision(actor, requestId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the plan of a month', () => {
  const december = (actor: Parameters<DispatchPaperService['plan']>[0], order?: string) =>
    papers.plan(actor, { month: '2026-12-24', order }).then(textOf);

  it('holds the visits that the reader sees, by person or by town', async () => {
    const ofHub = await december(staff);
    expect(ofHub).toContain('訪問予定表（令和8年12月）');
    expect(ofHub).toContain(`${poolName}（2回）`);
    expect(ofHub).toContain('移動（行き・帰り）');
    expect(await december(staff, 'TOWN')).toContain('呉市（2回）');
    const ofTown = await december(town);
    expect(ofTown).toContain('広報LINE');
    expect(ofTown).not.toContain('移動（行き・帰り）');
    for (const actor of [otherTown, ehime, colleague]) {
      const text = await december(actor);
      expect(text).toContain('この月に公開された訪問はありません。');
      expect(text).not.toContain('広報LINE');
    }
  });

  it('refuses a month outside of time in words', async () => {
    for (const month of ['1999-12-31', '2100-01-01', '9999-12-01', 'x'])
      await expect(papers.plan(staff, { month })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(papers.plan(staff, { month: '2026-12-01', order: 'MOON' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
