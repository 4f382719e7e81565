import { useTranslation } from 'react-i18next';
import { useMinutes } from '../../i18n/words';
import { Choice } from '../../ui/Choice';
import { NumberField, SelectField } from '../../ui/fields';
import { Question } from './Question';
import type { QuestionProps } from './request-draft';

export const MODES = ['ON_SITE', 'ONLINE', 'EITHER'] as const;
/** In the order of what costs a town least. */
const OFFERED = ['ONLINE', 'ON_SITE', 'EITHER'] as const;
const LENGTHS = [30, 60, 90, 120, 150, 180, 210, 240] as const;
/** まずオンラインで30分 */
const FIRST_TALK = { visits: 1, visitMinutes: 30 } as const;

export function ShapeQuestion({ draft, change }: QuestionProps) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const choose = (chosen: string) => {
    const mode = OFFERED.find((one) => one === chosen) ?? 'EITHER';
    const wasTalk = draft.mode === 'ONLINE' && draft.visitMinutes === FIRST_TALK.visitMinutes;
    change({
      mode,
      ...(mode === 'ONLINE' && FIRST_TALK),
      // Nobody travels for half an hour.
      ...(mode !== 'ONLINE' && wasTalk && { visitMinutes: 120 }),
    });
  };
  return (
    <Question number={3} title={t('requestForm.q3')}>
      <Choice
        name="mode"
        bare
        layout="tiles"
        required
        value={draft.mode}
        onChange={choose}
        options={OFFERED.map((mode) => ({
          value: mode,
          label: t(`requestForm.modes.${mode}`),
          hint: t(`requestForm.modeHints.${mode}`),
        }))}
      />
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <NumberField
          name="visits"
          needless
          min={1}
          max={12}
          unit={t('requestForm.times')}
          value={draft.visits}
          onChange={(visits) => change({ visits })}
        />
        <div className="min-w-40">
          <SelectField
            name="visitMinutes"
            needless
            value={String(draft.visitMinutes)}
            onChange={(minutes) => change({ visitMinutes: Number(minutes) })}
            options={LENGTHS.map((minutes) => ({ value: String(minutes), label: minutesOf(minutes) }))}
          />
        </div>
      </div>
    </Question>
  );
}
