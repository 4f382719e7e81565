import { type Messages } from '../messages.js';
import { of } from './words.js';

/** Of what visits and cases came to. */
export const reportsJa: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'visit-report.not-found': () =>
      'この訪問の報告は、まだ提出されていないか、閲覧できる範囲にありません。何も変えていません。',
    'visit-report.not-in-state': () =>
      'この報告はすでに次の段階に進んでいるため、この操作はできません。何も変えていません。画面を読み込み直してください。',
    'visit-report.too-early': () =>
      'この訪問はまだ終わっていません。保存していません。終了時刻を過ぎてから書いてください。',
    'report-step.not-found': () =>
      'この次の一手が見つかりません。閲覧できる範囲にないかもしれません。画面を読み込み直してください。',
    'report-step.not-open': () =>
      'この次の一手はすでに済んでいます。何も変えていません。画面を読み込み直してください。',
    'evaluation.confirm-first': () => '訪問の報告を確認してから評価してください。何も保存していません。',
    'evaluation.given-already': () =>
      'この訪問はすでに評価されています。何も変えていません。画面を読み込み直してください。',
    'case-report.not-found': () =>
      'この支援実績報告書が見つかりません。閲覧できる範囲にないかもしれません。一覧から選び直してください。',
    'case-report.not-in-state': () =>
      'この支援実績報告書はすでに別の段階に進んでいるため、この操作はできません。何も変えていません。画面を読み込み直してください。',
    'case-report.too-early': () => 'すべての訪問の報告が確認されてから作成できます。作成していません。',
    'case-report.there-already': () =>
      'この案件の支援実績報告書はすでに作られています。画面を読み込み直してください。',
    'case-report.town-has-not-agreed': () =>
      '市町がまだ同意していないため、外部用の書類は出せません。同意を求めてから出してください。',
    'shared-case.not-found': () =>
      'この事例は見つからないか、公開が取り下げられています。一覧から選び直してください。',
    'follow-up.not-found': () =>
      'この追跡調査が見つかりません。閲覧できる範囲にないかもしれません。画面を読み込み直してください。',
    'follow-up.answered-already': () =>
      'この追跡調査にはすでに回答があります。何も変えていません。画面を読み込み直してください。',
  },
  faults: {
    'far-from-visit': (field, facts) =>
      `「${field}」が訪問の予定から ${of(facts, 'days')} 日より離れています。日時を確かめてください。`,
    'not-after-start': (field) => `「${field}」は開始の時刻より後にしてください。`,
    'longer-than-visit': (field, facts) =>
      `「${field}」は開始から ${of(facts, 'max')} 時間以内にしてください。`,
    'not-over-yet': (field) => `「${field}」がまだ来ていません。今より前の時刻にしてください。`,
    'nudge-order': (field) => `「${field}」は1回目の日数以上にしてください。`,
    'nudge-after-due': (field) => `「${field}」は報告の期限までの日数以下にしてください。`,
  },
  fields: {
    result: '結果',
    topics: '選んだ言葉',
    done: 'したこと',
    steps: '次の一手',
    owner: '誰が',
    dueOn: 'いつまでに',
    startedAt: '開始の時刻',
    endedAt: '終了の時刻',
    attendance: '出席',
    internalNote: '内部の記録',
    thanks: 'お礼の一言',
    usefulness: '役に立った',
    clarity: '分かりやすかった',
    progress: '課題が前に進んだ',
    again: 'また頼みたい',
    summary: '支援の概要',
    outputs: '成果物',
    effect: '効果',
    lessons: '他の市町への助言',
    inside: '内部だけの欄',
    stillUsed: '今も使っているか',
    nextWish: '次の希望',
    townSize: '市町の規模',
    reportDays: '報告の期限（日）',
    firstNudgeDays: '1回目の督促（日）',
    secondNudgeDays: '2回目の督促（日）',
    confirmationDays: '確認の期限（日）',
    evaluationDays: '評価の期限（日）',
    followUpMonth: '追跡調査の月',
  },
};
