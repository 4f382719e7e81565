import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useDailyWork } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { townInput } from './town-input';
import { SetTownProfileDocument, type Town } from './towns.documents';

/** How many people do its IT; empty where nobody knows. */
export function ItStaffForm({ town }: { readonly town: Town }) {
  const { t } = useTranslation();
  const done = useDone();
  const worksDaily = useDailyWork();
  const [people, setPeople] = useState<number | null>(town.townProfile?.itStaff ?? null);
  const { run, busy, refusal } = useAction(SetTownProfileDocument, 'Municipality TownProfile');
  const save = async () => {
    if (await run({ input: townInput(town, { itStaff: people }) })) done(t('towns.saved'));
  };
  return (
    <Form
      label={t('towns.itStaff')}
      labels={{ itStaff: t('towns.itStaffField') }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <NumberField
        name="itStaff"
        hint={t('towns.itStaffHint')}
        min={0}
        max={1000}
        unit={t('towns.peopleUnit')}
        value={people}
        onChange={setPeople}
      />
      {worksDaily && (
        <div>
          <Button type="submit" busy={busy}>
            {t('towns.saveStaff')}
          </Button>
        </div>
      )}
    </Form>
  );
}
