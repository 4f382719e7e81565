import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { FieldGroup, inputLook } from '../../ui/Field';
import { newStep, type StepDraft, type StepOwner } from './report-draft';
import type { ReportVisit } from './reports.documents';

const OWNERS = ['TOWN', 'SPECIALIST', 'HUB'] as const satisfies readonly StepOwner[];
const MOST_STEPS = 10;

interface Props {
  readonly visit: ReportVisit;
  readonly steps: readonly StepDraft[];
  readonly onChange: (steps: readonly StepDraft[]) => void;
}

/** 次の一手: what, who, by when. A line without words is no step. */
export function StepFields({ visit, steps, onChange }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<StepDraft>) =>
    onChange(steps.map((step, i) => (i === at ? { ...step, ...part } : step)));
  return (
    <FieldGroup name="steps" needless hint={t('reports.hint.steps')}>
      <ol className="flex flex-col gap-4">
        {steps.map((step, i) => (
          <li key={i} className="flex flex-col gap-2 border-l-4 border-solid-gray-300 pl-3">
            <input
              aria-label={t('reports.step.what', { n: i + 1 })}
              value={step.what}
              maxLength={200}
              onChange={(event) => set(i, { what: event.target.value })}
              className={inputLook(false, 'w-full')}
            />
            <div className="flex flex-wrap items-start gap-2">
              <select
                aria-label={t('reports.step.owner', { n: i + 1 })}
                value={step.owner}
                onChange={(event) =>
                  set(i, { owner: OWNERS.find((owner) => owner === event.target.value) ?? 'TOWN' })
                }
                className={inputLook(false)}
              >
                {OWNERS.map((owner) => (
                  <option key={owner} value={owner}>
                    {t(`reports.owner.${owner}`)}
                  </option>
                ))}
              </select>
              <DateField
                name={`step${i}`}
                label={t('reports.step.dueOn', { n: i + 1 })}
                bare
                needless
                value={step.dueOn}
                onChange={(dueOn) => set(i, { dueOn })}
              />
              <Button
                size="small"
                look="quiet"
                onClick={() => onChange(steps.filter((_, at) => at !== i))}
                aria-label={t('reports.step.remove', { n: i + 1 })}
              >
                {t('reports.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <div>
          <Button size="small" onClick={() => onChange([...steps, newStep(visit)])}>
            {t('reports.step.add')}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}
