export const session = {
  title: 'サインイン',
  lead: '県・市町村の職員と専門人材のための窓口です。配布されたログインIDでサインインしてください。',
  loginId: 'ログインID',
  password: 'パスワード',
  submit: 'サインイン',
  code: 'コード',
  codeHint: '認証アプリに表示されている6桁。端末が手元にないときは、回復コードを入力してください。',
  codeLead: 'パスワードは正しく入力されました。続けて、認証アプリのコードを入力してください。',
  passkey: 'パスキーでサインイン',
  passkeyUse: 'パスキーを使う',
  passkeyAborted:
    'パスキーを使えませんでした。もう一度お試しになるか、ログインIDとパスワードを使ってください。',
  or: 'または',
  identity: '{{prefecture}}のアカウントでサインイン',
  identityTitle: {
    unknown: '県のアカウントが、まだ結び付けられていません',
    failed: '県のアカウントでサインインできませんでした',
  },
  identityMore: {
    unknown:
      'ログインIDとパスワードでサインインし、「アカウント」の画面で県のアカウントを結び付けてください。次からはそのままサインインできます。',
    failed:
      '時間切れか、別の画面で始めたサインインかもしれません。もう一度はじめからお試しになるか、ログインIDとパスワードを使ってください。',
  },
  passkeyLead: 'パスワードは正しく入力されました。続けて、パスキーか回復コードを使ってください。',
  recoveryHint: '端末が手元にないときは、回復コードを入力してください。',
  recoveryCode: '回復コード',
  codeTitle: '2段階認証',
  codeBack: 'ログインIDの入力に戻る',
  codeRemedy:
    '端末と回復コードを両方なくしたときは、市町村の方は所属の管理者か県の担当に、県の方は管理担当に2段階認証の解除をご依頼ください。',
  demo: 'この環境の人・依頼はすべて架空です',
  demoMore: '市町村の名称と団体コードだけが実在のものです。',
  expired: 'サインインの有効期間が切れました。サインインし直すと、この画面の続きに戻ります。',
  expiredTitle: 'サインインし直してください',
  expiredKept: '入力した内容は残っています。',
  wanted: 'サインインすると、開こうとした画面に進みます。',
  accountOf: '{{name}}（アカウント）',
  signOut: 'サインアウト',
  language: '表示言語',
  navigation: '主なメニュー',
  role: {
    HUB_STAFF: 'デジタル人材共有窓口',
    MUNICIPALITY_STAFF: '市町村',
    SPECIALIST: '専門人材',
    OPERATOR: '運用者',
  },
  credits: {
    title: 'データの出典',
    sources: [
      '市町村の名称・団体コード・読み・庁舎の位置：「localgovjp」（Code for FUKUI、CC0 1.0）を加工して作成',
      '人口（2022年1月1日）：「mynumbercard_statistics」（Code for Japan、MIT License）を加工して作成。元データは総務省',
      '移動時間の推計：『国土数値情報（行政区域データ）』（国土交通省）を加工して作成。平均で約15%の誤差があります',
      '祝日：@holiday-jp/holiday_jp（MIT License）',
      '文書（PDF）の書体：Noto Sans JP（Adobe、SIL Open Font License 1.1）',
    ],
  },
  notFound: {
    title: 'ページが見つかりません',
    lead: 'アドレスが変わったか、あなたの役割では開けない画面です。',
    home: 'ホームへ戻る',
  },
  broken: {
    title: '画面を表示できませんでした',
    lead: '保存済みのデータは変わっていません。読み込み直しても続くときは、運用担当にお伝えください。',
    reload: '画面を読み込み直す',
  },
} as const;
