import { type Messages, momentOf } from '../messages.js';
import { of } from './words.js';

const KEPT = '入力した内容はこの画面に残っています。';

/** Of what every part of the platform may refuse: notices, mail, records, papers, limits, a service that is away. */
export const platformJa: Pick<Messages, 'reasons'> = {
  reasons: {
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
    internal: (facts) =>
      `システムの不具合で処理できませんでした。データは変わっていません。しばらくしてからもう一度お試しください。続くときは番号 ${of(facts, 'incident')} を運用担当にお伝えください。`,
    'outbox-row.not-found': () =>
      '指定した処理の中に、見つからないものがあります。どれも再試行していません。画面を読み込み直してください。',
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
    'record.changed-meanwhile': (facts) =>
      `あなたが開いた後に、${facts['name'] ? `${of(facts, 'name')} さん` : 'ほかの人'}が同じ内容を変えました（${momentOf(facts, 'at', 'ja-JP')}）。あなたの変更はまだ保存していません。${KEPT}変わったところを確かめて、もう一度保存してください。`,
    'paper.too-long': ({ max }) =>
      `訪問が${String(max)}回を超えるため、1つの文書にできません。一覧の Excel・CSV をお使いください。`,
    'saved-view.not-found': () =>
      'この「保存した表示」は見つかりません。すでに消したものかもしれません。画面を更新してください。',
    'saved-view.name-taken': () =>
      '同じ名前の表示がこの一覧にすでにあります。何も変えていません。別の名前を付けてください。',
    'saved-view.too-many': () =>
      '保存できる表示は60件までです。今回の表示は保存していません。使っていないものを消してから、もう一度保存してください。',
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
    'service.full': () =>
      'データベースの空きがなくなり、今は保存できません（見ることはできます）。入力した内容は画面に残っています。運用担当に伝え、しばらくしてからもう一度送ってください。',
    'service.away': () => 'データベースにつながりません。しばらくしてからもう一度お試しください。',
    'route.not-found': () => 'その場所には何もありません。アドレスを確かめてください。',
  },
};
