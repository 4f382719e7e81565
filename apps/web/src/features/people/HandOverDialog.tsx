import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { CheckBox, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { ColleaguesDocument, HandOverDocument, OpenWorkDocument, type PersonRow } from './people.documents';

interface Props {
  readonly person: PersonRow;
  readonly name: string;
  readonly onClose: () => void;
}

/** Before 1 April: what is open, who goes on with it, and whether the person leaves with it. */
export function HandOverDialog({ person, name, onClose }: Props) {
  const { t } = useTranslation();
  const load = useLoad(OpenWorkDocument, { id: person.id });
  return (
    <Dialog title={t('people.handOverOne', { name })} open onClose={onClose}>
      <Loaded of={load}>
        {({ openWork }) => (
          <>
            {openWork.length === 0 ? (
              <Empty>{t('people.noOpenWork')}</Empty>
            ) : (
              <>
                <p>{t('people.openWork', { count: openWork.length })}</p>
                <ul className="list-disc pl-6">
                  {openWork.map(({ id, kind, number, title }) => (
                    <li key={id} className="py-1">
                      {t(`people.workKind.${kind}`)} {number}{' '}
                      {title === null ? t('people.notYours') : <AsWritten>{title}</AsWritten>}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {openWork.length > 0 && <HandOverForm person={person} name={name} onClose={onClose} />}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function HandOverForm({ person, name, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { begin } = useSession();
  const [colleagueId, setColleague] = useState('');
  const [endMembership, setEnd] = useState(true);
  const { data } = useLoad(ColleaguesDocument, { municipalityId: person.municipality?.id ?? null });
  const { run, busy, refusal } = useAction(HandOverDocument, 'Person SupportRequest Consultation');
  const colleagues = (data?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, role, duties }) => id !== person.id && role === person.role && worksDaily(duties));
  const submit = async () => {
    const moved = (await run({ input: { memberId: person.id, colleagueId, endMembership } }))?.handOverWork;
    if (!moved) return;
    if (person.isSelf && endMembership) return begin();
    onClose();
    done(t('people.handedOver', { name, count: moved.length }));
  };
  return (
    <Form labels={{ colleagueId: t('people.colleague') }} refusal={refusal} onSubmit={() => void submit()}>
      <SelectField
        name="colleagueId"
        required
        hint={t('people.colleagueHint')}
        empty={t('ui.choose')}
        value={colleagueId}
        onChange={setColleague}
        options={colleagues.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <CheckBox name="endMembership" label={t('people.endToo')} checked={endMembership} onChange={setEnd} />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('people.handOver')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}

const worksDaily = (duties: PersonRow['duties']): boolean =>
  duties.includes('REQUESTER') || duties.includes('COORDINATOR');
