import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useDailyWork, useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Facts } from '../../ui/Facts';
import { NumberField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { townInput } from './town-input';
import { SetTownProfileDocument, type Town } from './towns.documents';

interface Props {
  readonly town: Town;
}

/** How many people do its IT; whoever does not do the daily work reads it. */
export function ItStaff({ town }: Props) {
  return useDailyWork() ? <ItStaffForm town={town} /> : <ItStaffWords town={town} />;
}

function ItStaffWords({ town }: Props) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const people = town.townProfile?.itStaff ?? null;
  const duty = t(`people.duty.${role === 'HUB_STAFF' ? 'COORDINATOR' : 'REQUESTER'}`);
  return (
    <>
      <Facts
        items={[
          {
            term: t('towns.itStaffField'),
            value: people === null ? t('towns.unknown') : t('towns.people', { count: people }),
          },
        ]}
      />
      <p>{t('ui.changedBy', { duty })}</p>
    </>
  );
}

/** Empty where nobody knows. */
function ItStaffForm({ town }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [people, setPeople] = useState<number | null>(town.townProfile?.itStaff ?? null);
  const { run, busy, refusal } = useAction(SetTownProfileDocument, 'Municipality TownProfile');
  const save = async () => {
    const input = townInput(town, () => ({ itStaff: people }), refusal);
    if (await run({ input })) done(t('towns.saved'));
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
      <div>
        <Button type="submit" busy={busy}>
          {t('towns.saveStaff')}
        </Button>
      </div>
    </Form>
  );
}
