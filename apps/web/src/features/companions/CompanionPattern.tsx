import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { weekdayName } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { CheckBox } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { type OwnCalendar, SetPatternDocument } from './companions.documents';

type WeeklyHalf = NonNullable<OwnCalendar['weekly']>[number];

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;
const ALL: readonly WeeklyHalf[] = DAYS.flatMap((day) => [`${day}_AM`, `${day}_PM`] as const);

/** In which half-days of the week somebody can come along; all of them as long as nothing was said. */
export function CompanionPattern({ weekly }: Pick<OwnCalendar, 'weekly'>) {
  const { t } = useTranslation();
  const done = useDone();
  const [chosen, setChosen] = useState<readonly WeeklyHalf[]>(weekly ?? ALL);
  const { run, busy, refusal } = useAction(SetPatternDocument, 'CompanionCalendar');
  const save = async () => {
    if (await run({ weekly: [...chosen] })) done(t('companions.done.pattern'));
  };
  return (
    <Form labels={{ weekly: t('companions.patternField') }} refusal={refusal} onSubmit={() => void save()}>
      <FieldGroup name="weekly" needless hint={t('companions.patternHint')}>
        <div className="grid grid-cols-2 gap-2 sm:max-w-md">
          {ALL.map((half) => {
            const [day = 'MON', part = 'AM'] = half.split('_');
            const weekday = weekdayName(DAYS.findIndex((one) => one === day) + 1);
            return (
              <CheckBox
                key={half}
                name={half}
                label={`${weekday} ${t(part === 'PM' ? 'ui.half.PM' : 'ui.half.AM')}`}
                checked={chosen.includes(half)}
                onChange={(checked) =>
                  setChosen(checked ? [...chosen, half] : chosen.filter((one) => one !== half))
                }
              />
            );
          })}
        </div>
      </FieldGroup>
      <div>
        <Button type="submit" busy={busy}>
          {t('companions.savePattern')}
        </Button>
      </div>
    </Form>
  );
}
