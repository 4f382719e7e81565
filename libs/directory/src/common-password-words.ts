/**
 * What leaked passwords are made of, everywhere and in Japan: words that stand at the top of every published count,
 * noted by us one by one. Folded as `password-rule.ts` folds: lower case, hiragana, no spaces or signs.
 */
export const COMMON_PASSWORD_WORDS: readonly string[] = `
password passwords passwort passwd passphrase pass pswd secret himitsu login logon signin welcome admin
administrator root toor guest user username account default changeme change temp temporary test testing tester
demo sample example letmein openup access master manager system server service support security secure private
public office staff online internet network computer windows microsoft google facebook twitter instagram amazon
apple iphone android samsung nintendo playstation xbox pokemon pikachu doraemon naruto onepiece dragonball
gundam totoro ghibli hellokitty kitty snoopy mickey disney sony toyota honda nissan yamaha suzuki mazda ferrari
porsche mercedes iloveyou iloveu loveyou lovely love lover forever friend friends family baby angel princess
prince queen king sunshine sunflower flower flowers rainbow summer winter spring autumn monday tuesday wednesday
thursday friday saturday sunday january february march april june july august september october november december
dragon monkey tiger lion eagle panda kitten puppy dolphin butterfly chocolate cookie cheese banana orange cherry
peanut pepper coffee sugar honey candy baseball football soccer basketball hockey tennis volleyball golf
superman batman spiderman starwars matrix ninja samurai shadow hunter killer warrior freedom liberty america
london tokyo osaka kyoto nagoya hiroshima fukuoka sapporo sendai yokohama kobe japan nippon nihon japanese
michael jennifer jessica daniel charlie thomas robert andrew joshua matthew anthony ashley amanda nicole jordan
taro tarou hanako yamada tanaka suzuki satou sato takahashi watanabe itou ito nakamura kobayashi yamamoto katou
sakura momo hinata haruka yuki ayumi naoko akiko hiroshi takashi kenji daisuke shinji
arigatou arigato konnichiwa ohayou sayonara ganbare aishiteru daisuki kawaii genki egao yume kibou kibo shiawase
heiwa neko usagi hoshi sora umi kaze hikari tsuki taiyou hana hanabi matsuri
shiyakusho yakuba kencho kenchou somu soumu jouhou joho kikaku koumuin
qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc zaqwsx
abcdef abcabc aabbcc aaabbb trustno correcthorsebatterystaple thisisapassword thisismypassword mypassword
nopassword whatever nothing anything something iamtheboss hello helloworld world please
thankyou goodluck goodmorning lucky happy happyday newyear birthday christmas money
password1 passw0rd p4ssword abc123 a1b2c3 aa123456 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz 2wsx 3edc 4rfv
5tgb 6yhn 7ujm 8ik q1w2e3 q1w2e3r4 zaq12wsx zaq1 xsw2 cde3 vfr4 bgt5 nhy6 mju7 147258369 159357 123qwe
qwe123 asd123 zxc123 112233 121212 123123 131313 789456 987654 696969 666666 777777 888888 000000 111111
ぱすわーど ひみつ さくら ありがとう こんにちは おはよう さよなら がんばれ がんばろう だいすき あいしてる しあわせ
あいうえお かきくけこ いろはにほへと てすと かんり かんりしゃ しょうわ へいせい れいわ やまだ たなか すずき さとう たろう はなこ
しやくしょ やくば けんちょう そうむか じょうほう 日本 東京 大阪 広島 役場 市役所 県庁 総務課 管理者 山田 田中 鈴木 佐藤 太郎
花子 昭和 平成 令和 showa shouwa heisei reiwa
`
  .trim()
  .split(/\s+/);
