import { type Evidence, EVIDENCES, SkillAssessment, SkillAssessmentService } from '@banso/talent';
import { IsNull } from 'typeorm';
import { EVIDENCE } from '../../words.js';
import { choice, count, words } from '../cell-readers.js';
import { firstOfPath, type ImportWork, type RowValues, textIn, wordsFor } from '../import-column.js';
import type { Known } from '../known.js';
import { person } from '../person-reader.js';

const evidenceOf = (values: RowValues): Evidence =>
  EVIDENCES.find((one) => one === values['evidence']) ?? 'DOCUMENT';

/** What people can do, and what that rests on. A finding takes the place of the one before, which is kept. */
export function skillsWork(known: Known): ImportWork {
  const { actor, tx, specialists } = known;
  const service = new SkillAssessmentService(known.db, known.clock);
  const scopesOf = (values: RowValues) => [
    {
      table: 'skill_assessment',
      where: { specialist_id: textIn(values, 'specialistId'), skill_id: textIn(values, 'skillId') },
    },
  ];
  return {
    columns: [
      {
        name: 'specialistId',
        head: { ja: '氏名', en: 'Name' },
        aliases: ['名前', '専門人材', '専門人材のコード', 'Code of the specialist'],
        needed: true,
        read: person(specialists),
        choices: () => specialists.map(({ name }) => name),
        sample: specialists[0]?.name ?? '見本 太郎',
        width: 20,
      },
      {
        name: 'skillId',
        head: { ja: 'スキル', en: 'Skill' },
        aliases: ['スキルのコード', 'Skill code'],
        needed: true,
        read: choice(known.skills),
        choices: wordsFor(known.skills),
        sample: Object.values(known.skills)[0]?.ja ?? '',
        width: 30,
      },
      {
        name: 'level',
        head: { ja: '水準（0〜4）', en: 'Level (0–4)' },
        aliases: ['水準', 'レベル', 'Level'],
        needed: true,
        read: count,
        kind: 'number',
        choices: () => ['0', '1', '2', '3', '4'],
        sample: '2',
      },
      {
        name: 'evidence',
        head: { ja: '根拠', en: 'Evidence' },
        read: choice(EVIDENCE),
        choices: wordsFor(EVIDENCE),
        sample: EVIDENCE['INTERVIEW']?.ja ?? '',
        hint: { ja: '空のときは「書類」とします。', en: 'Empty means “document”.' },
      },
      { name: 'note', head: { ja: '備考', en: 'Note' }, read: words, sample: '', width: 30 },
    ],
    keyOf: (values) => `${textIn(values, 'specialistId')} ${textIn(values, 'skillId')}`,
    before: scopesOf,
    async act(values) {
      const input = {
        specialistId: textIn(values, 'specialistId'),
        skillId: textIn(values, 'skillId'),
        level: Number(values['level'] ?? Number.NaN),
        evidence: evidenceOf(values),
        note: textIn(values, 'note') || null,
      };
      const done = { recordType: 'specialist', recordId: input.specialistId, scopes: scopesOf(values) };
      const { specialistId, skillId } = input;
      const current = await tx.findOneBy(SkillAssessment, { specialistId, skillId, supersededAt: IsNull() });
      const same =
        current?.level === input.level && current.evidence === input.evidence && current.note === input.note;
      if (!same) await service.assess(actor, input);
      return done;
    },
    columnOf: firstOfPath,
  };
}
