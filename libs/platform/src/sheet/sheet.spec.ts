import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import readXlsxFile, { readSheet as readXlsxPage } from 'read-excel-file/node';
import { readSheet, type Sheet, SHEET_LIMITS, sheetFile, xlsxOf } from './index.js';

const NAMES = '髙﨑德瀨①㈱𠮷';

const sheet: Sheet = {
  name: '申請',
  columns: [
    { head: '団体コード', kind: 'text' },
    { head: '団体', kind: 'text', choices: ['長井市', '酒田市'], hint: '一覧から選ぶ' },
    { head: '回数', kind: 'number' },
    { head: '期限', kind: 'date' },
    { head: '登録', kind: 'moment' },
  ],
  rows: [
    ['062090', '=1+1', 3, '2026-11-20', '2026-11-20T00:30:00.000Z'],
    ['@code', `${NAMES}\n二行目, "引用"`, -1, null, null],
  ],
};

/** A workbook as somebody else's software makes it. */
async function workbook(fill: (page: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名簿'));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A packed file by hand: its table may say what it likes. */
function zipOf(parts: Readonly<Record<string, Buffer>>, method = 8): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = method === 8 ? deflateRawSync(content) : content;
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(local, bytes);
    entries.push(entry);
    at += local.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...entries, end]);
}

const refusal = (bytes: Buffer) =>
  readSheet(bytes).then(
    () => 'read',
    (error: { reason?: string }) => error.reason ?? 'bug',
  );
const texts = (table: Awaited<ReturnType<typeof readSheet>>) =>
  table.rows.map(({ cells }) => cells.map(({ text }) => text));

describe('a workbook of ours', () => {
  it('is read by other software: text stays text, days are days, nothing is reckoned', async () => {
    const { bytes } = await sheetFile(sheet, 'XLSX');
    const rows = await readXlsxPage(bytes);
    expect(rows[0]).toEqual(['団体コード', '団体', '回数', '期限', '登録']);
    expect(rows[1]?.slice(0, 3)).toEqual(['062090', '=1+1', 3]);
    // Moments are fractions of a day in a workbook.
    const moments = rows[1]
      ?.slice(3)
      .map((value) => (value instanceof Date ? Math.round(value.getTime() / 1000) : value));
    expect(moments).toEqual(
      ['2026-11-20T00:00:00Z', '2026-11-20T09:30:00Z'].map((at) => Date.parse(at) / 1000),
    );
    expect(rows[2]?.slice(0, 3)).toEqual(['@code', `${NAMES}\n二行目, "引用"`, -1]);
  });

  it('is the same file whenever it is written', async () => {
    const first = await xlsxOf({ sheets: [sheet] });
    // A zip tells moments of two seconds apart.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await xlsxOf({ sheets: [sheet] })).equals(first)).toBe(true);
  });

  it('holds its head, filters, has dropdowns, keeps a page of words and its key', async () => {
    const bytes = await xlsxOf({
      sheets: [sheet],
      notes: { name: '説明', lines: ['=はじめに'] },
      key: 'banso:x',
      blankRows: 5,
    });
    expect(await readXlsxFile(bytes)).toHaveLength(3);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const page = book.getWorksheet('申請');
    expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(page?.autoFilter).toBe('A1:E3');
    expect(page?.getCell('B8').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['choices!$A$1:$A$2'],
    });
    expect(page?.getCell('A8').numFmt).toBe('@');
    expect(book.getWorksheet('choices')?.state).toBe('veryHidden');
    const read = await readSheet(bytes);
    expect(read).toMatchObject({ encoding: 'XLSX', key: 'banso:x' });
    expect(texts(read)[0]).toEqual(['062090', '=1+1', '3', '2026-11-20', '2026-11-20T09:30']);
  });
});

describe('a text file of ours', () => {
  it('has the mark of UTF-8, escapes formulas and nothing else', async () => {
    const { bytes, characters } = await sheetFile(sheet, 'CSV');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(characters).toEqual([]);
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows[1]).toEqual(['062090', "'=1+1", '3', '2026-11-20', '2026-11-20 09:30']);
    expect(rows[2]).toEqual(["'@code", `${NAMES}\n二行目, "引用"`, '-1', '', '']);
  });

  it('tells which characters Windows does not have, or writes with another', async () => {
    const odd = { ...sheet, columns: sheet.columns.slice(0, 2), rows: [['9〜17時', '−5 𠮷 ｶﾅ 髙﨑①㈱']] };
    const { bytes, characters } = await sheetFile(odd, 'CSV_CP932');
    expect(characters).toEqual([
      { row: 2, head: '団体コード', character: '〜', written: '～' },
      { row: 2, head: '団体', character: '−', written: '－' },
      { row: 2, head: '団体', character: '𠮷', written: null },
    ]);
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    expect(parse(text)).toEqual([
      ['団体コード', '団体'],
      ['9～17時', '－5 〓 ｶﾅ 髙﨑①㈱'],
    ]);
    // As Windows writes them: NEC row 13 and IBM's extension, never NEC's copy.
    expect(bytes.includes(Buffer.from([0xfb, 0xfc]))).toBe(true);
  });
});

describe('what somebody brings', () => {
  it('is a workbook: readings of names stay out, days of any calendar are days, figures are as typed', async () => {
    const bytes = await workbook((page) => {
      page.addRow(['氏名', '開始', '番号', '式', 'リンク']);
      const row = page.addRow([null, new Date('2026-11-20T00:00:00Z'), 62090, null, null]);
      row.getCell(1).value = { richText: [{ text: '髙﨑' }, { text: '𠮷' }] };
      row.getCell(2).numFmt = '[$-411]ggge"年"m"月"d"日"';
      row.getCell(4).value = { formula: 'C2*2', result: 124180 };
      row.getCell(5).value = { text: '窓口', hyperlink: 'mailto:a@example.jp' };
      page.addRow([]);
      page.addRow(['２行目', null, 1.5, { error: '#REF!' }, true]);
    });
    const read = await readSheet(bytes);
    expect(read.rows.map(({ no }) => no)).toEqual([2, 4]);
    expect(texts(read)).toEqual([
      ['髙﨑𠮷', '2026-11-20', '62090', '124180', '窓口'],
      ['２行目', '', '1.5', '#REF!', 'TRUE'],
    ]);
    expect(read.rows[0]?.cells.map(({ kind }) => kind)).toEqual(['TEXT', 'DATE', 'NUMBER', 'NUMBER', 'TEXT']);
    expect(read.rows[1]?.cells[3]?.kind).toBe('ERROR');
  });

  it('leaves the reading of shared strings out of the value', async () => {
    const rest = await workbook((page) => page.addRow(['氏名', '部署']));
    const parts = await unpacked(rest);
    parts['xl/sharedStrings.xml'] = Buffer.from(
      `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3">
       <si><t>氏名</t></si><si><t>部署</t></si>
       <si><t>高橋</t><rPh sb="0" eb="2"><t>タカハシ</t></rPh><phoneticPr fontId="1"/></si></sst>`,
    );
    const page = parts['xl/worksheets/sheet1.xml']?.toString() ?? '';
    parts['xl/worksheets/sheet1.xml'] = Buffer.from(
      page.replace('</sheetData>', '<row r="2"><c r="A2" t="s"><v>2</v></c></row></sheetData>'),
    );
    expect(texts(await readSheet(zipOf(parts)))).toEqual([['高橋', '']]);
  });

  it.each([
    ['UTF8', Buffer.from('\uFEFF氏名,備考\r\n髙﨑,"二行\nの, ""話"""\r\n')],
    ['UTF8', Buffer.from('氏名;備考\n髙﨑;"二行\nの, ""話"""')],
    ['UTF16', Buffer.from('\uFEFF氏名\t備考\n髙﨑\t"二行\nの, ""話"""', 'utf16le')],
  ])('is a text in %s with quotes', async (encoding, bytes) => {
    const read = await readSheet(bytes);
    expect(read.encoding).toBe(encoding);
    expect(texts(read)).toEqual([['髙﨑', '二行\nの, "話"']]);
  });

  it('is a text in the character set of Windows, half-width kana and all', async () => {
    const line = { ...sheet, columns: sheet.columns.slice(0, 2), rows: [['62090', '（株）ｱｿ髙﨑']] };
    const { bytes } = await sheetFile(line, 'CSV_CP932');
    const read = await readSheet(bytes);
    expect([read.encoding, texts(read)]).toEqual(['CP932', [['62090', '（株）ｱｿ髙﨑']]]);
  });

  it.each<[string, Buffer]>([
    ['sheet.empty', Buffer.alloc(0)],
    ['sheet.empty', Buffer.from('\n\n')],
    ['sheet.no-rows', Buffer.from('氏名,備考\n')],
    ['sheet.too-large', Buffer.alloc(SHEET_LIMITS.bytes + 1, 'a')],
    ['sheet.old-excel', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])],
    [
      'sheet.password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['sheet.broken', Buffer.from('PK\u0003\u0004 nothing')],
    ['sheet.no-workbook', zipOf({ 'word/document.xml': Buffer.from('<x/>') })],
    [
      'sheet.macros',
      zipOf({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/vbaProject.bin': Buffer.from('x') }),
    ],
    ['sheet.broken', zipOf({ 'xl/workbook.xml': Buffer.from('no xml') })],
    [
      'sheet.too-much-inside',
      zipOf({ 'xl/workbook.xml': Buffer.alloc(SHEET_LIMITS.unpackedBytes + 1, 'a') }),
    ],
    ['sheet.no-table', Buffer.from('a\0b\n')],
    ['sheet.csv-broken', Buffer.from('氏名,備考\n"a,b\n')],
    ['sheet.unknown-encoding', Buffer.from([0x41, 0x0a, 0xff, 0x80, 0x81])],
    ['sheet.too-many-rows', Buffer.from(`a\n${'b\n'.repeat(SHEET_LIMITS.rows + 1)}`)],
    ['sheet.too-many-columns', Buffer.from(`${'a,'.repeat(SHEET_LIMITS.columns)}a\nb\n`)],
    ['sheet.cell-too-long', Buffer.from(`a\n${'b'.repeat(SHEET_LIMITS.cellCharacters + 1)}\n`)],
  ])('is refused in words: %s', async (reason, bytes) => {
    expect(await refusal(bytes)).toBe(reason);
  });
});

/** The parts of a workbook, unpacked by the library that wrote it. */
async function unpacked(bytes: Buffer): Promise<Record<string, Buffer>> {
  const { inflateRawSync } = await import('node:zlib');
  const parts: Record<string, Buffer> = {};
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
    const key = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    parts[key] = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}
