import type { NoticeWords } from './notice-kinds.js';

/** What happened, and what is to be done: one line for each kind. */
export const JA: NoticeWords = {
  REQUEST_RECEIVED: ['依頼を受け付けました', '県からの回答をお待ちください。'],
  REQUEST_ARRIVED: ['新しい依頼が届きました', '内容を確かめて回答してください。'],
  REQUEST_RETURNED: ['依頼が差し戻されました', '理由を確かめ、直して送り直してください。'],
  REQUEST_ANSWERED: ['依頼に県から回答がありました', '内容を確かめてください。'],
  REQUEST_DECIDED: ['派遣が決まりました', '日程の調整に進みます。'],
  REQUEST_REJECTED: ['依頼は不採択になりました', '理由を確かめてください。'],
  OFFER_MADE: ['支援の打診が届きました', '受けるか断るかを答えてください。'],
  PLAN_PUBLISHED: ['訪問の予定が公開されました', '変わった予定を確かめてください。'],
  VISIT_PUBLISHED: ['訪問が決まりました', '日時を確かめ、都合を答えてください。'],
  VISIT_MOVED: ['訪問の日時が変わりました', '新しい日時を確かめてください。'],
  VISIT_CANCELLED: ['訪問が取り消されました', '予定から外し、関係者に伝えてください。'],
  VISIT_CONFIRMED: ['訪問が確定しました', '準備を進めてください。'],
  PLAN_RUN_DONE: ['計画の計算が終わりました', '案を確かめ、公開するか決めてください。'],
  CONSULTATION_ANSWERED: ['相談に回答がありました', '回答を読み、済んだら閉じてください。'],
  AGREEMENT_ENDING: ['協定の満了が近づいています', '延長するか終えるかの協議を始めてください。'],
  VISIT_REPORT_DUE: [
    '訪問の報告をお願いします',
    '期限までに報告を提出してください。下書きは途中で保存されます。',
  ],
  VISIT_REPORT_OVERDUE: ['訪問の報告の期限が過ぎました', '報告を提出してください。'],
  VISIT_REPORT_LATE: ['訪問の報告が遅れています', '専門人材に確かめるか、代わって提出してください。'],
  VISIT_REPORTED: ['訪問の報告が届きました', '内容と出席を確かめ、確認するか差し戻してください。'],
  VISIT_REPORT_RETURNED: ['訪問の報告が差し戻されました', '理由を確かめ、直して提出し直してください。'],
  VISIT_REPORT_CONFIRMED: ['訪問の報告が確認されました', 'お礼の一言があれば、訪問のページに出ています。'],
  CONFIRMATION_OVERDUE: ['訪問の報告の確認期限が過ぎました', '内容を確かめ、確認するか差し戻してください。'],
  EVALUATION_ASKED: ['支援の評価をお願いします', '4つの質問に5段階で答えてください。'],
  EVALUATION_OVERDUE: ['支援の評価の期限が過ぎました', '4つの質問に5段階で答えてください。'],
  SUPPORT_COMPLETED: ['支援が完了しました', '支援実績報告書をまとめてください。'],
  CASE_REPORT_FOR_APPROVAL: ['支援実績報告書が決裁待ちです', '内容を確かめ、承認するか差し戻してください。'],
  CASE_SHARING_ASKED: [
    '支援の事例を他の市町に見せてよいですか',
    '見せる内容を確かめ、同意するか断るかを答えてください。',
  ],
  FOLLOW_UP_ASKED: [
    '昨年度の支援のその後を教えてください',
    '今も使っているか、効果、次の希望を答えてください。',
  ],
  FOLLOW_UP_OVERDUE: [
    '昨年度の支援の追跡調査の期限が過ぎました',
    '今も使っているか、効果、次の希望を答えてください。',
  ],
};
