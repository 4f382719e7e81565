/** The map of towns. */
export const map = {
  legend: '地図の記号',
  none: 'なし',
  few: '少ない',
  some: '中くらい',
  many: '多い',
  most: 'とても多い',
  sameInTable: '同じ内容を表でも示しています。',
  credit: '『国土数値情報（行政区域データ）』（国土交通省）を加工して作成。',
  noShapes:
    '庁舎の位置だけを示しています。市区町村の形も出したいときは、システムの管理者に行政区域データの取り込みを頼んでください。',
};
