/** Making a plan, or a part of it, official. */
export const publishing = {
  title: '選んだ訪問を公開する',
  chosen: '選んだ{{count}}件を公開する',
  confirm: '{{count}}件を公開する',
  left: '選んでいない{{count}}件は公開しません。この案はこれで閉じ、残りの訪問は次に作る案で組み直されます。',
  others: '同じ期間のほかの案は「使わない」になります。',
  new: '新しい訪問（{{count}}件）',
  moved: '変更する訪問（{{count}}件）',
  calledOff: '中止する訪問（{{count}}件）',
  needs: '一緒に公開しないと、予定の決まりを満たさない訪問が{{count}}件あります',
  addNeeded: '{{count}}件を加える',
  choose: '公開',
  chooseOne: '公開に選ぶ：{{town}} {{when}}',
  hint: '一部だけを公開するときは、「公開」の列で訪問を選びます。',
  adopted: '公開済み',
  notAdopted: '公開せず',
} as const;
