/** One's own account, and the people of one's place. */
export const account = {
  title: 'アカウント',
  password: 'パスワード',
  presentPassword: '今のパスワード',
  newPassword: '新しいパスワード',
  passwordHint:
    '15文字以上。文字の種類は問いません。「木の舟で米を運ぶ」のような、関係のない言葉を並べた短い文が安全です。',
  changePassword: 'パスワードを変える',
  passwordChanged: 'パスワードを変えました。ほかの端末はサインアウトしました。',
} as const;
