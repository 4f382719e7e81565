import { zipOf } from './files.js';

/** What a cell says, and above it the reading that Excel keeps while Japanese is typed. */
export type TypedCell = string | { readonly text: string; readonly reading: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const stringOf = (typed: TypedCell): string =>
  typeof typed === 'string'
    ? `<si><t>${escaped(typed)}</t></si>`
    : `<si><t>${escaped(typed.text)}</t><rPh sb="0" eb="2"><t>${escaped(typed.reading)}</t></rPh></si>`;

/** A workbook with one page, as typed by somebody in a Japanese Excel. */
export function typedWorkbook(rows: readonly (readonly TypedCell[])[]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relations = (targets: Readonly<Record<string, string>>) =>
    `<Relationships xmlns="${packages}/relationships">${Object.entries(targets)
      .map(([kind, target], i) => `<Relationship Id="r${i}" Type="${office}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  let place = 0;
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relations({ officeDocument: 'xl/workbook.xml' }) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名簿" sheetId="1" r:id="r0"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations({ worksheet: 'worksheets/sheet1.xml', sharedStrings: 'sharedStrings.xml' }),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${rows
        .map(
          (row, i) =>
            `<row r="${i + 1}">${row.map((_, j) => `<c r="${'ABCDEFGHIJ'[j]}${i + 1}" t="s"><v>${place++}</v></c>`).join('')}</row>`,
        )
        .join('')}</sheetData></worksheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${main}">${rows.flat().map(stringOf).join('')}</sst>`,
    },
  ]);
}
