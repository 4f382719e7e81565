import { useTranslation } from 'react-i18next';
import { fiscalYearName } from '../../i18n/dates';
import { Form } from '../../ui/Form';
import { SelectField } from '../../ui/fields';

interface Props {
  readonly year: number;
  /** This fiscal year. */
  readonly current: number;
  readonly onChange: (year: number) => void;
}

/** The next fiscal year, this one, and the three before. */
export function YearChoice({ year, current, onChange }: Props) {
  const { t } = useTranslation();
  const years = [1, 0, -1, -2, -3].map((offset) => current + offset);
  return (
    <Form labels={{ fiscalYear: t('council.year') }} refusal={null} onSubmit={() => undefined}>
      <SelectField
        name="fiscalYear"
        needless
        value={String(year)}
        onChange={(chosen) => onChange(Number(chosen))}
        options={years.map((one) => ({ value: String(one), label: fiscalYearName(one) }))}
      />
    </Form>
  );
}
