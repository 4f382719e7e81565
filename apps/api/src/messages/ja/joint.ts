import { type Facts, halvesIn, type Messages } from '../messages.js';
import { of } from './words.js';

const WEEK = { SUN: '日', MON: '月', TUE: '火', WED: '水', THU: '木', FRI: '金', SAT: '土' };
const halves = (facts: Facts): string =>
  halvesIn(facts, { days: WEEK, AM: '午前', PM: '午後', between: '・' });

const missing = (facts: Facts): string => (facts['missing'] ? `（${of(facts, 'missing')}）` : '');
const agreement = (facts: Facts): string => (facts['number'] ? `協定 ${of(facts, 'number')}` : '協定');

/** Of people who are hired together, trained and placed. */
export const jointJa: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'employment.not-found': () =>
      '任用の記録が見つかりません。何も変えていません。画面を読み込み直してください。',
    'employment.overlaps': () =>
      'この期間には別の任用の記録があります。何も保存していません。先の任用を終わらせるか、期間を改めてください。',
    'employment.not-then': (facts) =>
      `${of(facts, 'date')} は任用の期間の外か、取り消された記録です。何も変えていません。期間の中の日を選んでください。`,
    'employment.removed': () => 'この任用の記録はすでに取り消されています。何も変えていません。',
    'training.not-found': () =>
      '研修の修了記録が見つかりません。何も変えていません。画面を読み込み直してください。',
    'training.already-done': () =>
      'この研修の修了はすでに記録されています。記録はそのままです。改めるときは、先の記録を取り消してください。',
    'training.removed': () => 'この修了記録はすでに取り消されています。何も変えていません。',
    'training.scope-stays': (facts) =>
      `研修 ${of(facts, 'code')} の対象（本人に1回か、市町村ごとか）は変えられません。何も変えていません。別の記号で新しい研修を作ってください。`,
    'training-rule.overtaken': () =>
      'ほかの人が先に研修の決まりを変えました。あなたの変更はまだ保存していません。画面を更新して今の決まりを確かめてください。',
    'placement.not-found': () =>
      '配属が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'placement.not-in-state': () =>
      'この配属はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新してください。',
    'placement.not-yet': (facts) =>
      `配属の初日（${of(facts, 'date')}）がまだ来ていないため、開始できません。初日になると自動で開始します。`,
    'placement.training-missing': (facts) =>
      `配属前研修${missing(facts)}が終わっていないため、配属を開始できません。修了を記録すると開始できます。`,
    'placement.agreement-unknown': () =>
      '協定が見つからないため、配属できません。配属は変わっていません。協定を選び直してください。',
    'placement.agreement-not-in-force': (facts) =>
      `${agreement(facts)} は有効ではないため、配属できません。協定の段階を確かめてください。`,
    'placement.outside-agreement': (facts) =>
      `配属の期間が ${agreement(facts)} の期間（${of(facts, 'from')} から ${of(facts, 'to')} まで）に収まっていません。期間を改めるか、協定を延長してください。`,
    'placement.town-no-party': (facts) =>
      `配属先の市町村は ${agreement(facts)} の当事者ではありません。別の協定を選ぶか、当事者に加えてください。`,
    'placement.person-left': () =>
      'この専門人材は登録を外れているため、配属できません。別の人を選んでください。',
    'placement.outside-pattern': (facts) =>
      `${halves(facts)} は、この専門人材の勤務日ではありません。半日を選び直すか、先に勤務パターンを改めてください。`,
    'placement.half-days-taken': (facts) =>
      `${halves(facts)} は、この専門人材の別の配属に入っています。配属は変わっていません。ほかの半日か期間を選んでください。`,
    'placement.term-over': () => '配属の最終日を過ぎたため、終了しました。',
    'placement.day-come': () => '配属の初日になったため、開始しました。',
    'survey.not-found': () =>
      '需要調査が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'survey.closed': () => 'この需要調査はすでに締め切られています。何も変えていません。',
    'survey.over': (facts) =>
      `この需要調査の回答は締め切られました（期限 ${of(facts, 'date')}）。回答は変えていません。県の窓口にご相談ください。`,
    'recruitment.not-found': () =>
      '募集が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'recruitment.closed': () => 'この募集はすでに締め切られています。何も変えていません。',
    'applicant.not-found': () =>
      '応募者が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'applicant.not-in-state': () =>
      'この応募はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新してください。',
    'sharing-meeting.not-found': () =>
      '情報共有会が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'sharing-meeting.same-day': (facts) =>
      `${of(facts, 'date')} の情報共有会はすでにあります。何も保存していません。別の日を選んでください。`,
    'rotation.not-found': () =>
      'ローテーションの案が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'rotation.not-in-state': () =>
      'この案はすでに実行されたか、取り下げられています。何も変えていません。画面を更新してください。',
    'rotation.not-possible': (facts) =>
      `実行できない異動が ${of(facts, 'moves')} 件あるため、どれも実行していません。各行の理由を確かめて直してください。`,
    'rotation.not-to-leave': (facts) =>
      `離れる配属は ${of(facts, 'date')} の前日まで続いていません（始まっていないか、先に終わります）。配属を選び直してください。`,
  },
  faults: {
    code: (field) => `「${field}」は英大文字で始まる10文字以内の記号にしてください（例 C、B2）。`,
    'not-future': (field) => `「${field}」は今日以前の日付にしてください。`,
    'no-town': (field) => `本人に1回だけの研修では「${field}」を空にしてください。`,
    'outside-term': (field, facts) =>
      `「${field}」は配属の期間（${of(facts, 'from')} から ${of(facts, 'to')} まで）の中の日にしてください。`,
    'empty-move': (field) =>
      `「${field}」に、離れる配属も行き先もない行があります。どちらかを選んでください。`,
    'not-placed-then': (field) => `「${field}」は、その日に配属されていません。別の配属を選んでください。`,
  },
  fields: {
    form: '任用形態',
    grade: '級',
    partyId: '任用する団体',
    agreementId: '協定',
    startsOn: '開始日',
    endsOn: '終了日',
    on: '日付',
    moduleCode: '研修',
    scope: '対象',
    gating: '配属前に必要な研修',
    gatedVisits: '派遣の前にも必要とする人',
    completedOn: '修了日',
    post: '職',
    profiles: '人材像',
    people: '人数',
    sharePercent: '週の割合（％）',
    lines: '回答',
    surveyId: '需要調査',
    closesOn: '締切日',
    retentionNote: '応募者の情報の保管期間',
    contact: '連絡先',
    appliedOn: '応募日',
    step: '次の段階',
    heldOn: '開催日',
    issue: '課題',
    idea: 'ほかの市町村から持ち帰る工夫',
    meetingId: '情報共有会',
    placementId: '配属',
    moves: '異動',
    leavesId: '離れる配属',
    goesTo: '行き先',
  },
};
