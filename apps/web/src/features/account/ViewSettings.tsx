import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { CheckBox } from '../../ui/fields';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { ChooseViewDocument } from './account.documents';

/** How this person's screens look, on whatever machine they sign in. */
export function ViewSettings() {
  const { t } = useTranslation();
  const { settings } = useViewer();
  const done = useDone();
  const [wish, setWish] = useState(settings);
  const { run, busy, refusal } = useAction(ChooseViewDocument);
  const { calendar, furigana, density, singleKeys } = wish;
  const submit = async () => {
    if (await run({ input: { calendar, furigana, density, singleKeys } })) done(t('account.viewChanged'));
  };
  return (
    <Form
      labels={{
        calendar: t('account.calendar'),
        density: t('account.density'),
        furigana: t('account.furigana'),
        singleKeys: t('account.singleKeys'),
      }}
      refusal={refusal}
      onSubmit={() => void submit()}
      label={t('account.view')}
    >
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <Choice
          name="calendar"
          needless
          value={calendar}
          onChange={(value) => setWish({ ...wish, calendar: value === 'WESTERN' ? 'WESTERN' : 'JAPANESE' })}
          options={(['JAPANESE', 'WESTERN'] as const).map((value) => ({
            value,
            label: t(`account.calendars.${value}`),
            hint: t(`account.calendarHints.${value}`),
          }))}
        />
        <Choice
          name="density"
          needless
          value={density}
          onChange={(value) => setWish({ ...wish, density: value === 'DENSE' ? 'DENSE' : 'STANDARD' })}
          options={(['STANDARD', 'DENSE'] as const).map((value) => ({
            value,
            label: t(`account.densities.${value}`),
            hint: t(`account.densityHints.${value}`),
          }))}
        />
      </div>
      <div className="flex flex-col gap-4">
        <CheckBox
          name="furigana"
          label={t('account.furigana')}
          hint={t('account.furiganaHint')}
          checked={furigana}
          onChange={(value) => setWish({ ...wish, furigana: value })}
        />
        <CheckBox
          name="singleKeys"
          label={t('account.singleKeys')}
          hint={t('account.singleKeysHint')}
          checked={singleKeys}
          onChange={(value) => setWish({ ...wish, singleKeys: value })}
        />
      </div>
      <div>
        <Button type="submit" busy={busy}>
          {t('account.viewSave')}
        </Button>
      </div>
    </Form>
  );
}
