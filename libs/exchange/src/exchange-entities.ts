import { TableImport } from './imports/table-import.entity.js';
import { TableImportRow } from './imports/table-import-row.entity.js';

/** Every table of this lib, for the data source. */
export const exchangeEntities: (new () => object)[] = [TableImport, TableImportRow];
