import type { StaysBecause } from '@banso/support';
import type { Bilingual } from './plan-words.js';

/** Why a piece of work stays with whoever leaves, where no rule of the planner says it. */
export type StaysWord = StaysBecause | 'approval' | 'plan-anew' | 'repair' | 'not-shown';

export const HAND_OVER_WORDS: Readonly<Record<StaysWord, Bilingual>> = {
  'conflict-of-interest': {
    ja: '利益相反のため、引き継げません',
    en: 'A conflict of interest stands in the way',
  },
  'not-suitable': {
    ja: 'このテーマの担当分野ではなく、必須スキルも足りません',
    en: 'Neither the field nor the essential skills of this theme are there',
  },
  'nobody-suitable': {
    ja: '受け付けできる人がほかにいません。相談のページで名指ししてください',
    en: 'Nobody else is suitable; please name somebody on the page of the consultation',
  },
  'town-ranked': {
    ja: '市町が順位を決めて打診中です。マッチングに戻すと、次の順位の人に打診します',
    en: 'The town has ranked these people; back to matching, the offer goes to its next choice',
  },
  'on-list': {
    ja: 'その人はすでに候補に入っています。マッチングに戻すと、この人だけを候補から外します',
    en: 'That person is on the list already; back to matching, only this one leaves it',
  },
  approval: {
    ja: '県の決裁を待っています。マッチングに戻すと、候補を選び直します',
    en: 'It waits for the approval of the prefecture; back to matching, candidates are chosen anew',
  },
  'plan-anew': {
    ja: 'まだ公開していない計画に入っています。計画を作り直すか、手で動かしてください',
    en: 'A plan that is not published names this person; please plan anew, or move it by hand',
  },
  repair: {
    ja: '市町に知らせた訪問です。急な欠勤の画面で直してください',
    en: 'The town has been told of this visit; please repair it as an absence',
  },
  'not-shown': {
    ja: '確かめた後に加わりました。もう一度確かめてください',
    en: 'It came after you looked; please look again',
  },
};
