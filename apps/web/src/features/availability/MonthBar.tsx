import { useTranslation } from 'react-i18next';
import { addDays, monthName } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import type { Month } from './month';

interface Props {
  readonly month: Month;
  readonly goTo: (date: string) => void;
  readonly id: string;
}

/** Which month, and the ones beside it. */
export function MonthBar({ month, goTo, id }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 sm:justify-start sm:gap-6">
      <h3 id={id} className="text-std-18B-160" aria-live="polite">
        {monthName(month.first)}
      </h3>
      <div className="no-print flex gap-2">
        <Button size="small" onClick={() => goTo(addDays(month.first, -1))}>
          {t('availability.before')}
        </Button>
        <Button size="small" onClick={() => goTo(addDays(month.last, 1))}>
          {t('availability.after')}
        </Button>
      </div>
    </div>
  );
}
