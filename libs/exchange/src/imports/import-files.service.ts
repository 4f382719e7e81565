import { getMunicipality } from '@banso/directory';
import { type Actor, badInput, type Clock, DomainError, permit } from '@banso/kernel';
import { Db, type Sheet, type SheetColumn, writeReading, xlsxOf } from '@banso/platform';
import type { Locale } from '../words.js';
import type { Finding } from './finding.js';
import type { ImportColumn } from './import-column.js';
import { type ImportKind, workOf } from './import-kinds.js';
import { learn } from './known.js';
import { isAct } from './act-kinds.js';
import { kitKey } from './offline-kit.js';
import { may } from './table-import.policy.js';
import { getTableImport, rowsOf } from './table-import.queries.js';

/** Rows of a template that have dropdowns. */
const BLANK_ROWS = 200;

export interface ImportFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const NAMES: Readonly<Record<ImportKind, Readonly<Record<Locale, string>>>> = {
  SPECIALISTS: { ja: '専門人材の名簿', en: 'specialists' },
  SKILLS: { ja: 'スキル', en: 'skills' },
  SUPPORT_REQUESTS: { ja: '依頼', en: 'requests' },
  DAYS_OFF: { ja: '休み', en: 'days-off' },
  DATE_ANSWERS: { ja: '日程照会への回答', en: 'date-answers' },
  REPORT_CONFIRMATIONS: { ja: '訪問報告の確認', en: 'report-confirmations' },
};

const SAID = {
  ja: {
    notes: '説明',
    example: '記入例',
    needed: '（必須）',
    fault: 'エラー',
    row: '元の行',
    lines: [
      '1枚目の表に、1行に1件ずつ書いてください。見出しの行は消さないでください。',
      '一覧から選べる欄は、▼を押すと選べます。',
      '団体コードは文字として入力します（例：062090）。先頭の0が消えた5桁も読み取れます。',
      '日付は 2026-11-20、2026/11/20、R8.11.20、令和8年11月20日 のどれでも読み取れます。',
      '送る前に、読み取った結果を画面で1件ずつ確かめられます。勝手に直して取り込むことはありません。',
    ],
    act: [
      '1行ずつ、色の付いた見出しの右側の欄に答えてください。答えない行は空けておけば、そのまま残ります。',
      '「照合」の列は変えないでください。行の並べ替えは、表全体で行ってください。',
      'このブックを作った後に変わった行は取り込まず、その行に理由を示します。ほかの行は取り込みます。',
      '回答・確認は、取り込むと相手に届きます。取り込んだ後に元に戻すことはできません。',
    ],
    kit: (town: string) => `このブックは${town}のためのものです。ほかの市町村の分は書けません。`,
  },
  en: {
    notes: 'Notes',
    example: 'Example',
    needed: ' (needed)',
    fault: 'Fault',
    row: 'Row of the file',
    lines: [
      'One row for each record on the first page. Keep the row with the names of the columns.',
      'Where there is a list, press ▼ to choose.',
      'Codes of municipalities are text (062090). Five digits are read where the leading zero was lost.',
      'Days may be written 2026-11-20, 2026/11/20, R8.11.20 or 令和8年11月20日.',
      'Before anything is taken in, you see on the screen how each cell is read. Nothing is changed unseen.',
    ],
    act: [
      'Answer row by row in the columns on the right. Rows left empty stay open.',
      'Leave the column “Reference” as it is, and sort nothing but the whole table.',
      'A row whose record has changed since the workbook was made is refused with the reason; the others are taken in.',
      'Once taken in, an answer reaches whoever asked. It cannot be undone.',
    ],
    kit: (town: string) => `This workbook is for ${town}, and for no other.`,
  },
} as const;

interface TemplateWish {
  readonly kind: ImportKind;
  readonly locale: Locale;
  /** From the hub: the book of this town, to be filled in without a connection. */
  readonly municipalityId?: string | null;
}

/** Files around an import: the empty table, and the rows that were not taken in. */
export class ImportFilesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The table to fill in. A town's own is also its book for the closed network: it comes back by whatever way. */
  async template(actor: Actor, { kind, locale, municipalityId }: TemplateWish): Promise<ImportFile> {
    permit(may.bring(actor, kind));
    if (isAct(kind)) return this.openBook(actor, { kind, locale, municipalityId });
    // Of the other tables there is no book for one town.
    if (municipalityId && kind !== 'SUPPORT_REQUESTS')
      throw badInput({ path: 'municipalityId', rule: 'invalid' });
    const said = SAID[locale];
    const { columns, town } = await this.db.read(actor, async (tx) => {
      const { columns: all } = workOf(kind, await learn(tx, actor, this.clock));
      const townId = actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : (municipalityId ?? null);
      if (townId === null || kind !== 'SUPPORT_REQUESTS') return { columns: all, town: null };
      const found = await getMunicipality(tx, townId);
      if (found.prefectureId !== actor.prefectureId)
        throw badInput({ path: 'municipalityId', rule: 'town-of-prefecture', facts: { code: townId } });
      return { columns: all.filter(({ name }) => name !== 'municipalityId'), town: found };
    });
    const name = NAMES[kind][locale];
    const hints = columns.map((column) => {
      const needed = column.needed ? said.needed : '';
      return `${column.head[locale]}${needed}${column.hint ? `：${column.hint[locale]}` : ''}`;
    });
    const townName = town && (locale === 'en' ? town.nameEn : town.name);
    const bytes = await xlsxOf({
      sheets: [
        { name, columns: columns.map((column) => columnOf(column, locale)), rows: [] },
        exampleOf(columns, { locale, name: said.example }),
      ],
      notes: {
        name: said.notes,
        lines: [...(townName ? [said.kit(townName)] : []), ...said.lines, '', ...hints],
      },
      blankRows: BLANK_ROWS,
      ...(town && { key: kitKey({ kind, municipalityId: town.id }) }),
    });
    return { name: `${name}${townName ? `-${townName}` : ''}.xlsx`, bytes };
  }

  /** What waits for the answer of a town: a row each, bound to its record. That it was taken is logged. */
  private async openBook(actor: Actor, { kind, locale, municipalityId }: TemplateWish): Promise<ImportFile> {
    const said = SAID[locale];
    const townId = actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : municipalityId;
    if (!townId) throw badInput({ path: 'municipalityId', rule: 'required' });
    const { columns, town, rows } = await this.db.write(actor, async (tx) => {
      const found = await getMunicipality(tx, townId);
      if (found.prefectureId !== actor.prefectureId)
        throw badInput({ path: 'municipalityId', rule: 'town-of-prefecture', facts: { code: townId } });
      const work = workOf(kind, await learn(tx, actor, this.clock));
      const open = (await work.open?.(townId, locale)) ?? { rows: [], records: [] };
      if (open.rows.length === 0) throw new DomainError('INVALID_STATE', 'kit.nothing-open');
      await writeReading(tx, 'EXPORT', open.records);
      return { columns: work.columns, town: found, rows: open.rows };
    });
    const name = NAMES[kind][locale];
    const townName = locale === 'en' ? town.nameEn : town.name;
    const hints = columns.flatMap(({ head, hint }) => (hint ? [`${head[locale]}：${hint[locale]}`] : []));
    const bytes = await xlsxOf({
      sheets: [
        {
          name,
          columns: columns.map((column) => columnOf(column, locale)),
          rows: rows.map((row) => columns.map((column) => row[column.name] ?? null)),
        },
      ],
      notes: { name: said.notes, lines: [said.kit(townName), ...said.act, '', ...hints] },
      key: kitKey({ kind, municipalityId: town.id }),
    });
    return { name: `${name}-${townName}.xlsx`, bytes };
  }

  /** The rows with faults alone, as they stood, with what is wrong: to be put right and brought again. */
  async faults(
    actor: Actor,
    id: string,
    wish: { locale: Locale; say: (finding: Finding) => string },
  ): Promise<ImportFile> {
    const said = SAID[wish.locale];
    const { brought, rows } = await this.db.write(actor, async (tx) => {
      const found = await getTableImport(tx, actor, id);
      permit(may.bring(actor, found.kind));
      const all = await rowsOf(tx, found.id);
      await writeReading(tx, 'EXPORT', [['table_import', found.id]]);
      return {
        brought: found,
        rows: all.filter(({ state, outcome }) => state === 'OPEN' && outcome === 'FAULTY'),
      };
    });
    if (rows.length === 0) throw new DomainError('INVALID_STATE', 'import.no-faults');
    const columnOfHead = new Map(Object.entries(brought.mapping).map(([column, head]) => [head, column]));
    const sheet: Sheet = {
      name: NAMES[brought.kind][wish.locale],
      columns: [
        ...brought.headers.map((head) => ({ head, kind: 'text' as const, width: 18 })),
        { head: said.fault, kind: 'text', width: 60 },
        { head: said.row, kind: 'number' },
      ],
      rows: rows.map(({ no, cells, fixes, findings }) => [
        ...brought.headers.map((head, i) => fixes[columnOfHead.get(head) ?? ''] ?? cells[i]?.text ?? ''),
        findings
          .filter(({ level }) => level === 'ERROR')
          .map(wish.say)
          .join(' '),
        no,
      ]),
    };
    return { name: `${sheet.name}-${said.fault}.xlsx`, bytes: await xlsxOf({ sheets: [sheet] }) };
  }
}

const columnOf = (column: ImportColumn, locale: Locale): SheetColumn => ({
  head: column.head[locale],
  kind: column.kind ?? 'text',
  ...(column.width !== undefined && { width: column.width }),
  ...(column.choices && { choices: column.choices(locale) }),
  ...(column.hint && { hint: column.hint[locale] }),
});

const exampleOf = (
  columns: readonly ImportColumn[],
  { locale, name }: { readonly locale: Locale; readonly name: string },
): Sheet => ({
  name,
  columns: columns.map((column) => ({
    head: column.head[locale],
    kind: 'text' as const,
    width: column.width ?? 12,
  })),
  rows: [columns.map(({ sample }) => sample)],
});
