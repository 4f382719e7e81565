import { useTranslation } from 'react-i18next';
import { addDays, monthName } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import type { Month } from './month';

interface Props {
  readonly month: Month;
  readonly goTo: (date: string) => void;
  readonly id: string;
  /** As deep as the section that it stands in. */
  readonly heading: 'h2' | 'h3';
}

/** Which month, and the ones beside it. */
export function MonthBar({ month, goTo, id, heading: Heading }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 sm:justify-start sm:gap-6">
      <Heading id={id} className="text-std-18B-160" aria-live="polite">
        {monthName(month.first)}
      </Heading>
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
