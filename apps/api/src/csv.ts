/** A spreadsheet would reckon what begins like a formula; a plain number may be below zero. */
const cell = (value: string): string => {
  const isNumber = /^-?\d+$/.test(value);
  return `"${(!isNumber && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
};

/** CSV in UTF-8 with a byte order mark, which spreadsheets need to know it by. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
