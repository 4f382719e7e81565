/**
 * What passwords in Japanese offices are made of and the public lists do not know: they write Japanese in Latin letters
 * only, and no office. Folded as `password-rule.ts` folds: lower case, hiragana, no spaces or signs.
 */
export const KNOWN_WORDS: readonly string[] = `
ぱすわーど ひみつ さくら ありがとう こんにちは おはよう さよなら がんばれ がんばろう だいすき あいしてる しあわせ
あいうえお かきくけこ いろはにほへと てすと かんり かんりしゃ しょうわ へいせい れいわ やまだ たなか すずき さとう
たろう はなこ しやくしょ やくば けんちょう そうむか じょうほう 日本 東京 大阪 広島 役場 市役所 県庁 総務課 管理者
山田 田中 鈴木 佐藤 太郎 花子 昭和 平成 令和 shouwa heisei reiwa nihon arigatou ohayou ganbare
shiyakusho yakuba kencho kenchou soumu jouhou koumuin correcthorsebatterystaple
`
  .trim()
  .split(/\s+/);
