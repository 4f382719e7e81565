import { datesJa } from './dates-ja.js';
import { exchangeJa } from './exchange-ja.js';
import { jointJa } from './joint-ja.js';
import { overviewJa } from './overview-ja.js';
import { reportsJa } from './reports-ja.js';
import { travelJa } from './travel-ja.js';
import { dutiesIn, type Facts, factOf, type Messages, momentOf, quotasIn, unsettledIn } from './messages.js';

const KEPT = '入力した内容はこの画面に残っています。';

const DUTY: Readonly<Record<string, string>> = {
  COORDINATOR: '調整',
  APPROVER: '決裁',
  AUDITOR: '監査',
  REQUESTER: '依頼',
  MANAGER: '職員の管理',
};

const UNSETTLED: Readonly<Record<string, string>> = {
  MEMBERSHIP: '続いている所属',
  POOL: '専門人材としての登録（受け付け中）',
  REQUEST: '終わっていない申請',
  CONSULTATION: '終わっていない相談',
  VISIT: '終わっていない訪問',
  PLACEMENT: '終わっていない配置',
};

const UNIT: Readonly<Record<string, string>> = { DAYS: '日', HOURS: '時間', VISITS: '回' };

const of = (facts: Facts, key: string): string =>
  factOf(facts, key, (year, month, day) => `${year}年${month}月${day}日`);

export const ja: Messages = {
  reasons: {
    ...jointJa.reasons,
    'inbox-item.not-found': () =>
      '通知が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'notice.must-stay': () =>
      '対応が必要な通知のメールは止められません。設定は変えていません。止められる種類だけを選んでください。',
    'mail.off': () =>
      'この伴走はメールを送らない設定です。何も変更していません。通知は受信箱で確かめられます。メールが必要なときは運用担当に相談してください。',
    'mail.too-many-codes': () =>
      '確認番号の送信が続いたため、しばらく送れません。アドレスは変えていません。1時間ほどおいてからもう一度お試しください。',
    'mail.code-wrong': () =>
      '確認番号が違います。アドレスはまだ確認できていません。届いたメールの8桁の数字を入れ直してください。',
    'mail.code-spent': () =>
      'この確認番号はもう使えません。アドレスはまだ確認できていません。確認番号をもう一度送ってください。',
    'mail-suppression.not-found': () =>
      'この配信停止は見つかりません。ほかの人が解除したのかもしれません。画面を読み込み直してください。',
    ...datesJa.reasons,
    ...reportsJa.reasons,
    ...travelJa.reasons,
    ...exchangeJa.reasons,
    internal: (facts) =>
      `システムの不具合で処理できませんでした。データは変わっていません。しばらくしてからもう一度お試しください。続くときは番号 ${of(facts, 'incident')} を運用担当にお伝えください。`,
    'access.sign-in-required': () => 'サインインが必要です。サインインし直すと、同じ画面に戻ります。',
    'access.forbidden': () =>
      'この操作をする権限がありません。データは変わっていません。担当の役割の方にご依頼ください。',
    'access.duty-needed': (facts) =>
      `この操作には「${dutiesIn(facts, DUTY, '」または「')}」の担当が必要です。何も変更していません。その担当の人に依頼してください。`,
    'link.not-usable': () =>
      'このリンクは使えません。使用済みか、取り消されたか、発行から3日を過ぎています。このリンクでパスワードを設定した場合はサインインしてください。そうでない場合は、新しいリンクの発行を依頼してください。',
    'invitation.not-found': () =>
      '招待が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'invitation.not-open': () =>
      'この招待は使用済みか、取り消されたか、期限が切れています。何も変更していません。',
    'invitation.already-there': () =>
      'あなたのアカウントは、すでにここに所属しています。招待は使っていません。',
    'invitation.identity-only': () =>
      'この招待は、県のアカウントでのみ受けられます。招待は使っていません。リンクを開き直して、県のアカウントでサインインしてください。すでにアカウントがある方は、先に「アカウント」の画面で県のアカウントを結び付けてください。',
    'password-reset.belongs-elsewhere': () =>
      'この人は、あなたが管理していない所属も持っているため、パスワードを再設定できません。リンクは作っていません。県の窓口に依頼してください。',
    'membership.last-keeper': (facts) =>
      `「${dutiesIn(facts, DUTY, '」または「')}」の担当者がいなくなります。何も変更していません。先にほかの人をその担当にしてください。`,
    'session.vouched-for-elsewhere': () =>
      '県のアカウントでサインインしているため、ほかの都道府県や運用者の所属には切り替えられません。何も変更していません。一度サインアウトして、ログインIDとパスワードでサインインしてください。',
    'membership.last-operator': () =>
      '運用者がひとりもいなくなります。何も変更していません。先にほかの運用者を招待してください。',
    'invitation.hub-is-there': () =>
      'この都道府県の窓口には、サインインできる人がすでにいます。リンクは作っていません。窓口の人がほかの人を招待します。',
    'outbox-row.not-found': () =>
      '指定した処理の中に、見つからないものがあります。どれも再試行していません。画面を読み込み直してください。',
    'person.not-found': () =>
      'この人が見つかりません。あなたには表示できないか、この県の記録にはいません。画面を読み込み直してください。',
    'erasure.unsettled': (facts) =>
      `この人にはまだ残っているものがあるため、消去できません：${unsettledIn(facts, UNSETTLED, '、')}。何も変更していません。終わらせるか引き継いでから、もう一度お試しください。`,
    'erasure.names-person': () =>
      '理由か根拠に、消去する人の名前が入っています。理由と根拠はずっと残るため、名前を書かないでください。何も変更していません。',
    'attachment.not-found': () =>
      '添付ファイルが見つかりません。取り除かれたか、見る権限がありません。画面を読み込み直してください。',
    'attachment.gone': () =>
      'このファイルの中身が保管先にありません。運営担当に連絡してください。記録そのものは残っています。',
    'attachment.empty': () =>
      'このファイルは空です。保存されていません。中身を確かめて、もう一度選んでください。',
    'attachment.too-large': (facts) =>
      `1つのファイルは${of(facts, 'limitMb')} MBまでです。保存されていません。分けるか、小さくして選び直してください。`,
    'attachment.too-many': (facts) =>
      `添付できるのは${of(facts, 'limit')}個までです。このファイルは保存されていません。要らないものを取り除いてから、もう一度選んでください。`,
    'attachment.prefecture-full': (facts) =>
      `この県の添付ファイルの合計が上限（${of(facts, 'limitMb')} MB）に達しています。このファイルは保存されていません。運営担当に連絡してください。`,
    'attachment.kind-not-allowed': () =>
      'この種類のファイルは添付できません。保存されていません。PDF、Word・Excel・PowerPoint（docx・xlsx・pptx）、写真（jpg・png・webp）、txt、csvのいずれかにしてください。',
    'attachment.active': () =>
      'HTMLやSVG、スクリプトなど、開くと動くものは添付できません。保存されていません。PDFか写真にしてください。',
    'attachment.archive': () =>
      'ZIPなどにまとめたファイルは添付できません。保存されていません。中のファイルを1つずつ選んでください。',
    'attachment.macro': () =>
      'マクロや部品プログラムを含むファイルは添付できません。保存されていません。マクロなしの形式（docx・xlsx・pptx）かPDFで保存し直してください。',
    'attachment.old-office': () =>
      '古い形式（doc・xls・ppt）か、パスワードの付いたファイルです。中身を確かめられないため保存されていません。docx・xlsx・pptxかPDFで、パスワードを外して保存し直してください。',
    'attachment.extension-differs': (facts) =>
      `ファイル名の末尾（.${of(facts, 'extension')}）と中身（${of(facts, 'kind')}）が合いません。保存されていません。正しい形式で保存し直してください。`,
    'attachment.extension-stays': (facts) =>
      `ファイル名の末尾（.${of(facts, 'extension')}）は変えられません。名前は元のままです。`,
    'attachment.broken': () =>
      'ファイルが壊れているか、途中で切れています。保存されていません。開けるか確かめて、もう一度選んでください。',
    'attachment.bomb': () =>
      '開くと非常に大きくなるファイルです。保存されていません。中身を減らすか、PDFで保存し直してください。',
    'attachment.quarantined': () =>
      'ウイルス検査で問題が見つかったため、このファイルは隔離されています。開けません。添付した人に連絡し、取り除いてください。',
    'attachment.not-scanned-yet': () =>
      'このファイルはウイルス検査を待っています。少し待ってから、もう一度開いてください。',
    'attachment.store-away': () =>
      'ファイルの保管先につながりません。何も変わっていません。少し待ってから、もう一度お試しください。',
    'attachment.upload-cut': () => '送信の途中で切れました。保存されていません。もう一度選んでください。',
    'client-key.malformed': () =>
      'Idempotency-Key は UUID（8-4-4-4-12 桁の16進数）で送ってください。データは変わっていません。',
    'client-key.used-otherwise': () =>
      'この Idempotency-Key は別の内容の操作に使われています。データは変わっていません。新しい鍵で送り直してください。',
    'declaration.not-found': () =>
      '協働宣言が見つかりません。あなたには表示できないものかもしれません。画面を読み込み直してください。',
    'declaration.title-taken': (facts) =>
      `「${of(facts, 'title')}」という協働宣言はすでにあります。${KEPT}ほかの題名にしてください。`,
    'declaration.already-signed': (facts) =>
      `すでに${of(facts, 'name')}さんの署名が記録されています。何も変更していません。間違いのときは、先に取り消してください。`,
    'declaration.not-signed': () => 'まだ署名されていません。何も変更していません。',
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
    'record.changed-meanwhile': (facts) =>
      `あなたが開いた後に、${facts['name'] ? `${of(facts, 'name')} さん` : 'ほかの人'}が同じ内容を変えました（${momentOf(facts, 'at', 'ja-JP')}）。あなたの変更はまだ保存していません。${KEPT}変わったところを確かめて、もう一度保存してください。`,
    'sign-in.too-many': (facts) =>
      `このログインIDでパスワードの間違いが続いたため、この端末からの受け付けを止めています。${of(facts, 'minutes')} 分ほど待ってから、もう一度お試しください。`,
    'sign-in.code-needed': () =>
      'パスワードは正しく入力されました。続けて、認証アプリに表示されている6桁のコードを入力してください。',
    'sign-in.passkey-needed': () =>
      'パスワードは正しく入力されました。続けて、パスキーか回復コードを使ってください。',
    'sign-in.passkey-failed': () =>
      'パスキーでサインインできませんでした。登録を外したパスキーか、時間切れかもしれません。もう一度お試しになるか、ログインIDとパスワードを使ってください。',
    'oidc.not-found': () =>
      'この県のアカウントでのサインインは設定されていません。ログインIDとパスワードでサインインしてください。',
    'oidc.taken': () =>
      'この県のアカウントは、すでに別のアカウントに結び付いています。何も変更していません。',
    'oidc.away': () =>
      '県の認証システムにつながりませんでした。しばらくしてからもう一度お試しになるか、ログインIDとパスワードを使ってください。',
    'passkey.not-found': () =>
      'このパスキーは見つかりません。すでに外されているかもしれません。画面を更新してください。',
    'passkey.not-registered': () =>
      'パスキーを登録できませんでした。時間切れか、すでに登録されている端末です。もう一度はじめからお試しください。',
    'passkey.too-many': (facts) =>
      `登録できるパスキーは ${of(facts, 'max')} 個までです。使っていないものを外してから、もう一度お試しください。`,
    'sign-in.code-wrong': () =>
      'コードが正しくないか、すでに使われています。認証アプリに次のコードが表示されるのを待って入力してください。',
    'sign-in.code-too-many': (facts) =>
      `コードの間違いが続いたため、認証アプリのコードの受け付けを止めています。${of(facts, 'minutes')} 分ほど待つか、回復コードを使ってください。心当たりがないときは、パスワードを知られています。すぐに変えてください。`,
    'sign-in.code-unreadable': () =>
      'システムの鍵が変わったため、認証アプリのコードを確かめられません。回復コードを使うか、県の担当に2段階認証の解除をご依頼ください。',
    'second-factor.set-up-first': () =>
      'この役割では2段階認証が必要です。先に認証アプリを設定してください。データは変わっていません。',
    'second-factor.already-on': () =>
      '認証アプリはすでに設定されています。設定はそのままです。新しい端末に移すときは、いったん解除してください。',
    'second-factor.not-begun': () =>
      '認証アプリの設定が始まっていません。パスワードを入力して、はじめからやり直してください。',
    'second-factor.not-on': () => '認証アプリは設定されていません。画面を更新してください。',
    'sign-in.failed': () =>
      'ログインIDまたはパスワードが正しくありません。確かめてもう一度入力してください。',
    'input.invalid': () => `入力に直すところがあります。${KEPT}`,
    'request.not-found': () =>
      '依頼が見つかりません。取り下げられたか、閲覧できる範囲にありません。一覧から選び直してください。',
    'request.not-decided': () =>
      '派遣はまだ決まっていないため、決定通知書は作れません。決まってから、もう一度お試しください。',
    'paper.too-long': ({ max }) =>
      `訪問が${String(max)}回を超えるため、1つの文書にできません。一覧の Excel・CSV をお使いください。`,
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
    'consultation.conflict-of-interest': () => '利益相反の確認により、担当を改めました。',
    'prefecture.not-found': () =>
      '都道府県が見つかりません。データは変わっていません。一覧から選び直してください。',
    'municipality.not-found': () =>
      '市町村が見つかりません。データは変わっていません。団体コードを確かめるか、一覧から選び直してください。',
    'place.not-found': () =>
      'この県の役所・役場として登録がありません。データは変わっていません。一覧から選び直してください。',
    'specialist.not-found': () =>
      '専門人材が見つかりません。登録を外れたか、閲覧できる範囲にありません。データは変わっていません。一覧から選び直してください。',
    'day-off.not-found': () =>
      'この休みの登録は見つかりません。すでに取り消されたか、閲覧できる範囲にありません。データは変わっていません。画面を更新してください。',
    'day-off.already-noted': (facts) =>
      `${of(facts, 'date')} の休みはすでに登録されています。登録済みの内容はそのままです。変えるときは、取り消してから登録し直してください。`,
    'day-off.past': (facts) =>
      `${of(facts, 'date')} は過ぎた日のため、休みを取り消せません。登録はそのまま残っています。`,
    'unavailability-rule.not-found': () =>
      'この繰り返しの予定は見つかりません。すでに取り消されたか、閲覧できる範囲にありません。何も変わっていません。画面を更新してください。',
    'unavailability-rule.over': (facts) =>
      `この繰り返しの予定は ${of(facts, 'date')} で終わっています。何も変わっていません。画面を更新してください。`,
    'unavailability-rule.too-many': (facts) =>
      `繰り返しの予定は ${of(facts, 'limit')} 件までです。何も登録していません。使わないものを終わらせてから登録してください。`,
    'availability.hits-visits': (facts) =>
      `${of(facts, 'date')} には訪問が ${of(facts, 'visits')} 件あります。休みは登録していません。空きの画面で、訪問をどうするか選んでから登録してください。`,
    'calendar-feed.not-found': () =>
      'この予定表の購読は見つかりません。取り消されたか、アドレスが違います。購読を作り直してください。',
    'calendar-feed.too-many': (facts) =>
      `予定表の購読は ${of(facts, 'limit')} 件までです。何も作っていません。使わないものを取り消してから作ってください。`,
    'calendar-feed.switched-off': () =>
      'この環境では予定表の購読を使えません。何も作っていません。訪問ごとの予定ファイルを使ってください。',
    'skill.confirmed-by-hub': () =>
      'このスキルは県が確認済みのため、自己申告では変えられません。県の評価はそのままです。見直しは県の担当にご相談ください。',
    'expert-field.not-found': () =>
      '専門分野が見つかりません。データは変わっていません。年度を確かめ、一覧から選び直してください。',
    'expert-field.year-over': (facts) =>
      `${of(facts, 'fiscalYear')} 年度は終わっているため、専門分野を変えられません。過去の記録はそのままです。今年度か来年度を選んでください。`,
    'expert-field.theme-taken': (facts) =>
      `テーマ ${of(facts, 'themeIds')} は同じ年度の別の専門分野に入っています。何も変えていません。先にその分野から外してください。`,
    'expert-field.name-taken': (facts) =>
      `「${of(facts, 'name')}」という専門分野は同じ年度にすでにあります。何も変えていません。別の名前にしてください。`,
    'session.not-found': () =>
      'このサインインは見つかりません。すでに終わっているかもしれません。画面を更新してください。',
    'saved-view.not-found': () =>
      'この「保存した表示」は見つかりません。すでに消したものかもしれません。画面を更新してください。',
    'saved-view.name-taken': () =>
      '同じ名前の表示がこの一覧にすでにあります。何も変えていません。別の名前を付けてください。',
    'saved-view.too-many': () =>
      '保存できる表示は60件までです。今回の表示は保存していません。使っていないものを消してから、もう一度保存してください。',
    'membership.not-found': () =>
      'この所属は見つかりません。外されたか、閲覧できる範囲にありません。画面を更新してください。',
    'account.not-found': () => 'アカウントが見つかりません。サインインし直してください。',
    'account.login-id-taken': (facts) =>
      `ログインID ${of(facts, 'loginId')} は使われています。アカウントは作っていません。別のIDにしてください。`,
    'planning-run.not-found': () =>
      '計画が見つかりません。閲覧できる範囲にありません。一覧から選び直してください。',
    'planning-run.not-in-state': () =>
      'この計画はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新して今の段階を確かめてください。',
    'planning-run.already-open': (facts) =>
      `計画 第${of(facts, 'number')}案を作成中です。終わるのを待つか、取りやめてから、もう一度お試しください。`,
    'proposed-visit.not-found': () =>
      'この訪問案は見つかりません。計画が作り直されたかもしれません。画面を更新してください。',
    'plan.overtaken': () =>
      '計画を作った後に、予定や依頼が変わりました。公開はしていません。もう一度計画を作ってから公開してください。',
    'plan.scheduled': (facts) =>
      `この計画は${momentOf(facts, 'at', 'ja-JP')}に送る予定です。先に「送信を取り消す」で取り消してから直してください。`,
    'plan.version-overtaken': () => '見ている間に、ほかの人が新しい版を公開しました。差を見直してください。',
    'plan.version-not-recorded': () => 'この版より後に、変更の記録がない版があるため、戻せません。',
    'plan.nothing-to-restore': () => 'この版に戻せる変更はありません。',
    'publication-order.settled': () =>
      'この送信は、すでに送られたか、取り消されています。画面を新しくしてください。',
    'publication-order.not-found': () => 'この送信は見つかりません。',
    'publication.not-found': () => 'この版は見つかりません。',
    'plan.visit-placed': () => 'この訪問は、ほかの人がすでに割り当てています。画面を新しくしてください。',
    'plan.visit-taken-out': () =>
      'この訪問の割当は、ほかの人がすでに外しています。画面を新しくしてください。',
    'plan.empty': () => 'この計画には訪問が1件もないため、公開できません。',
    'planning-run.no-plan': () =>
      'この計画には、まだ案がありません。作成が終わってから、もう一度お試しください。',
    'plan.part-needs-more': (facts) =>
      `選んだ訪問だけでは、予定の決まりを満たしません（${of(facts, 'visits')}件）。公開はしていません。関係する訪問も一緒に選んでください。`,
    'repair.stale': () =>
      'この案を示した後に、予定や依頼が変わりました。何も変えていません。案を作り直して選んでください。',
    'repair.today-over': () =>
      '案を示した後に時間が過ぎ、本日の訪問には間に合わなくなりました。何も変えていません。明日以降の案を作り直して選んでください。',
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
    'visit.not-found': () =>
      '訪問が見つかりません。取り消されたか、閲覧できる範囲にありません。一覧から選び直してください。',
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
    'visit.not-in-state': () =>
      'この訪問はすでに別の段階に進んでいるため、この操作はできません。データは変わっていません。画面を更新して今の段階を確かめてください。',
    'visit.no-gap': () =>
      'この訪問の空きは、すでに埋まったか「このまま」とされています。画面を更新して確かめてください。',
    'visit-proposal.not-found': () =>
      'この別の日の提案は見つからないか、ご覧になれません。一覧から選び直してください。',
    'visit-proposal.not-in-state': () =>
      'この提案はすでに決着しています（承認・見送り・取下げ、または訪問が先に動いた）。データは変わっていません。画面を更新してください。',
    'visit-proposal.already-open': () =>
      'この訪問には、すでに別の日の提案を出しています。出し直すときは、先の提案を取り下げてください。',
    'visit-proposal.slot-taken': () =>
      'この日時は、ほかの予定が入ったなどで今は選べなくなりました。何も変えていません。画面を更新して、ほかの日時を選んでください。',
    'visit.moved': () =>
      'この訪問は、あなたが見たあとで日時が変わりました。返信はしていません。新しい日時を確かめてから、もう一度返信してください。',
    'visit.over': () => 'この訪問は終わっています。取りやめではなく、実施の記録か報告をしてください。',
    'visit.accepted-long-ago': () =>
      '「行けます」を取り消せるのは、返信してから1分以内です。来られなくなったときは「行けません」で理由を知らせてください。',
    'visit.not-over': () => 'この訪問はまだ終わっていません。終了時刻を過ぎてから「実施」にしてください。',
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
    'document.too-long': (facts) =>
      `問い合わせ文が長すぎます（上限 ${of(facts, 'limit')} 語）。何も実行していません。分けて送ってください。`,
    'document.too-many-aliases': (facts) =>
      `問い合わせの中の別名が多すぎます（上限 ${of(facts, 'limit')} 個）。何も実行していません。分けて送ってください。`,
    'document.too-many-directives': (facts) =>
      `問い合わせの中の指示子（@）が多すぎます（上限 ${of(facts, 'limit')} 個）。何も実行していません。減らして送ってください。`,
    'document.too-many-roots': (facts) =>
      `一度に呼び出す操作が多すぎます（上限 ${of(facts, 'limit')} 件）。何も実行していません。分けて送ってください。`,
    'document.heavy-twice': (facts) =>
      `計算に時間のかかる同じ操作は、一度に ${of(facts, 'limit')} 回までです。何も実行していません。一つずつ送ってください。`,
    'document.batch': (facts) =>
      `要求は一度に ${of(facts, 'limit')} 件までです。何も実行していません。一つずつ送ってください。`,
    'document.by-post': () => 'この場所への要求は POST で送ってください。何も実行していません。',
    'operation.too-long': (facts) =>
      `処理が ${of(facts, 'seconds')} 秒を超えたため、中止しました。終わっていない変更は保存していません。範囲を狭めるか、しばらくしてからもう一度お試しください。`,
    'rate.account': (facts) =>
      `短い間の要求が多すぎます（上限 1分あたり ${of(facts, 'limit')} 点）。何も実行していません。${of(facts, 'seconds')} 秒後にもう一度お試しください。`,
    'rate.address': (facts) =>
      `この接続元からの、サインイン前の要求が多すぎます（上限 1分あたり ${of(facts, 'limit')} 点）。何も実行していません。${of(facts, 'seconds')} 秒後にもう一度お試しください。`,
    'origin.foreign': () =>
      'ほかのサイトの画面から送られた要求のため、受け付けません。何も実行していません。このシステムの画面を開いて、もう一度お試しください。',
    'host.malformed': () => '要求の宛先（Host）の形が正しくありません。何も実行していません。',
    'host.unknown': () =>
      'この宛先の名前では応答しません。何も実行していません。管理者の方へ: 使う名前を設定 BANSO_ALLOWED_HOSTS に加えてください。プロキシの後ろで動かすときは BANSO_PROXY_HOPS も設定してください。',
    'document.unstorable': () =>
      '送られた内容に保存できない文字（制御文字など）が含まれています。何も実行していません。取り除いて送り直してください。',
    'document.untrusted': () =>
      'このシステムは、最新の画面からの要求だけを受け付けます。何も実行していません。画面を再読み込みして、もう一度お試しください。',
    'body.too-large': (facts) =>
      `送られた内容が大きすぎます（上限 ${of(facts, 'limit')} KB）。何も保存していません。短くして送り直してください。`,
    'body.broken': () =>
      '送られた内容を読み取れませんでした（UTF-8 の JSON として壊れています）。何も保存していません。',
    'body.type': () =>
      '送られた内容の種類に対応していません。何も保存していません。圧縮せず、UTF-8 の JSON で送ってください。',
    'reckoning.too-long': () =>
      '計算に時間がかかりすぎたため、中止しました。何も変えていません。しばらくしてからもう一度お試しください。',
    'service.busy': () =>
      'ほかの人の操作が終わるのを待ちましたが、終わりませんでした。何も変えていません。しばらくしてからもう一度お試しください。',
    'service.crowded': () =>
      'ただいま混み合っています。何も変更していません。しばらくしてからもう一度お試しください。',
    'service.away': () => 'データベースにつながりません。しばらくしてからもう一度お試しください。',
    'route.not-found': () => 'その場所には何もありません。アドレスを確かめてください。',
  },
  faults: {
    ...jointJa.faults,
    ...datesJa.faults,
    ...reportsJa.faults,
    ...overviewJa.faults,
    ...travelJa.faults,
    ...exchangeJa.faults,
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
  fields: {
    ...jointJa.fields,
    mailAddress: 'メールアドレス',
    mailCode: '確認番号',
    digestMinute: 'まとめ通知の時刻',
    stopped: '止める通知',
    ids: '通知',
    ...datesJa.fields,
    ...reportsJa.fields,
    ...overviewJa.fields,
    ...travelJa.fields,
    ...exchangeJa.fields,
    partyKind: '種別',
    address: '住所',
    partyId: '当事者',
    capacity: '立場',
    signatoryTitle: '署名者の職',
    signatoryName: '署名者の氏名',
    agreementKind: '協定の種類',
    startsOn: '開始日',
    endsOn: '終了日',
    monthlyRule: '月の日数の扱い',
    noticeDays: '満了前の協議（日前）',
    work: '業務の内容',
    confidentiality: '秘密の保持',
    remainderPartyId: '端数の負担者',
    parties: '当事者',
    clauses: '条文',
    heading: '見出し',
    body: '本文',
    decidedOn: '決めた日',
    concludedOn: '締結日',
    paper: '文書',
    termNo: '期間の番号',
    revision: '改稿',
    workedOn: '勤務した日',
    halfDays: '半日・1日',
    travelYen: '往復の旅費（円）',
    beyondReason: '目安を超える理由',
    validFrom: '適用開始日',
    lines: '費目',
    item: '費目',
    clauseNo: '根拠の条',
    amountRule: '額の決め方',
    yen: '金額（円）',
    daySource: '数える日',
    shareRule: '分け方',
    shares: '負担する当事者',
    month: '月',
    measure: '措置の名前',
    bearer: '対象団体',
    firstYear: '最初の年度',
    lastYear: '最後の年度',
    ratePerMille: '率（千分率）',
    ceilingYen: '上限額（円）',
    items: '対象の費目',
    appointmentForms: '対象の任用形態',
    seen: '読んだ版',
    declaredOn: '宣言した日',
    signedOn: '署名した日',
    came: '出席した市町',
    people: '人数',
    cases: '共有した事例',
    stops: '巡る順',
    tour: 'まとまり',
    ferryNote: '船の便',
    arranged: '巡る順',
    on: '日付',
    companion: '同行する県の職員',
    words: '内容',
    seats: '席の数',
    monthlyHours: '月の時間の目安',
    section: '課',
    since: 'いつから',
    heldOn: '開く日',
    preparedBy: '準備する人',
    memberIds: '出席した人',
    record: '記録',
    what: '内容',
    scope: '対象',
    period: '期間',
    unit: '単位',
    counts: '数える訪問',
    limit: '上限',
    warnPercent: '警告を出す割合',
    supportRequestId: '依頼',
    agreementId: '協定',
    schemeId: '制度',
    capPer: '上限の数え方',
    onSiteDays: '現地の日数',
    onlineHours: 'オンラインの時間',
    onlineMinutes: 'オンラインの分数',
    cost: '町の負担',
    costWords: '町の負担（説明）',
    rule: '繰り返し',
    message: '町への説明',
    rules: '決まり',
    validTo: '終了日',
    opensOn: '受付の開始日',
    closesOn: '受付の締切日',
    closesAt: '締切の時刻',
    months: '期間（月）',
    duties: '担当',
    colleagueId: '引き継ぐ人',
    forName: '招待する人',
    role: '役割',
    presentPassword: '今のパスワード',
    newPassword: '新しいパスワード',
    relation: '関わり',
    corporateNumber: '法人番号',
    source: '確認した資料',
    phase: '調達の段階',
    vendors: '関係事業者',
    code: 'コード',
    starts: '同時に探す数',
    stopAtIterations: '探すのをやめた回数',
    tiers: '決まりの順位',
    weights: '点数',
    weight: '点数の種類',
    points: '点数',
    frozenWorkingDays: '公開済みの訪問を動かさない日数',
    reserveHalfDaysPerWeek: '緊急用に空けておく半日（週）',
    answerDays: '専門人材の返信の期限（開庁日数）',
    urgentLeadMinutes: '当日の緊急訪問までの準備時間（分）',
    itStaff: '情報担当の人数',
    possible: '調整すれば都合のつく半日',
    answered: '答えた質問',
    groupId: '困りごとの分野',
    person: '担当者',
    phone: '電話番号',
    hours: '受付時間',
    purpose: '目的',
    things: '用意するもの',
    room: '会議室',
    parking: '駐車',
    remarks: 'そのほか',
    busy: '訪問を避けたい期間',
    label: '期間の名前',
    optionKey: '選んだ案',
    startsAt: '開始',
    scheme: '案内する制度',
    fromId: '出発地',
    toId: '行き先',
    from: '開始日',
    to: '終了日',
    minutes: '移動時間（分）',
    note: '根拠',
    basis: '消去の根拠',
    days: '日数',
    kind: '記録の種類',
    name: '名前',
    kana: '読み',
    nameEn: '英語名',
    profileId: '人材像',
    baseId: '拠点',
    employment: '任用形態',
    employmentEn: '任用形態（英語）',
    modes: '対応方法',
    monthlyDays: '月の目安日数',
    nights: '連泊の上限',
    weekly: '週の勤務',
    part: '区分',
    skillId: 'スキル',
    level: 'レベル',
    evidence: '根拠',
    fiscalYear: '年度',
    themeIds: 'テーマ',
    weekday: '曜日',
    loginId: 'ログインID',
    password: 'パスワード',
    displayName: '氏名',
    seed: '乱数の種',
    iterations: '改善の回数',
    side: '都合のある側',
    title: '件名',
    trouble: '困っていること',
    themeId: '支援テーマ',
    urgency: '急ぎの度合い',
    mode: '支援の形',
    visits: '訪問の回数のめやす',
    visitMinutes: '1回の時間',
    minGapDays: '訪問の間隔（最低）',
    earliestOn: '開始希望日',
    deadlineOn: '期限',
    wished: '都合のよい半日',
    date: '日付',
    half: '午前・午後',
    onlyWished: '希望日のみ',
    contactSection: '担当部署',
    approvalNumber: '決裁番号',
    reason: '理由',
    municipalityId: '市町村',
    specialistIds: '専門人材',
    question: '質問',
    advice: '助言',
    answer: '回答',
    specialistId: '専門人材',
    first: '件数',
    after: '続きの位置',
    search: '検索語',
  },
  joinFaults: (sentences) => `${sentences.join(' ')} ${KEPT}`,
};
