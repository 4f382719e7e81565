/** Words of the one box over everything. */
export const search = {
  label: '探す言葉',
  go: '検索',
  title: '検索',
  titleOf: '「{{words}}」の検索結果',
  lead: 'ひらがな・カタカナ、全角・半角、新旧の漢字は区別しません。空けて並べた言葉は、すべてを含むものを探します。',
  nothing:
    '「{{words}}」を含むものは、あなたが見られる範囲にありません。言葉を短くするか、読みで試してください。',
  allKinds: 'すべての種類から探す',
  more: 'ほかにもあります。{{kind}}だけをさらに見る',
  narrow: 'ほかにもあります。言葉を足して絞ってください。',
  kind: {
    SUPPORT_REQUEST: '支援依頼',
    CONSULTATION: '相談',
    SPECIALIST: '専門人材',
    TOWN: '市町村',
    AGREEMENT: '協定',
  },
};
