export * from './sheet.js';
export { csvOf } from './csv.js';
export { csvRecords } from './read-csv.js';
export { readSheet, sheetFile, xlsxOf } from './sheet-files.js';
