import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/Field';
import { CheckBox } from '../../ui/fields';
import { type Duty, DUTIES_OF } from './duties';

interface Props {
  readonly role: 'HUB_STAFF' | 'MUNICIPALITY_STAFF';
  readonly duties: readonly Duty[];
  readonly onChange: (duties: Duty[]) => void;
}

/** What somebody does at their place; in a small office one person does it all. */
export function DutyBoxes({ role, duties, onChange }: Props) {
  const { t } = useTranslation();
  const hintOf = (duty: Duty): string => {
    const hints: Readonly<Record<string, string>> = t(`people.dutyHint.${role}`, { returnObjects: true });
    return hints[duty] ?? '';
  };
  return (
    <FieldGroup name="duties" required>
      <div className="flex flex-col gap-3">
        {DUTIES_OF[role].map((duty) => (
          <CheckBox
            key={duty}
            name={`duty-${duty}`}
            label={t(`people.duty.${duty}`)}
            hint={hintOf(duty)}
            checked={duties.includes(duty)}
            onChange={(checked) =>
              onChange(checked ? [...duties, duty] : duties.filter((one) => one !== duty))
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}
