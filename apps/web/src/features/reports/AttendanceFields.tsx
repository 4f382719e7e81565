import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { FieldGroup, inputLook } from '../../ui/Field';
import type { SectionDraft } from './report-draft';

const MOST_SECTIONS = 20;

interface Props {
  readonly sections: readonly SectionDraft[];
  readonly onChange: (sections: readonly SectionDraft[]) => void;
}

/** Who attended: sections and heads, no names of people. */
export function AttendanceFields({ sections, onChange }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<SectionDraft>) =>
    onChange(sections.map((section, i) => (i === at ? { ...section, ...part } : section)));
  return (
    <FieldGroup name="attendance" needless hint={t('reports.hint.attendance')}>
      {sections.map(({ section, people }, i) => (
        <div key={i} className="flex flex-wrap items-center gap-2">
          <input
            aria-label={t('reports.attending.section', { n: i + 1 })}
            value={section}
            maxLength={60}
            onChange={(event) => set(i, { section: event.target.value })}
            className={inputLook(false, 'min-w-0 flex-1 basis-40')}
          />
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={500}
            aria-label={t('reports.attending.people', { n: i + 1 })}
            value={people ?? ''}
            onChange={(event) =>
              set(i, { people: event.target.value === '' ? null : event.target.valueAsNumber })
            }
            className={inputLook(false, 'w-20')}
          />
          {t('reports.attending.unit')}
          <Button
            size="small"
            look="quiet"
            onClick={() => onChange(sections.filter((_, at) => at !== i))}
            aria-label={t('reports.attending.remove', { n: i + 1 })}
          >
            {t('reports.remove')}
          </Button>
        </div>
      ))}
      {sections.length < MOST_SECTIONS && (
        <div>
          <Button size="small" onClick={() => onChange([...sections, { section: '', people: 1 }])}>
            {t('reports.attending.add')}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}
