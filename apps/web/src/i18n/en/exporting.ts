import type { Catalogue } from '../catalogue';
import type { exporting as ja } from '../ja/exporting';

export const exporting: Catalogue<typeof ja> = {
  open: 'Export to Excel or CSV',
  group: 'Kind of file',
  hint: 'Everything that matches now, with the columns of the screen (at most 5,000 rows). That it was taken is kept in the history.',
  XLSX: 'Excel (.xlsx)',
  CSV: 'CSV (UTF-8)',
  CSV_CP932: 'CSV (Shift_JIS)',
  done: 'Exported {{rows}} rows.',
  lossyTitle: 'Not exported yet: Shift_JIS does not have some of the characters',
  lossyText: 'In {{count}} places. Excel, and CSV in UTF-8, keep every character.',
  where: 'Row {{row}}, “{{head}}”: {{character}}',
  whereWritten: 'Row {{row}}, “{{head}}”: {{character}} → {{written}}',
  more: 'and {{count}} more',
  substitute: 'Export with 〓 for what is missing',
  written: 'Written with another character of the same shape ({{count}} places)',
};
