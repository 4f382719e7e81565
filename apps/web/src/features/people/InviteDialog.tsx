import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { usePrefectureId, useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import type { Duty, Role } from './duties';
import { DutyBoxes } from './DutyBoxes';
import { InvitablePlacesDocument, InvitePersonDocument, type Issued } from './people.documents';

/** Most people who come in ask for support; the hub's own mostly coordinate. */
const FIRST: Readonly<Record<Role, readonly Duty[]>> = {
  HUB_STAFF: ['COORDINATOR'],
  MUNICIPALITY_STAFF: ['REQUESTER'],
  SPECIALIST: [],
  OPERATOR: [],
};

interface Props {
  readonly onClose: () => void;
  readonly onIssued: (issued: Issued) => void;
}

/** Whom, to which place, with which duties: a town for itself, the hub for every place of the prefecture. */
export function InviteDialog({ onClose, onIssued }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const isHub = viewer.role === 'HUB_STAFF';
  const isOperator = viewer.role === 'OPERATOR';
  const [role, setRole] = useState<Role>(isOperator ? 'OPERATOR' : 'MUNICIPALITY_STAFF');
  const [municipalityId, setTown] = useState('');
  const [specialistId, setSpecialist] = useState('');
  const [duties, setDuties] = useState<readonly Duty[]>(FIRST[role]);
  const [forName, setForName] = useState('');
  const { run, busy, refusal } = useAction(InvitePersonDocument, 'Invitation');
  const labels = {
    role: t('people.role'),
    municipalityId: t('people.town'),
    specialistId: t('people.specialist'),
    duties: t('people.duties'),
    forName: t('people.forName'),
  };
  const roles: Role[] = viewer.duties.includes('APPROVER')
    ? ['MUNICIPALITY_STAFF', 'SPECIALIST', 'HUB_STAFF']
    : ['MUNICIPALITY_STAFF', 'SPECIALIST'];
  const choose = (value: string) => {
    const chosen = roles.find((one) => one === value);
    if (!chosen) return;
    setRole(chosen);
    setDuties(FIRST[chosen]);
  };
  const submit = async () => {
    const input = {
      role,
      municipalityId: role === 'MUNICIPALITY_STAFF' && municipalityId ? municipalityId : null,
      specialistId: role === 'SPECIALIST' && specialistId ? specialistId : null,
      duties: [...duties],
      forName,
    };
    const done = await run({ input });
    if (done) onIssued(done.invitePerson);
  };
  return (
    <Dialog title={t('people.inviteTitle')} open onClose={onClose}>
      <Form labels={labels} refusal={refusal} onSubmit={() => void submit()}>
        {isHub && (
          <Choice
            name="role"
            required
            layout="row"
            value={role}
            onChange={choose}
            options={roles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
          />
        )}
        {isHub && (role === 'MUNICIPALITY_STAFF' || role === 'SPECIALIST') && (
          <PlaceField
            role={role}
            value={role === 'SPECIALIST' ? specialistId : municipalityId}
            onChange={role === 'SPECIALIST' ? setSpecialist : setTown}
          />
        )}
        {(role === 'HUB_STAFF' || role === 'MUNICIPALITY_STAFF') && (
          <DutyBoxes role={role} duties={duties} onChange={setDuties} />
        )}
        <TextField
          name="forName"
          required
          hint={t('people.forNameHint')}
          autoComplete="off"
          value={forName}
          onChange={setForName}
        />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {t('people.makeLink')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

interface PlaceProps {
  readonly role: 'MUNICIPALITY_STAFF' | 'SPECIALIST';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PlaceField({ role, value, onChange }: PlaceProps) {
  const { t } = useTranslation();
  const prefectureId = usePrefectureId();
  const { data } = useLoad(InvitablePlacesDocument, {});
  const isTown = role === 'MUNICIPALITY_STAFF';
  // The prefecture's own office is a place too, but no municipality.
  const towns = data?.places.filter(({ id }) => !id.startsWith(`${prefectureId}000`)) ?? [];
  const specialists = data?.specialists.edges.map(({ node }) => node) ?? [];
  return (
    <SelectField
      name={isTown ? 'municipalityId' : 'specialistId'}
      required
      empty={t('ui.choose')}
      value={value}
      onChange={onChange}
      options={(isTown ? towns : specialists).map((one) => ({ value: one.id, label: nameOf(one) }))}
    />
  );
}
