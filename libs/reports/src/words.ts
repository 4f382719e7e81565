import type { CaseField } from './case/case-fields.js';
import type { Rating } from './visit/support-evaluation.entity.js';
import type { StepOwner, VisitResult } from './visit/visit-report.entity.js';

/** Words of the papers, which are in Japanese. */
export const RESULT_WORDS: Readonly<Record<VisitResult, string>> = {
  AS_PLANNED: '予定どおり',
  PARTLY: '一部実施',
  POSTPONED: '延期',
};

export const OWNER_WORDS: Readonly<Record<StepOwner, string>> = {
  TOWN: '市町',
  SPECIALIST: '専門人材',
  HUB: '県',
};

export const RATING_WORDS: Readonly<Record<Rating, string>> = {
  usefulness: '役に立った',
  clarity: '分かりやすかった',
  progress: '課題が前に進んだ',
  again: 'また頼みたい',
};

export const CASE_FIELD_WORDS: Readonly<Record<CaseField, string>> = {
  NUMBER: '受付番号',
  TOWN: '市町',
  THEME: 'テーマ',
  TITLE: '件名',
  TROUBLE: '困りごと',
  PERIOD: '期間',
  VISITS: '支援の回数',
  SPECIALIST: '専門人材',
  SUMMARY: '支援の概要',
  COURSE: '経過',
  OUTPUTS: '成果物',
  EFFECT: '効果',
  LESSONS: '他の市町への助言',
  STEPS: '次の一手',
  EVALUATION: '支援評価',
  EVALUATION_WORDS: '評価の言葉',
  ATTENDANCE: '出席',
  INTERNAL_NOTE: '内部の記録',
};
