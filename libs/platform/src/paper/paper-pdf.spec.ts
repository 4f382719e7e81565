import { beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Paper } from './paper.js';
import { paperPdf } from './paper-pdf.js';

const NAMES = '髙﨑德瀨①㈱𠮷';

const paper: Paper = {
  title: '派遣に関する協定書',
  corner: ['K8-0001', '令和8年10月1日'],
  parts: [
    {
      kind: 'text',
      text: `${NAMES}と長井市は、次のとおり協定を締結する。\n\t${NAMES}abcdefghijklmnopqrstuvwxyz0123456789`,
    },
    { kind: 'heading', text: '条項' },
    { kind: 'article', no: 1, heading: '目的', body: '甲及び乙は、デジタル化を共に進める。' },
    { kind: 'facts', rows: [['期間', '令和8年10月1日から令和10年9月30日まで']] },
    {
      kind: 'table',
      columns: [{ head: '費目' }, { head: '金額', align: 'right', width: 90 }],
      rows: [...Array.from({ length: 60 }, (_, i) => [`旅費${i + 1}`, '1,000円']), ['合計', '60,000円']],
      sums: 1,
    },
    { kind: 'signatures', blocks: [{ role: '甲', lines: ['山形県長井市', '市長　髙橋 德一'] }] },
  ],
};

/** Read by other software than the one that wrote it. */
describe('a paper as PDF', () => {
  let file: Buffer;
  let pages: string[];
  beforeAll(async () => {
    file = await paperPdf(paper);
    pages = (await extractText(await getDocumentProxy(new Uint8Array(file)))).text;
  });

  it('holds every text, with the characters of names, to be selected and searched', () => {
    const text = pages.join('').replaceAll(/\s/g, '');
    for (const said of [
      '派遣に関する協定書',
      'K8-0001令和8年10月1日',
      `${NAMES}と長井市は、次のとおり協定を締結する。`,
      `${NAMES}abcdefghijklmnopqrstuvwxyz0123456789`,
      '（目的）第1条甲及び乙は、デジタル化を共に進める。',
      '期間令和8年10月1日から令和10年9月30日まで',
      '旅費601,000円合計60,000円',
      '甲山形県長井市市長髙橋德一印',
    ])
      expect(text).toContain(said);
  });

  it('keeps a short table with its heading, and loses no row of any', async () => {
    const rows = (group: number, count: number) =>
      Array.from({ length: count }, (_, i) => [`行${group}-${i}。`, '長い件名'.repeat(i % 3 === 0 ? 30 : 2)]);
    const groups = Array.from({ length: 40 }, (_, group) => rows(group, 1 + (group % 9)));
    const parts = groups.flatMap((group, i) => [
      { kind: 'heading' as const, text: `見出し${i}。` },
      { kind: 'table' as const, columns: [{ head: '行' }, { head: '件名', width: 60 }], rows: group },
    ]);
    const long = await paperPdf({ title: '一覧', landscape: true, parts });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(long)), { mergePages: true });
    const said = text.replaceAll(/\s/g, '');
    for (const [name] of groups.flat()) expect(said).toContain(name);
  });

  it('is the same file whenever it is made', async () => {
    expect(await paperPdf(paper)).toEqual(file);
  });

  it('numbers its pages and repeats the head of a table', () => {
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`${i + 1} / ${pages.length}`);
      if (page.includes('旅費')) expect(page).toMatch(/費目\s*金額/);
    }
  });

  it('carries its fonts, and only the characters that it uses', () => {
    const raw = file.toString('latin1');
    const described = raw.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(described).toHaveLength(2);
    expect(raw.match(/\/FontFile[23] \d+ 0 R/g)).toHaveLength(described.length);
    expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansJP/);
    expect(file.length).toBeLessThan(200_000);
  });
});
