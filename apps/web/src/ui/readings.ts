/**
 * The characters that names of people and towns are mostly made of, each with the ways in which it is usually read.
 * A name whose reading comes of these needs none; one that is read otherwise is hard to read: 五木村 is いつきむら.
 */
const USUAL =
  '市し 町まち/ちょう 村むら/そん 区く 県けん 山やま/さん 川かわ/がわ/せん 田た/だ 中なか/ちゅう 上うえ/かみ 下した/しも 大おお/だい 小こ/お/しょう 高たか/こう 松まつ 竹たけ 梅うめ 木き/ぎ 林はやし/ばやし 森もり 本もと 村むら 橋はし/ばし 井い 石いし 原はら/ばら 野の 口くち/ぐち 島しま/じま 崎さき/ざき 岡おか 坂さか 谷たに/や 池いけ 沢さわ/ざわ 津つ 浜はま 海うみ/かい 江え 波なみ 水みず 清きよ/し 北きた/ほく 南みなみ/なん 東ひがし/とう 西にし/さい 前まえ 後うしろ/ご 内うち 外そと 新あたらしい/しん/にい 古ふる 長なが/ちょう 広ひろ 平ひら/たいら 安やす/あん 青あお 赤あか 白しら/しろ 黒くろ 金かね/かな/きん 銀ぎん 一いち 二に 三さん/み 四よん 五ご 六ろく 七なな 八はち/や 九く/きゅう 十じゅう/とう 千ち/せん 百ひゃく 佐さ 藤とう/ふじ 伊い 加か 斉さい 近こん/ちか 渡わた 辺なべ/べ 鈴すず 工く 部べ 吉よし 福ふく 岩いわ 宮みや 久く/ひさ 保ほ/やす 今いま 阿あ 奈な 和わ/かず 子こ 美み 秋あき 春はる 夏なつ 冬ふゆ 月つき 日ひ/に 光みつ/ひかり 明あき/あきら 太た 郎ろう 次じ 一かず 男お 雄お 夫お 幸ゆき/さち 恵え/めぐみ 真ま 由ゆ 理り 香か 花はな 咲さき 里さと 里り 子こ 人ひと/と 介すけ 健けん 一いち 誠まこと 学まなぶ 豊とよ/ゆたか 正まさ 直なお 信のぶ 義よし 英ひで 和かず 純じゅん 優ゆう 愛あい 香か 菜な 桜さくら 富と 士じ 熊くま 徳とく 愛え 媛ひめ 関せき 根ね 尾お 瀬せ 戸と 矢や 丸まる 星ほし 空そら 風かぜ 雪ゆき 竜りゅう 馬ま 神かみ 宮みや 府ふ 城しろ 門かど 道みち 堂どう 寺てら 塚つか 倉くら 柳やなぎ 杉すぎ 菊きく 桃もも 草くさ 米よね 浦うら 港みなと 洋よう/ひろし 流る 滝たき 泉いずみ 沼ぬま 川かわ 境さかい 玉たま 名な 天あま 草くさ 人ひと 合あい 志し 荒あら 尾お 山やま 都と 益まし 御み 船ふね 嘉か 甲こう 南なん 苓れい 菊きく 和わ 氷ひ 球く 磨ま 錦にしき 良ら 木き 相さが 湯ゆ 水みず 多た 呉くれ 竹たけ 原はら 尾お 道みち 福ふく 府ふ 次よし 庄しょう 熊くま 世せ 羅ら';

const READINGS = new Map<string, string[]>();
for (const entry of USUAL.split(' ')) {
  const [letter = '', ...rest] = Array.from(entry);
  READINGS.set(letter, [...(READINGS.get(letter) ?? []), ...rest.join('').split('/')]);
}

/** What stands in kana is read as it stands. */
const readingsOf = (letter: string): readonly string[] =>
  /[ぁ-ゖa-z0-9]/.test(letter) ? [letter] : (READINGS.get(letter) ?? []);

/** Whether the reading comes of the characters, one after the other, each in one of its usual ways. */
function isUsual(letters: readonly string[], kana: string): boolean {
  const [first, ...rest] = letters;
  if (first === undefined) return kana === '';
  return readingsOf(first).some((way) => kana.startsWith(way) && isUsual(rest, kana.slice(way.length)));
}

/** One piece of a name, with its reading where it is hard to read. */
export interface Piece {
  readonly text: string;
  readonly reading: string | null;
}

/**
 * The name in the pieces in which it is written: family name and given name each for itself. `fold` makes ways of
 * writing alike.
 */
export function piecesOf(name: string, kana: string, fold: (text: string) => string): readonly Piece[] {
  const names = name.split(/[\s　]+/);
  const readings = kana.split(/[\s　]+/);
  const pieces = names.length === readings.length ? names : [name];
  return pieces.map((text, i) => {
    const reading = names.length === readings.length ? (readings[i] ?? '') : kana;
    return { text, reading: isUsual(Array.from(fold(text)), fold(reading)) ? null : reading };
  });
}
