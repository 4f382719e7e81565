import { randomUUID } from 'node:crypto';
import type { Circle, Row } from './circles.js';

const NOW = '2026-12-01T00:00:00Z';
const DAY = '2026-12-08';

/** A row of every table of travel claims, in the order in which they may be stored. */
export function travelRows(
  { prefectureId: prefecture_id, municipalityId: municipality_id, specialistId: specialist_id }: Circle,
  visit_id: string,
  n: number,
): readonly (readonly [string, Row])[] {
  const [rule, claim_id] = [randomUUID(), randomUUID()];
  const of = { prefecture_id, claim_id };
  const own = { ...of, specialist_id };
  const id = () => randomUUID();
  return [
    [
      'travel_rule_version',
      {
        id: rule,
        prefecture_id,
        version: n,
        valid_from: '2026-04-01',
        rule_code: 'FIXED_RATE',
        title: 'x',
        figures: '{}',
        source: 'x',
        checked: false,
        set_by_name: 'x',
        set_at: NOW,
      },
    ],
    [
      'travel_claim',
      {
        id: claim_id,
        prefecture_id,
        specialist_id,
        status: 'DRAFT',
        from_on: DAY,
        to_on: DAY,
        starts_from: 'OFFICE',
        ends_at: 'OFFICE',
        share_rule: 'VISITS',
        without_money: false,
        total_yen: 1,
        revision: 1,
        created_at: NOW,
      },
    ],
    ['travel_claim_visit', { ...own, visit_id, municipality_id, on_date: DAY, half_days: 1 }],
    [
      'travel_leg',
      { id: id(), ...own, position: 1, on_date: DAY, from_name: 'x', to_name: 'x', mode: 'TRAIN' },
    ],
    [
      'travel_night',
      { id: id(), ...own, on_date: DAY, place_name: 'x', region_id: '34', paid: true, meals: 'NONE' },
    ],
    ['travel_receipt', { id: id(), ...own, position: 1, kind: 'TRAIN', on_date: DAY, yen: 1 }],
    [
      'travel_line',
      {
        id: id(),
        ...of,
        position: 1,
        kind: 'TRAIN',
        on_date: DAY,
        yen: 1,
        clause_ja: 'x',
        clause_en: 'x',
        formula_ja: 'x',
        formula_en: 'x',
      },
    ],
    [
      'travel_claim_event',
      { id: id(), ...of, to_status: 'DRAFT', actor_role: 'SYSTEM', actor_name: 'x', at: NOW },
    ],
  ];
}
