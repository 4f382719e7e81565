import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { SelectField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { DeskPeopleDocument, ReassignDocument } from './consultations.documents';

/** The hub gives a question to somebody by name. */
interface Question {
  readonly id: string;
  readonly version: string;
}

export function ReassignButton(question: Question) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('consultations.action.REASSIGN')}</Button>
      <Dialog title={t('consultations.action.REASSIGN')} open={open} onClose={() => setOpen(false)}>
        <People {...question} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function People({ id, version, onClose }: Question & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const people = useLoad(DeskPeopleDocument, {});
  const [specialistId, setSpecialistId] = useState('');
  const [reason, setReason] = useState('');
  const { run, busy, refusal } = useAction(ReassignDocument);
  const [read] = useState(version);
  const give = async () => {
    if (!(await run({ id, specialistId, reason, seen: refusal?.newer?.version ?? read }))) return;
    onClose();
    done(t('consultations.done.REASSIGN'));
  };
  const labels = {
    specialistId: t('consultations.field.specialistId'),
    reason: t('consultations.field.reason'),
  };
  return (
    <Loaded of={people}>
      {({ specialists }) => (
        <Form
          labels={labels}
          refusal={refusal}
          sayValue={(_, value) => {
            const person = specialists.edges.find(({ node }) => node.id === value);
            return person ? nameOf(person.node) : null;
          }}
          onSubmit={() => void give()}
        >
          <SelectField
            name="specialistId"
            required
            empty={t('ui.choose')}
            value={specialistId}
            onChange={setSpecialistId}
            options={specialists.edges.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
          />
          <TextAreaField
            name="reason"
            required
            rows={3}
            hint={t('consultations.field.reasonHint')}
            value={reason}
            onChange={setReason}
          />
          <Actions>
            <Button type="submit" look="primary" busy={busy}>
              {t('consultations.action.REASSIGN')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          </Actions>
        </Form>
      )}
    </Loaded>
  );
}
