import { type AuditLine, csvOf } from '@banso/platform';

const HEAD = ['番号', '日時', '役割', '氏名', '操作', '種別', '対象', '項目', '変更前', '変更後'];

/** One row per changed value, so that a spreadsheet can filter by it. */
export function historyCsv(lines: readonly AuditLine[]): string {
  const rows = lines.flatMap((line) => {
    const who = [line.id, line.at.toISOString(), line.actorRole, line.actorName ?? '', line.operation ?? ''];
    const what = [...who, line.kind, line.table];
    if (line.changes.length === 0) return [[...what, '', '', '']];
    return line.changes.map(({ field, before, after }) => [...what, field, before ?? '', after ?? '']);
  });
  return csvOf([HEAD, ...rows]);
}
