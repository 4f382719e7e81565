import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { addDays } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import { DateField, SelectField } from '../../ui/fields';

export interface HalfDay {
  readonly date: string;
  readonly half: 'AM' | 'PM';
}

/** One more half-day: a day, and morning or afternoon. */
export function HalfAdder({
  label,
  onAdd,
}: {
  readonly label: string;
  readonly onAdd: (half: HalfDay) => void;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [date, setDate] = useState('');
  const [half, setHalf] = useState<HalfDay['half']>('AM');
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-4 sm:flex-row sm:items-end">
      <DateField name="date" needless min={addDays(today, 1)} value={date} onChange={setDate} />
      <SelectField
        name="half"
        needless
        value={half}
        onChange={(chosen) => setHalf(chosen === 'PM' ? 'PM' : 'AM')}
        options={(['AM', 'PM'] as const).map((one) => ({ value: one, label: t(`ui.half.${one}`) }))}
      />
      <Button
        onClick={() => {
          if (date) onAdd({ date, half });
          setDate('');
        }}
      >
        {t('dates.add')}
      </Button>
    </div>
  );
}
