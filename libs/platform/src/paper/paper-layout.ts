import { instantAt } from '@banso/kernel';
import type { Paper, PaperArticle, PaperFacts, PaperPart, PaperSignatures, PaperTable } from './paper.js';
import type { PdfBlock, PdfLayout } from './pdf-writer.js';

/** Points. */
const SIZE = { text: 10.5, small: 9, heading: 12, title: 16 };
/** 25 mm, as official documents have it. */
const MARGIN = 71;
const UNDATED = '1970-01-01';
const NAME_WIDTH = 110;
const SIGNER_INDENT = 150;
/** Unbroken runs of Latin letters that may not fit into a line. */
const LONG_RUN = /([!-~]{18,})/;
/** Whatever has no shape, apart from line breaks. */
const SHAPELESS = /[^\P{Cc}\n]/gu;

/** Long runs may be broken anywhere; the writer breaks between halves of a character, so nothing else may. */
function plain(text: string): PdfBlock {
  const shown = text.replaceAll('\r\n', '\n').replaceAll(SHAPELESS, ' ');
  if (!LONG_RUN.test(shown)) return { text: shown };
  return {
    text: shown
      .split(LONG_RUN)
      .map((piece) => (LONG_RUN.test(piece) ? { text: piece, wordBreak: 'break-all' } : { text: piece })),
  };
}

/** What the PDF writer is told; pure. */
export function paperLayout(paper: Paper): PdfLayout {
  return {
    pageSize: 'A4',
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    language: 'ja-JP',
    info: {
      title: paper.title,
      creator: '伴走',
      producer: '伴走',
      creationDate: instantAt(paper.madeOn ?? UNDATED, 0),
    },
    defaultStyle: { font: 'Japanese', fontSize: SIZE.text, lineHeight: 1.25 },
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      fontSize: SIZE.small,
      margin: [0, 30, 0, 0],
    }),
    content: [
      ...(paper.corner ?? []).map((line): PdfBlock => ({ ...plain(line), alignment: 'right' })),
      {
        ...plain(paper.title),
        fontSize: SIZE.title,
        bold: true,
        alignment: 'center',
        margin: [0, 18, 0, 18],
      },
      ...blocksOf(paper.parts),
    ],
  };
}

/** A table of so few rows with so short cells stays on one page with its heading: the writer drops what is longer than a page. */
const KEPT = { rows: 4, characters: 40 };

function blocksOf(parts: readonly PaperPart[]): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1];
    const before = parts[i - 1];
    if (part.kind === 'heading' && next && isShortTable(next))
      blocks.push({ unbreakable: true, stack: [contentOf(part), contentOf(next)] });
    else if (!(isShortTable(part) && before?.kind === 'heading')) blocks.push(contentOf(part));
  }
  return blocks;
}

const isShortTable = (part: PaperPart): boolean =>
  part.kind === 'table' &&
  part.rows.length <= KEPT.rows &&
  part.rows.every((row) => row.every((cell) => cell.length <= KEPT.characters));

function contentOf(part: PaperPart): PdfBlock {
  switch (part.kind) {
    case 'text':
      return { ...plain(part.text), alignment: part.align ?? 'left', margin: [0, 0, 0, 8] };
    case 'heading':
      return {
        ...plain(part.text),
        bold: true,
        fontSize: SIZE.heading,
        margin: [0, 10, 0, 4],
      };
    case 'article':
      return articleOf(part);
    case 'facts':
      return factsOf(part);
    case 'table':
      return tableOf(part);
    case 'signatures':
      return signaturesOf(part);
  }
}

/** A heading is not left behind at the foot of a page; one that could be longer than a page may be torn. */
const isShort = (body: string): boolean => body.length < 600 && body.split('\n').length < 15;

const articleOf = ({ no, heading, body }: PaperArticle): PdfBlock => ({
  unbreakable: isShort(body),
  stack: [
    { ...plain(`（${heading}）`), margin: [0, 0, 0, 0] },
    { ...plain(`第${no}条　${body}`), margin: [0, 0, 0, 8] },
  ],
});

const factsOf = ({ rows }: PaperFacts): PdfBlock => ({
  layout: 'lightHorizontalLines',
  margin: [0, 2, 0, 12],
  table: {
    widths: [NAME_WIDTH, '*'],
    dontBreakRows: true,
    body: rows.map(([name, value]) => [{ ...plain(name), bold: true }, plain(value)]),
  },
});

function tableOf({ columns, rows, sums = 0 }: PaperTable): PdfBlock {
  const head = columns.map(({ head: text }): PdfBlock => ({
    ...plain(text),
    bold: true,
    fillColor: '#f2f2f2',
  }));
  const cells = (row: readonly string[], bold: boolean) =>
    columns.map(({ align = 'left' }, i): PdfBlock => ({ ...plain(row[i] ?? ''), alignment: align, bold }));
  return {
    margin: [0, 2, 0, 12],
    fontSize: SIZE.small,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width ?? '*'),
      body: [head, ...rows.map((row, i) => cells(row, i >= rows.length - sums))],
    },
  };
}

const signaturesOf = ({ blocks }: PaperSignatures): PdfBlock => ({
  stack: blocks.map(({ role, lines }) => ({
    unbreakable: true,
    margin: [SIGNER_INDENT, 14, 0, 0],
    columns: [
      { width: 24, text: role },
      { width: '*', stack: [...lines.slice(0, -1).map(plain), sealed(lines.at(-1) ?? '')] },
    ],
  })),
});

const sealed = (name: string): PdfBlock => ({
  columns: [
    { ...plain(name), width: '*' },
    { text: '印', width: 24 },
  ],
});
