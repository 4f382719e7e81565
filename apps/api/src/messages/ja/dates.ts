import { type Messages } from '../messages.js';
import { of } from './words.js';

/** Of dates that towns are asked for, and of those who come along. */
export const datesJa: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'date-inquiry.not-found': () =>
      '日程照会が見つかりません。何も変えていません。一覧から開き直してください。',
    'date-inquiry.not-in-state': () =>
      'この日程照会はもう終わっています。何も変えていません。画面を読み込み直して、今の状態を確かめてください。',
    'date-inquiry.over': () =>
      '回答期限を過ぎました。回答は保存していません。県の担当者に電話で都合をお伝えください。',
    'date-inquiry.other-way': () =>
      'この照会への答え方が違います。何も保存していません。画面を読み込み直して答えてください。',
    'date-inquiry.stale': () =>
      '選んだ日程は、いまは取れなくなりました。何も保存していません。候補を読み込み直して選び直してください。',
    'date-inquiry.asked-already': () =>
      'この依頼には、答えを待っている日程照会があります。何も保存していません。先の照会の回答を待つか、取り下げてから照会してください。',
    'date-inquiry.no-visit-left': () =>
      'この依頼の訪問は、すべて日程が決まっています。何も保存していません。',
    'date-inquiry.case-stands-still': () =>
      'この依頼は今、日程を決められる状態にありません。何も変えていません。県の担当者に確かめてください。',
    'date-inquiry.slot-gone': () =>
      'この日程は確保できなくなりました。回答は保存していません。ほかの候補を選ぶか、「どれも合わない」で希望をお伝えください。',
    'date-inquiry.may-not-add': () =>
      'この照会では、町から候補日を足せません。回答は保存していません。足した日を外して保存してください。',
    'date-inquiry.nobody-answered': () =>
      'まだ誰も答えていないので、日程を決められません。回答を待つか、期限を延ばしてください。',
    'date-inquiry.everyone-refused': (facts) =>
      `${of(facts, 'date')} のこの時間は、答えた全員が×です。日程は決めていません。ほかの日を選んでください。`,
    'date-slot.not-found': () =>
      'この候補日程は見つかりません。何も変えていません。画面を読み込み直してください。',
    'companion.not-found': () => '同行者が見つかりません。何も変えていません。画面を読み込み直してください。',
    'companion.named-already': () => 'この人はすでに同行者です。何も変えていません。',
    'companion.too-many': (facts) =>
      `同行者は ${of(facts, 'max')} 人までです。何も変えていません。先に1人外してください。`,
    'companion.elsewhere': () =>
      'この人は、その時間（往復の移動を含む）に別の予定があります。何も変えていません。ほかの人を選んでください。',
    'companion.confirmed': () => '同行できることは、もう伝わっています。何も変えていません。',
    'companion.visit-over': () =>
      'この訪問は終わったか取り消されたので、同行者を変えられません。何も変えていません。',
    'companion-busy.not-found': () =>
      'この予定は見つかりません。何も変えていません。画面を読み込み直してください。',
    'colleague.not-found': () =>
      'この人は県の職員の中に見つかりません。何も変えていません。一覧から選び直してください。',
  },
  faults: {
    'not-later': (field, facts) =>
      `「${field}」は、今の期限（${of(facts, 'dueOn')}）より後になるようにしてください。`,
    'due-before-first': (field, facts) =>
      `「${field}」は、最初の候補日（${of(facts, 'first')}）より前に期限が来るようにしてください。`,
    'closed-day': (field, facts) =>
      `「${field}」の ${of(facts, 'date')} は閉庁日です。開庁日を選んでください。`,
    'not-asked': (field) => `「${field}」は、この照会で尋ねている日ではありません。`,
    'name-answered': (field) =>
      `「${field}」の名前では、別の人がすでに答えています。別の名前を入れてください。`,
    'too-many-answers': (field, facts) =>
      `「${field}」を足せません。1つの照会に答えられるのは ${of(facts, 'max')} 人までです。`,
  },
  fields: {
    workingDays: '回答期限（開庁日）',
    message: '町への一言',
    slotKeys: '候補日程',
    slotKey: '日程',
    slotId: '候補日程',
    halves: '尋ねる日',
    townMayAdd: '町が日を足せる',
    marks: '○△×',
    mark: '○△×',
    added: '町が足した日',
    wishes: '希望の日',
    comment: 'コメント',
    accountId: '同行者',
    visitId: '訪問',
    startsAt: '開始',
    endsAt: '終了',
  },
};
