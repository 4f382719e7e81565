import { RESPECTED, type HardRule } from './rule.js';

/** A town that accepts its wished half-days only is not visited at any other time. */
export const onlyWished: HardRule = {
  id: 'only-wished',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: () => '希望日時以外は受け入れられない申請です',
    en: () => 'The request accepts its wished times only',
  },
  summary: {
    ja: () => '希望日時の中に入る枠がありません',
    en: () => 'No slot fits inside the wished times',
  },
  violations(view, visit) {
    const request = view.request(visit.requestId);
    if (!request || !request.onlyWished || request.wished.length === 0) return RESPECTED;
    const inside = request.wished.some((span) => span.start <= visit.start && visit.end <= span.end);
    return inside ? RESPECTED : [{ start: visit.start }];
  },
};
