import { type Facts, type Messages, momentOf } from '../messages.js';
import { of } from './words.js';

/** Days as they stand in the file, not as a sentence would write them. */
const plain = (facts: Facts, key: string): string => {
  const value = facts[key];
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const NOTHING = '何も取り込んでいません。';

/** Of tables that come and go as files. */
export const exchangeJa: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'import.not-found': () => '取込が見つかりません。何も変えていません。画面を読み込み直してください。',
    'import.over': () =>
      'この取込は取り消されたか、破棄されています。何も変えていません。もう一度ファイルを選んでください。',
    'import.not-applied': () =>
      'この取込はまだ取り込まれていないか、すでに元に戻されています。何も変えていません。',
    'import.no-undo': () =>
      '回答と確認は相手に届いているため、元に戻せません。何も変えていません。改めるときは、県の窓口に連絡してください。',
    'import.too-late': (facts) =>
      `取り込んでから ${of(facts, 'hours')} 時間を過ぎたため、まとめて元に戻せません。何も変えていません。1件ずつ画面で直してください。`,
    'import.not-open': () =>
      'すでに取り込んだものは破棄できません。何も変えていません。24時間以内なら元に戻せます。',
    'import.nothing-to-apply': () =>
      `取り込める行がありません。${NOTHING}エラーの行を直すか、列の対応を改めてください。`,
    'import.no-faults': () => 'エラーの行はありません。',
    'import.changed-since': (facts) =>
      `取り込んだ後に${plain(facts, 'name') ? ` ${plain(facts, 'name')} が` : ''}${momentOf(facts, 'at', 'ja-JP')} に変更しているため、元に戻さず、今のままにしました。`,
    'import.in-use': () => '取り込んだ後にほかの記録がこれを使っているため、元に戻さず、今のままにしました。',
    'import.against-rules': () => 'ほかの記録と食い違うため、この行は取り込めません。',
    'list.filter': () =>
      '絞り込みの条件を読み取れません。ファイルは作っていません。画面を読み込み直してください。',
    'list.too-many-rows': (facts) =>
      `${of(facts, 'rows')} 件あります。1つのファイルに書き出せるのは ${of(facts, 'most')} 件までです。ファイルは作っていません。状態や期間で絞り込んでください。`,
    'list.empty': () => 'この条件に合うものがないため、ファイルは作っていません。',
    'kit.other-version': () =>
      `このブックは古い版です。${NOTHING}新しいブックをダウンロードし、内容を写してから取り込んでください。`,
    'kit.other-kind': () =>
      `このブックは別の種類の取込のためのものです。${NOTHING}取り込む種類を選び直してください。`,
    'kit.other-town': (facts) =>
      `このブックは別の市町村（団体コード ${plain(facts, 'code')}）のためのものです。${NOTHING}`,
    'kit.nothing-open': () => 'いま回答や確認を待っているものはありません。ブックは作っていません。',
    'kit.moved-on': (facts) =>
      `このブックを作った後に${plain(facts, 'name') ? ` ${plain(facts, 'name')} が` : ''}${momentOf(facts, 'at', 'ja-JP')} に変えているため、この行は取り込みません。新しいブックで確かめてください。`,
    'kit.marked-since': (facts) =>
      `このブックを作った後に、${plain(facts, 'name')} の答えが「${plain(facts, 'mark')}」になっているため、この行は取り込みません。新しいブックで確かめてください。`,
    'kit.row-gone': () =>
      'この行の候補や報告は、もうありません。この行は取り込みません。新しいブックで確かめてください。',
    'sheet.empty': () => `ファイルに何も書かれていません。${NOTHING}`,
    'sheet.no-rows': () => `見出しの行しかありません。${NOTHING}2行目から1行に1件ずつ書いてください。`,
    'sheet.too-large': (facts) =>
      `ファイルが大きすぎます（${of(facts, 'megabytes')} MB まで）。${NOTHING}行を分けるか、画像を取り除いてください。`,
    'sheet.old-excel': () =>
      `古い形式のExcel（.xls）です。${NOTHING}Excelで開き、「名前を付けて保存」で「Excel ブック（.xlsx）」を選んでから取り込んでください。`,
    'sheet.password': () =>
      `パスワードのかかったファイルです。${NOTHING}パスワードを外して保存してから取り込んでください。`,
    'sheet.macros': () =>
      `マクロの入ったファイルは受け付けません。${NOTHING}「Excel ブック（.xlsx）」として保存し直してから取り込んでください。`,
    'sheet.no-workbook': () => `Excelのブックではありません。${NOTHING}.xlsx か CSV を選んでください。`,
    'sheet.broken': () =>
      `ファイルが壊れていて読み取れません。${NOTHING}Excelで開いて保存し直してから取り込んでください。`,
    'sheet.too-much-inside': (facts) =>
      `ファイルの中身が大きすぎます（展開して ${of(facts, 'megabytes')} MB まで）。${NOTHING}必要な列と行だけを新しいブックに写してください。`,
    'sheet.no-table': () => `表ではないファイルです。${NOTHING}.xlsx か CSV を選んでください。`,
    'sheet.csv-broken': (facts) =>
      `CSVの ${of(facts, 'row')} 行目あたりで、引用符（"）の数が合いません。${NOTHING}そこを直してから取り込んでください。`,
    'sheet.unknown-encoding': () =>
      `文字コードを判別できません。${NOTHING}UTF-8 か Shift_JIS（CP932）で保存し直してください。`,
    'sheet.too-many-rows': (facts) =>
      `${of(facts, 'rows')} 行あります。一度に取り込めるのは ${of(facts, 'most')} 行までです。${NOTHING}ファイルを分けてください。`,
    'sheet.too-many-columns': (facts) =>
      `${of(facts, 'columns')} 列あります。読み取れるのは ${of(facts, 'most')} 列までです。${NOTHING}`,
    'sheet.cell-too-long': (facts) =>
      `${of(facts, 'row')} 行目に ${of(facts, 'most')} 文字を超える欄があります。${NOTHING}短くしてください。`,
  },
  faults: {
    'read-as': (_, facts) => `「${plain(facts, 'from')}」を「${plain(facts, 'to')}」と読みます。`,
    'zero-added': (_, facts) =>
      `「${plain(facts, 'from')}」の先頭に0を補い、${plain(facts, 'to')}（${plain(facts, 'name')}）と読みます。`,
    trimmed: () => '前後の空白を除きます。',
    composed: (_, facts) => `結合文字などを標準の形「${plain(facts, 'to')}」にします。`,
    apostrophe: () => "先頭の「'」は、式にしないための印として除きます。",
    'half-width-kept': () => '半角カナが入っています。このまま取り込みます。',
    'cell-error': (field, facts) =>
      `「${field}」がエラー値（${plain(facts, 'value')}）です。値を入れてください。`,
    'no-date': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」は日付として読めません。2026-11-20 や R8.11.20 のように書いてください。`,
    'no-half-day': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」を読み取れません。「2026-12-01 午前」のように書いてください。`,
    'no-number': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」は整数として読めません。数字だけを書いてください。`,
    'name-of-code': (field, facts) =>
      `「${field}」のコード ${plain(facts, 'code')} は ${plain(facts, 'known')} で、${plain(facts, 'name')} ではありません。`,
    'no-choice': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」は選べません。次から選んでください：${plain(facts, 'choices')}`,
    'no-yes-no': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」を読み取れません。「はい」か「いいえ」にしてください。`,
    'unknown-person': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」は専門人材の一覧にありません。氏名の字体を確かめてください。`,
    'several-people': (field, facts) =>
      `「${field}」の「${plain(facts, 'value')}」は複数います（${plain(facts, 'names')}）。一覧のコードで書いてください。`,
    'no-column': (field) => `「${field}」に当たる列がファイルにありません。列の対応で選んでください。`,
    'kit-row': (field) =>
      `「${field}」が書き換わっているため、どの記録の行か分かりません。新しいブックから写してください。`,
    'kit-mixed': (field) =>
      `「${field}」が、この行のもとの内容と違います。行の一部だけが入れ替わっていないか、新しいブックと見比べてください。`,
    'kit-unused': (field) =>
      `「${field}」は、この回答では相手に届きません。空にするか、回答を直してください。`,
    double: (_, facts) => `${of(facts, 'row')} 行目と同じものです。どちらか一方にしてください。`,
    'no-import-row': (_, facts) => `${of(facts, 'row')} 行目は、直せる行の中にありません。`,
    'head-twice': (_, facts) => `ファイルの列「${plain(facts, 'head')}」が二つの項目に選ばれています。`,
  },
  fields: {
    fileName: 'ファイルの名前',
    mapping: '列の対応',
    fixes: '直した値',
    list: '一覧',
    format: 'ファイルの形',
  },
};
