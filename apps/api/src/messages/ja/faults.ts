import { type Messages } from '../messages.js';
import { of } from './words.js';

/** What can be wrong with a field. */
export const faultsJa: Pick<Messages, 'faults'> = {
  faults: {
    'conflict-of-interest': (field) =>
      `「${field}」に、この案件の関係事業者と利益相反のある人が含まれています。別の人を選んでください。`,
    'corporate-number': (field) => `「${field}」は13桁の法人番号で入力してください（検査数字が合いません）。`,
    'no-purchase': (field) => `調達がない案件では「${field}」を空にしてください。`,
    'mail-address': (field) => `「${field}」は name@example.lg.jp の形で入力してください。`,
    'repeat-rule': (field) =>
      `「${field}」は、毎週・何週ごと・毎月の形で指定してください（終わりは日付か回数）。`,
    'repeat-rule-empty': (field) =>
      `「${field}」に当てはまる日がありません。開始日と終わりを確かめてください。`,
    required: (field) => `「${field}」を入力してください。`,
    invalid: (field) => `「${field}」の形が正しくありません。`,
    unknown: (field) => `「${field}」に、登録のないものが選ばれています。選び直してください。`,
    unstorable: (field) =>
      `「${field}」に保存できない文字（制御文字など）が含まれています。取り除いてください。`,
    date: (field) => `「${field}」は、実在する日付を入力してください（例 2026-12-01）。`,
    'too-long': (field, facts) => `「${field}」は ${of(facts, 'max')} 文字以内にしてください。`,
    'too-short': (field, facts) => `「${field}」は ${of(facts, 'min')} 文字以上にしてください。`,
    'same-place': (field) => `「${field}」がもう一方と同じ場所です。別の場所を選んでください。`,
    'before-start': (field, facts) =>
      `「${field}」が開始日（${of(facts, 'from')}）より前です。開始日以降にしてください。`,
    'not-past': (field) => `「${field}」は今日以降の日付にしてください。`,
    'not-before-from': (field) => `「${field}」は開始日以降の日付にしてください。`,
    'period-too-long': (field, facts) =>
      `「${field}」までの期間は ${of(facts, 'max')} 日以内にしてください。`,
    kana: (field) => `「${field}」は、ひらがなかカタカナで入力してください。`,
    'closed-weekday': (field) => `「${field}」は月曜から金曜を選んでください。`,
    'not-working-then': (field) =>
      `「${field}」に、その時間に勤務しない人か登録を外れた人がいます。選び直してください。`,
    'too-small': (field, facts) => `「${field}」は ${of(facts, 'min')} 以上にしてください。`,
    'too-big': (field, facts) => `「${field}」は ${of(facts, 'max')} 以下にしてください。`,
    step: (field, facts) => `「${field}」は ${of(facts, 'step')} 分きざみにしてください。`,
    past: (field, facts) =>
      `「${field}」が今日（${of(facts, 'today')}）より前です。今日以降の日付にしてください。`,
    'too-far': (field, facts) => `「${field}」は ${of(facts, 'last')} までの日付にしてください。`,
    'after-deadline': (field, facts) => `「${field}」が期限（${of(facts, 'deadline')}）より後です。`,
    'cases-in-training': (field) => `「${field}」は、合同研修のときだけ入力できます。`,
    'every-town-once': (field) => `「${field}」には、すべての市町を一度ずつ入れてください。`,
    'round-not-over': (field) =>
      `前の巡回で、まだ訪れていない市町があります。先に始めるときは「${field}」を入力してください。`,
    'too-early': (field, facts) => `「${field}」は ${of(facts, 'first')} 以降の日付にしてください。`,
    future: (field, facts) =>
      `「${field}」が今日（${of(facts, 'today')}）より後です。今日までの日付にしてください。`,
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
    'longer-than-half': (_, facts) =>
      `1回 ${of(facts, 'minutes')} 分は、${of(facts, 'date')} の午前（9:00〜12:00）に収まりません。午後を選ぶか、1回の時間を短くしてください。`,
    'serves-nobody': (field) =>
      `「${field}」のままでは、誰も訪問しない計画が最良になります。訪問できない依頼を順位に入れ、点数を1以上にしてください。`,
    'soft-rule': (field) =>
      `「${field}」に、順位を付けられない決まりが入っています。示された決まりから選んでください。`,
    'wrong-code': (field) =>
      `「${field}」が正しくないか、すでに使われています。認証アプリに次のコードが表示されるのを待って入力してください。`,
    'cannot-take-over': (field) =>
      `「${field}」の人は、依頼や調整の担当ではありません。先に担当を変えるか、ほかの人を選んでください。`,
    'duty-of-side': (field) => `「${field}」に、この所属にはない担当が含まれています。選び直してください。`,
    'wrong-password': (field) => `「${field}」が正しくありません。確かめて入力し直してください。`,
    'no-password': (field) =>
      `「${field}」を確かめられません。県のアカウントでサインインしているため、ここにはパスワードがありません。必要なときは、所属の管理者にパスワード設定のリンクを依頼してください。`,
    'password-short': (field, facts) =>
      `「${field}」は ${of(facts, 'min')} 文字以上にしてください。長さが一番の守りです。文字の種類は問いません。短い文を考えると覚えやすくなります。`,
    'password-common': (field) =>
      `「${field}」は、流出したことのあるパスワードやよく使われる言葉、キーの並び、同じ文字の繰り返しでできていて、攻撃では真っ先に試されます。関係のない言葉をいくつか並べてください。`,
    'password-personal': (field) =>
      `「${field}」は、ログインID・氏名・市町村名・製品名でできているため、推測されます。関係のない言葉をいくつか加えてください。`,
    'not-after-present-end': (field, facts) =>
      `「${field}」は、今の終了日（${of(facts, 'end')}）より後にしてください。`,
    'not-before-present-end': (field, facts) =>
      `「${field}」は、今の終了日（${of(facts, 'end')}）より前にしてください。`,
    'not-in-future': (field, facts) =>
      `「${field}」は今日（${of(facts, 'today')}）以前の日付にしてください。`,
    'with-monthly-days': (field) => `「${field}」と月の日数は、両方を入力するか、両方を空にしてください。`,
    'not-a-party': (field) => `「${field}」は、この協定の当事者から選んでください。`,
    'repeated-line': (field) =>
      `「${field}」に同じ言葉が二度入っています。片方を消すか、書き分けてください。`,
    phone: (field) => `「${field}」は、082-000-0000 のように数字とハイフンで書いてください。`,
    repeated: (field) => `「${field}」に同じものが二度入っています。`,
    'outside-term': (field, facts) =>
      `「${field}」は ${of(facts, 'from')} から ${of(facts, 'to')} までの期間内にしてください。`,
    'beyond-guideline': (field, facts) =>
      `この日を入れると今月は ${of(facts, 'used')}/${of(facts, 'agreed')} 日で、目安を超えます。「${field}」を入力すると保存できます。`,
    'no-such-clause': (field, facts) => `「${field}」の第${of(facts, 'no')}条は、この協定にありません。`,
    twice: (field) => `「${field}」に同じものが二つあります。`,
    'no-party': (field) => `「${field}」に、この協定の当事者でないものがあります。`,
    'no-town': (field) => `「${field}」で日数割りにできるのは市町だけです。`,
    'remainder-party': (field) =>
      `「${field}」に、割り切れない額を負担する当事者を、負担する当事者の中から選んでください。`,
    zero: (field) => `「${field}」は 0 以外にしてください。`,
    'no-such-row': (field) => `「${field}」に当たる費目が、その月の費用負担の定めにありません。`,
    'whole-months': (field) =>
      `「${field}」は月の初日から末日まで（協定の始まりと終わりを除く）にしてください。`,
    'not-over': (field) => `「${field}」がまだ終わっていません。昨日までに終わった月にしてください。`,
    'too-many-months': (field, facts) =>
      `「${field}」までの期間は ${of(facts, 'max')} か月以内にしてください。`,
    'year-order': (field) => `「${field}」は最初の年度以降にしてください。`,
  },
};
