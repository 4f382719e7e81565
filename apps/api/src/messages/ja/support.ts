import { type Messages } from '../messages.js';
import { of } from './words.js';

const KEPT = '入力した内容はこの画面に残っています。';

/** Of requests, consultations, declarations of interest and the desk. */
export const supportJa: Pick<Messages, 'reasons'> = {
  reasons: {
    'declaration.not-found': () =>
      '協働宣言が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'declaration.title-taken': (facts) =>
      `「${of(facts, 'title')}」という協働宣言はすでにあります。${KEPT}ほかの題名にしてください。`,
    'declaration.already-signed': (facts) =>
      `すでに${of(facts, 'name')}さんの署名が記録されています。何も変更していません。間違いのときは、先に取り消してください。`,
    'declaration.not-signed': () => 'まだ署名されていません。何も変更していません。',
    'office.not-found': () =>
      '推進室が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'office.name-taken': (facts) =>
      `「${of(facts, 'name')}」という推進室はすでにあります。${KEPT}ほかの名前にしてください。`,
    'office-member.not-found': () =>
      '室員が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'office-member.already-there': () =>
      `同じ課の同じ名前の人が、すでに候補か室員になっています。${KEPT}一覧を確かめてください。`,
    'office-member.head-there': () => `室長がすでにいます。${KEPT}今の室長を解除してから登録してください。`,
    'office-member.not-in-state': () =>
      'この人の状態が変わっていたため、実行できませんでした。何も変更していません。画面を読み込み直してください。',
    'office-session.not-found': () =>
      '会議・学習会が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'office-session.not-planned': () =>
      'この会議・学習会は、すでに記録されたか、取りやめになっています。何も変更していません。',
    'office-session.not-yet': () => `まだ開かれていません。${KEPT}開かれた日から記録できます。`,
    'input.invalid': () => `入力に直すところがあります。${KEPT}`,
    'request.not-found': () =>
      '依頼が見つかりません。取り下げられたか、閲覧できる範囲にありません。一覧から選び直してください。',
    'request.not-decided': () =>
      '派遣はまだ決まっていないため、決定通知書は作れません。決まってから、もう一度お試しください。',
    'request.reminded-today': () =>
      '今日はもう確認をお願いしてあります。何も送っていません。明日になっても動きがなければ、もう一度お願いできます。',
    'preparation.visit-over': () =>
      'この訪問は終わったか取り消されたため、準備の内容は変えられません。何も保存していません。',
    'preparation.no-such-item': () =>
      'この項目は、ほかの人が一覧から外しました。印は付けていません。画面を読み込み直してください。',
    'request.not-in-state': () =>
      'この依頼はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新して今の段階を確かめてください。',
    'request.asked-already': () =>
      '市町村に質問しています。返事を待つか、返事を待たずに対応を決めてください。',
    'request.nothing-asked': () => 'いまは県からの質問がありません。画面を読み直してください。',
    'request.only-drafts-are-revised': () =>
      '送信した依頼は書き直せません。内容を変えたいときは取り下げて、新しく依頼してください。',
    'request.other-town': () => 'ほかの市町村の依頼は作れません。所属の市町村として入力してください。',
    'request.no-open-offer': () =>
      '返答を待っている打診はありません。画面を更新して今の段階を確かめてください。',
    'consultation.not-found': () =>
      '相談が見つかりません。取り下げられたか、閲覧できる範囲にありません。一覧から選び直してください。',
    'consultation.not-in-state': () =>
      'この相談はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新して今の段階を確かめてください。',
    'consultation.nobody-suitable': () =>
      '引き受けられる専門人材が見つからなかったため、県の窓口に引き継ぎました。県の担当者が回答するか、担当を決めます。',
    'consultation.overdue-next': () => '期限までに回答がなかったため、次の専門人材に引き継ぎました。',
    'consultation.overdue-hub': () =>
      '期限までに回答がなかったため、県の窓口に引き継ぎました。県の担当者が回答するか、担当を決めます。',
    'consultation.conflict-of-interest': () => '利益相反の確認により、担当を改めました。',
    'prefecture.not-found': () =>
      '都道府県が見つかりません。データは変わっていません。一覧から選び直してください。',
    'municipality.not-found': () =>
      '市町村が見つかりません。データは変わっていません。団体コードを確かめるか、一覧から選び直してください。',
    'place.not-found': () =>
      'この県の役所・役場として登録がありません。データは変わっていません。一覧から選び直してください。',
  },
};
