import type { Messages } from '../messages.js';

/** 状況と目標. */
export const overviewJa: Pick<Messages, 'faults' | 'fields'> = {
  faults: {
    'coverage-is-counted': () =>
      '訪問した市町村の割合は自動で数えます。「対象」は県とし、確保・育成の人数は空欄にしてください。',
    'more-than-headcount': (field) => `「${field}」は職員数以下にしてください。`,
  },
  fields: {
    target: '目標',
    secured: '確保した人数',
    trained: '育成した人数',
    headcount: '職員数',
    countedOn: '数えた日',
  },
};
