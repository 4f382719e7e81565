export * from './exchange-entities.js';
export * from './exchange.module.js';
export type { Finding } from './imports/finding.js';
export type { ImportColumn } from './imports/import-column.js';
export { ImportFilesService, type ImportFile } from './imports/import-files.service.js';
export { IMPORT_KINDS, type ImportKind } from './imports/import-kinds.js';
export {
  IMPORT_STATUSES,
  type ImportStatus,
  TableImport,
  UNDO_HOURS,
  WAITING_DAYS,
} from './imports/table-import.entity.js';
export * from './imports/table-import-row.entity.js';
export { type CellFix, TableImportService } from './imports/table-import.service.js';
export {
  countRows,
  forgetImportRows,
  getTableImport,
  listRows,
  listTableImports,
  type RowCount,
} from './imports/table-import.queries.js';
export { importColumns } from './imports/import-columns.js';
export {
  LIST_NAMES,
  ListExportService,
  type ListFile,
  type ListName,
  type ListWish,
} from './lists/list-export.service.js';
export type { Locale, Spoken } from './words.js';
