import { useTranslation } from 'react-i18next';
import { useMinutes } from '../../i18n/words';
import { Choice } from '../../ui/Choice';
import { NumberField, SelectField } from '../../ui/fields';
import type { QuestionProps } from './request-draft';
import { Section } from '../../ui/Page';

export const MODES = ['ON_SITE', 'ONLINE', 'EITHER'] as const;
const LENGTHS = [30, 60, 90, 120, 150, 180, 210, 240] as const;

export function ShapeQuestion({ draft, change }: QuestionProps) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return (
    <Section title={t('requestForm.q3')} id="q3">
      <Choice
        name="mode"
        layout="row"
        required
        value={draft.mode}
        onChange={(mode) => change({ mode: MODES.find((one) => one === mode) ?? 'EITHER' })}
        options={MODES.map((mode) => ({ value: mode, label: t(`requests.mode.${mode}`) }))}
      />
      <NumberField
        name="visits"
        required
        min={1}
        max={12}
        unit={t('requestForm.times')}
        value={draft.visits}
        onChange={(visits) => change({ visits })}
      />
      <SelectField
        name="visitMinutes"
        required
        value={String(draft.visitMinutes)}
        onChange={(minutes) => change({ visitMinutes: Number(minutes) })}
        options={LENGTHS.map((minutes) => ({ value: String(minutes), label: minutesOf(minutes) }))}
      />
      {draft.visits !== 1 && (
        <NumberField
          name="minGapDays"
          min={0}
          max={90}
          unit={t('requestForm.daysUnit')}
          value={draft.minGapDays}
          onChange={(minGapDays) => change({ minGapDays })}
        />
      )}
    </Section>
  );
}
