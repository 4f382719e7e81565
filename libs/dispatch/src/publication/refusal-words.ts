import type { Refusal } from './publication-order.entity.js';

/** Why a plan was not published when it was due, in a sentence of a notice; the screen of the plan says more. */
const WHY: Readonly<Record<string, string>> = {
  'plan.overtaken': '計画を作った後に、予定・空き・依頼のどれかが変わりました。',
  'plan.part-needs-more': '選んだ変更だけでは成り立たなくなりました。',
  'plan.empty': '公開する変更がなくなりました。',
  'quota.exceeded': '枠の残りが足りなくなりました。',
  'planning-run.not-in-state': 'この計画は、すでに公開されたか見送られています。',
};

export const whyRefused = (refusal: Refusal | null): string =>
  WHY[refusal?.reason ?? ''] ?? '公開できない状態になりました。';
