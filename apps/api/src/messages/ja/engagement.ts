import { type Messages, quotasIn } from '../messages.js';
import { of } from './words.js';

const KEPT = '入力した内容はこの画面に残っています。';

const UNIT: Readonly<Record<string, string>> = { DAYS: '日', HOURS: '時間', VISITS: '回' };

/** Of agreements, hiring, quotas, schemes, attendance and money. */
export const engagementJa: Pick<Messages, 'reasons'> = {
  reasons: {
    'signatory.not-found': () =>
      '署名者が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'council-meeting.not-found': () =>
      '会議が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'council-meeting.not-planned': () =>
      'この会議は、すでに記録されたか、取りやめになっています。何も変更していません。',
    'council-meeting.not-yet': () => `まだ開かれていません。${KEPT}開かれた日から記録できます。`,
    'town-round.not-found': () =>
      '巡回が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'town-round.year-over': (facts) =>
      `${of(facts, 'fiscalYear')}年度は終わっています。今年度か来年度を選んでください。`,
    'round-stop.not-found': () =>
      'この市町の行が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'round-stop.not-in-state': () =>
      'この市町の状態が変わっていたため、実行できませんでした。何も変更していません。画面を読み込み直してください。',
    'party.not-found': () => '当事者が見つかりません。何も変わっていません。一覧から選び直してください。',
    'party.already-there': (facts) =>
      `「${of(facts, 'name')}」はすでに登録されています。今回の内容は保存していません。一覧から選んで書き直してください。`,
    'agreement.not-found': () =>
      '協定が見つかりません。閲覧できる範囲にないか、案に戻されています。一覧から選び直してください。',
    'agreement.not-in-state': () =>
      'この協定はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新して今の段階を確かめてください。',
    'agreement.term-over': () =>
      '期間がすでに終わっているため、締結できません。データは変わっていません。案に戻して期間を改めてください。',
    'agreement.part-in-use': () =>
      '取り除こうとした当事者か条文が、費用負担の行や請求で使われています。何も変わっていません。先にそちらを改めてください。',
    'agreement.not-extended': () => 'この協定は延長されていないため、変更協定書はありません。',
    'agreement.end-not-decided': () =>
      '終了が決まっていないため、終了通知は作れません。満了、途中の終了、延長しないことのいずれかが決まると作れます。',
    'agreement.begun': () => '期間の初日になりました。',
    'agreement.expired': () => '期間が満了しました。',
    'agreement.ended-early': () => '繰り上げた終了日を過ぎました。',
    'firm.not-found': () =>
      'この事業者の記録が見つかりません。取り消されたか、閲覧できない記録です。何も変わっていません。画面を読み込み直してください。',
    'firm.already-recorded': () =>
      '同じ関わりの同じ事業者が、すでに記録されています。記録はそのままです。期間を改めるときは、先の記録を取り消してから入力してください。',
    'firm.removed': () =>
      'この記録はすでに取り消されています。何も変わっていません。画面を読み込み直してください。',
    'quota.not-found': () =>
      '枠が見つかりません。あなたには表示できないものかもしれません。一覧から選び直してください。',
    'quota.exceeded': (facts) =>
      `枠の上限を超えるため、実行していません。${quotasIn(facts, (one) => `「${one.quota}」は上限${one.limit}${UNIT[one.unit] ?? ''}のうち${one.used}${UNIT[one.unit] ?? ''}を使用${one.would === undefined ? 'しています' : `中で、この変更で${one.would}${UNIT[one.unit] ?? ''}になります`}。`)}訪問を減らして選び直すか、決裁の担当に理由を添えて枠を増やすよう依頼してください。`,
    'quota.raise-needs-approver': (facts) =>
      `枠を今の上限（${of(facts, 'limit')}）より増やすには、決裁の担当が理由を添えて「枠を増やす」を行います。何も変えていません。`,
    'quota.not-raised': (facts) =>
      `今の上限（${of(facts, 'limit')}）より大きい数を入力してください。何も変えていません。減らすときは内容を書き直してください。`,
    'quota.ended': () =>
      'この枠はすでに終わっています。何も変えていません。必要なら新しい枠を設けてください。',
    'scheme.not-found': () =>
      '制度が見つかりません。あなたには表示できないものかもしれません。一覧から選び直してください。',
    'scheme-window.not-found': () => 'この受付日の記録が見つかりません。画面を読み込み直してください。',
    'scheme-window.already-there': () => '同じ締切日がすでに登録されています。登録はそのままです。',
    'scheme-use.not-found': () =>
      'この利用の記録が見つかりません。閲覧できる範囲にないかもしれません。画面を読み込み直してください。',
    'scheme-use.removed': () => 'この利用の記録はすでに取り消されています。画面を読み込み直してください。',
    'placement.not-found': () =>
      'この配属は見つからないか、見る権限がありません。画面を読み込み直してください。',
    'attendance.not-found': () =>
      'この勤務日は見つかりません。取り消されたか、見る権限がありません。何も変えていません。画面を読み込み直してください。',
    'attendance.not-placed': () =>
      'この配属は始まっていないか、取りやめになっているため、勤務日を記録できません。',
    'attendance.already-recorded': (facts) =>
      `${of(facts, 'date')} の勤務はすでに記録されています。直すときは、取り消してから記録し直してください。`,
    'attendance.day-full': (facts) =>
      `${of(facts, 'date')} は、ほかの配属とあわせて1日を超えます。記録していません。半日にするか、ほかの記録を確かめてください。`,
    'attendance.month-billed': (facts) =>
      `${of(facts, 'date')} を含む月は請求済みのため、勤務日を変えられません。次の期間の実額に訂正を入れるよう、県の窓口に伝えてください。`,
    'attendance.beyond-cap': (facts) =>
      `この日を入れると今月は ${of(facts, 'used')} 日になり、協定の上限 ${of(facts, 'agreed')} 日を超えます。記録していません。`,
    'cost-matrix.changed-meanwhile': (facts) =>
      `開いた後に、ほかの人が第${of(facts, 'version')}版を定めました。まだ保存していません。${KEPT} 新しい版を確かめてから保存してください。`,
    'cost-matrix.period-billed': (facts) =>
      `${of(facts, 'billedTo')} まで請求済みのため、${of(facts, 'date')} からの定めに変えられません。その翌日以降を適用開始日にしてください。`,
    'cost-actual.not-found': () =>
      'この実額は見つからないか、取り消されています。画面を読み込み直してください。',
    'cost-actual.month-billed': (facts) =>
      `${of(facts, 'date')} の月は請求済み（${of(facts, 'number')}）のため、変えられません。次の期間の月に、訂正として入力してください。`,
    'invoice.not-found': () =>
      'この請求は見つからないか、見る権限がありません。画面を読み込み直してください。',
    'invoice.not-in-state': () =>
      'この請求はすでに次の段階に進んでいるため、この操作はできません。何も変えていません。画面を読み込み直してください。',
    'invoice.no-longer-follows': () =>
      '下書きの後に、日数や定めが変わりました。発行していません。この下書きを破棄して、作り直してください。',
    'invoice.period-taken': (facts) =>
      `${of(facts, 'from')} から ${of(facts, 'to')} までの請求${of(facts, 'number')}がすでにあります。重ならない期間を選ぶか、その請求を先に取り消してください。`,
    'invoice.nothing-to-bear': () => 'この期間に、この当事者が負担する費用はありません。作成していません。',
    'invoice.entered-without-row': (facts) =>
      `${of(facts, 'date')} の実額「${of(facts, 'label')}」に当たる費目が、その月の定めにありません。実額を取り消すか、定めを直してから作成してください。`,
    'invoice.too-large': () =>
      '金額が大きすぎて請求書にできません。期間を短くするか、入力した額を確かめてください。',
    'tax-rule.not-found': () =>
      'この措置は見つからないか、取り消されています。画面を読み込み直してください。',
  },
};
