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
  TRAVEL_CLAIM_SUBMITTED: ['旅費請求が提出されました', '内容を確かめ、承認または差戻しをしてください。'],
  TRAVEL_CLAIM_RETURNED: ['旅費請求が差し戻されました', '理由を確かめ、直して提出し直してください。'],
  TRAVEL_CLAIM_APPROVED: ['旅費請求が承認されました', '支払いをお待ちください。'],
  AGREEMENT_ENDING: ['協定の満了が近づいています', '延長するか終えるかの協議を始めてください。'],
};
