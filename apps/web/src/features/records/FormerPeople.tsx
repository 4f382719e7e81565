import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { ErasureDialog } from './ErasureDialog';
import { type FormerPerson, FormerPeopleDocument } from './records.documents';

/** Whoever left and is still named; for those who may erase them. */
export function FormerPeople() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  if (!duties.includes('APPROVER')) return null;
  return (
    <Section title={t('records.former')} id="former-people">
      <p>{t('records.formerLead')}</p>
      <List />
    </Section>
  );
}

function List() {
  const { t } = useTranslation();
  const load = useLoad(FormerPeopleDocument, {}, { about: ['FormerPerson', 'Person', 'PersonErasure'] });
  const [chosen, setChosen] = useState<FormerPerson | null>(null);
  return (
    <Loaded of={load}>
      {({ formerPeople }) => (
        <>
          {formerPeople.length === 0 ? (
            <Empty>{t('records.noneFormer')}</Empty>
          ) : (
            <Table
              caption={t('records.former')}
              cards
              rows={formerPeople}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', title: t('people.name'), heads: true, cell: nameOf },
                { key: 'role', title: t('people.role'), cell: ({ role }) => t(`people.roles.${role}`) },
                {
                  key: 'leftAt',
                  title: t('records.leftAt'),
                  nowrap: true,
                  cell: ({ leftAt }) => (leftAt ? shortInstant(leftAt) : t('ui.none')),
                },
                {
                  key: 'act',
                  title: t('records.act'),
                  cell: (person) => (
                    <Button
                      size="small"
                      look="danger"
                      aria-label={t('records.eraseOne', { name: nameOf(person) })}
                      onClick={() => setChosen(person)}
                    >
                      {t('records.erase')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          {chosen && <ErasureDialog id={chosen.id} name={nameOf(chosen)} onClose={() => setChosen(null)} />}
        </>
      )}
    </Loaded>
  );
}

/** On the page of a specialist. */
export function EraseSpecialist({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const [open, setOpen] = useState(false);
  if (!duties.includes('APPROVER')) return null;
  return (
    <Section title={t('records.eraseTitle')} id="erase">
      <p>{t('records.eraseLead')}</p>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          {t('records.erase')}
        </Button>
      </div>
      {open && <ErasureDialog id={id} name={null} onClose={() => setOpen(false)} />}
    </Section>
  );
}
