import { type Messages } from '../messages.js';
import { of } from './words.js';

/** Of travel claims and the rules of paying bodies. */
export const travelJa: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'travel-claim.not-found': () =>
      'この旅費請求は見つからないか、見る権限がありません。画面を読み込み直してください。',
    'travel-claim.not-in-state': () =>
      'この旅費請求はすでに次の段階に進んでいるため、この操作はできません。何も変えていません。画面を読み込み直してください。',
    'travel-claim.changed-meanwhile': () =>
      '開いた後に、この旅費請求か負担者の定めが変わりました。まだ保存していません。画面を読み込み直して確かめてください。',
    'travel-claim.visit-not-made': (facts) =>
      `${of(facts, 'date')} の訪問はまだ「実施」になっていません。何も変えていません。実施の後に請求してください。`,
    'travel-claim.visit-online': (facts) =>
      `${of(facts, 'date')} の訪問はオンラインです。請求は作っていません。「旅費なしで精算」を選んでください。`,
    'travel-claim.visit-taken': (facts) =>
      `${of(facts, 'date')} の訪問は、別の旅費請求に含まれています。何も変えていません。その請求を開いてください。`,
    'travel-claim.not-one-journey': () =>
      '選んだ訪問の間に日が空いているため、一つの旅行にできません。何も作っていません。続いた日の訪問だけを選んでください。',
    'travel-claim.incomplete': (facts) =>
      `${of(facts, 'date')} の区間に、運賃か距離のないものがあります。提出していません。下書きはそのままです。入力してから提出してください。`,
    'travel-claim.nothing': () =>
      '支払う額が0円です。提出していません。この請求を取りやめ、訪問の画面で「旅費なしで精算」を選んでください。',
    'travel-claim.no-rule': (facts) =>
      `負担者（${of(facts, 'payer') || '県'}）の旅費規程が、出発日の時点で登録されていません。承認していません。「旅費規程」で登録してください。`,
    'travel-claim.agreed-price': () =>
      '協定の定めでは旅費が定額（月額など）です。二重に支払わないよう、承認していません。差し戻すか、費用負担の定めを確かめてください。',
    'travel-claim.figures-missing': () =>
      '旅費規程に、この請求に要る額（上限額や単価）が入力されていません。承認していません。「旅費規程」で入力してください。',
    'travel-claim.no-open-month': (facts) =>
      `${of(facts, 'date')} の訪問の額を入れられる月がありません（協定の期間がすべて請求済みです）。承認していません。最後の請求を取り消してから承認してください。`,
    'travel-claim.attendance-has-travel': (facts) =>
      `${of(facts, 'date')} の勤務記録に往復旅費が入っています。二重に負担しないよう、承認していません。どちらかを取り消してください。`,
    'travel-rule.changed-meanwhile': (facts) =>
      `開いた後に、ほかの人が第${of(facts, 'version')}版を登録しました。まだ保存していません。画面を読み込み直して確かめてください。`,
    'attendance.travel-claimed': (facts) =>
      `${of(facts, 'date')} の旅費は、承認済みの旅費請求に含まれています。記録していません。往復の旅費を0円にして記録してください。`,
    'cost-actual.of-travel-claim': () =>
      'この実額は承認済みの旅費請求から入ったものです。取り消していません。額を直すときは、次の月に訂正の実額を入れてください。',
  },
  faults: {
    'not-around': (field, facts) =>
      `「${field}」は ${of(facts, 'from')} から ${of(facts, 'to')} までにしてください（訪問日の前後3日以内）。`,
    'outside-journey': (field, facts) =>
      `「${field}」は旅行の期間（${of(facts, 'from')} から ${of(facts, 'to')}）の中の日にしてください。`,
    'last-day': (field) => `「${field}」は帰着日より前の夜にしてください。`,
  },
  fields: {
    visitIds: '訪問',
    fromOn: '出発日',
    toOn: '帰着日',
    startsFrom: '出発地',
    endsAt: '帰着地',
    legs: '区間',
    nights: '宿泊',
    receipts: '領収書',
    onDate: '日付',
    fromName: '出発',
    toName: '到着',
    meters: '距離',
    fareYen: '運賃（円）',
    placeName: '宿泊地',
    regionId: '宿泊地の都道府県',
    meals: '食事',
    paidOn: '支払日',
    ruleId: '規程の種類',
    amounts: '単価',
    ceilings: '宿泊費の上限',
    receiptFor: '領収書が要るもの',
    lodgingAllowanceYen: '宿泊手当（1夜）',
    carYenPerKm: '自家用車（1km）',
    perDiemYen: '日当',
    dayTripYen: '日当（日帰り）',
    lodgingYen: '宿泊料（1夜）',
  },
};
