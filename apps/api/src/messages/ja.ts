import type { Facts, Messages } from './messages.js';

const KEPT = '入力した内容はこの画面に残っています。';
const of = (facts: Facts, key: string): string => String(facts[key] ?? '');

export const ja: Messages = {
  reasons: {
    internal: (facts) =>
      `システムの不具合で処理できませんでした。データは変わっていません。しばらくしてからもう一度お試しください。続くときは番号 ${of(facts, 'incident')} を運用担当にお伝えください。`,
    'access.sign-in-required': () => 'サインインが必要です。サインインし直すと、同じ画面に戻ります。',
    'access.forbidden': () =>
      'この操作をする権限がありません。データは変わっていません。担当の役割の方にご依頼ください。',
    'sign-in.failed': () =>
      'ログインIDまたはパスワードが正しくありません。確かめてもう一度入力してください。',
    'input.invalid': () => `入力に直すところがあります。${KEPT}`,
    'request.not-found': () =>
      '依頼が見つかりません。取り下げられたか、閲覧できる範囲にありません。一覧から選び直してください。',
    'request.not-in-state': () =>
      'この依頼はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新して今の段階を確かめてください。',
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
    'document.syntax': (facts) =>
      `問い合わせ文の書き方に誤りがあります。何も実行していません。（${of(facts, 'detail')}）`,
    'document.invalid': (facts) =>
      `送られた内容がこのシステムの形に合いません。何も実行していません。（${of(facts, 'detail')}）`,
    'document.variables': (facts) =>
      `送られた値の形が正しくありません。何も実行していません。（${of(facts, 'detail')}）`,
    'document.request': (facts) =>
      `要求を読み取れませんでした。何も実行していません。（${of(facts, 'detail')}）`,
    'document.too-deep': (facts) =>
      `問い合わせの入れ子が深すぎます（上限 ${of(facts, 'limit')} 段）。分けて送ってください。`,
    'document.too-complex': (facts) =>
      `一度に取り出す量が多すぎます（上限 ${of(facts, 'limit')}）。件数か項目を減らしてください。`,
    'document.unstorable': () =>
      '送られた内容に保存できない文字（制御文字など）が含まれています。何も実行していません。取り除いて送り直してください。',
    'body.too-large': (facts) =>
      `送られた内容が大きすぎます（上限 ${of(facts, 'limit')} KB）。何も保存していません。短くして送り直してください。`,
    'body.broken': () =>
      '送られた内容を読み取れませんでした（JSON の形が壊れています）。何も保存していません。',
    'body.type': () => '送られた内容の種類に対応していません。JSON で送ってください。',
    'service.away': () => 'データベースにつながりません。しばらくしてからもう一度お試しください。',
    'route.not-found': () => 'その場所には何もありません。アドレスを確かめてください。',
  },
  faults: {
    required: (field) => `「${field}」を入力してください。`,
    invalid: (field) => `「${field}」の形が正しくありません。`,
    unknown: (field) => `「${field}」に、登録のないものが選ばれています。選び直してください。`,
    unstorable: (field) =>
      `「${field}」に保存できない文字（制御文字など）が含まれています。取り除いてください。`,
    date: (field) => `「${field}」は、実在する日付を 2026-12-01 の形で入力してください。`,
    'too-long': (field, facts) => `「${field}」は ${of(facts, 'max')} 文字以内にしてください。`,
    'too-small': (field, facts) => `「${field}」は ${of(facts, 'min')} 以上にしてください。`,
    'too-big': (field, facts) => `「${field}」は ${of(facts, 'max')} 以下にしてください。`,
    step: (field, facts) => `「${field}」は ${of(facts, 'step')} 分きざみにしてください。`,
    past: (field, facts) =>
      `「${field}」が今日（${of(facts, 'today')}）より前です。今日以降の日付にしてください。`,
    'too-far': (field, facts) => `「${field}」は ${of(facts, 'last')} までの日付にしてください。`,
    'after-deadline': (field, facts) => `「${field}」が期限（${of(facts, 'deadline')}）より後です。`,
    'closed-day': (field, facts) =>
      `「${field}」の ${of(facts, 'date')} は閉庁日です。開庁日を選んでください。`,
    'town-code': (field, facts) =>
      `「${field}」${of(facts, 'code')} は団体コードとして正しくありません（6桁、最後は検査数字）。`,
    'town-of-prefecture': (field, facts) =>
      `「${field}」${of(facts, 'code')} は、この県の市町村ではありません。`,
    'page-size': (field, facts) =>
      `「${field}」は ${of(facts, 'min')} から ${of(facts, 'max')} までにしてください。`,
    cursor: (field) => `「${field}」の続きの位置が読み取れません。一覧を最初から開き直してください。`,
    'shortlist-size': (field, facts) => `「${field}」は 1 人から ${of(facts, 'max')} 人までにしてください。`,
    'whole-shortlist': (field) => `「${field}」は、示された候補全員に順位を付けてください。`,
    repeated: (field) => `「${field}」に同じものが二度入っています。`,
  },
  fields: {
    title: '件名',
    trouble: '困っていること',
    themeId: '支援テーマ',
    urgency: '急ぎの度合い',
    mode: '支援の形',
    visits: '回数',
    visitMinutes: '1回の時間',
    minGapDays: '間隔（日）',
    earliestOn: '開始希望日',
    deadlineOn: '期限',
    wished: '希望日',
    date: '日付',
    half: '午前・午後',
    onlyWished: '希望日のみ',
    contactSection: '担当部署',
    approvalNumber: '決裁番号',
    reason: '理由',
    municipalityId: '市町村',
    specialistIds: '候補者',
    question: '質問',
    answer: '回答',
    specialistId: '専門人材',
    first: '件数',
    after: '続きの位置',
    search: '検索語',
  },
  joinFaults: (sentences) => `${sentences.join(' ')} ${KEPT}`,
};
