import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { CheckBox } from '../../ui/fields';
import { Form } from '../../ui/Form';
import type { SayValue } from '../../ui/NewerValues';
import { DUTIES_OF, type Duty, hasDuties, useDutyWords } from './duties';
import { DutyBoxes } from './DutyBoxes';
import { HandOverDialog } from './HandOverDialog';
import type { OneTimeLink } from './LinkSheet';
import {
  ChangeDutiesDocument,
  EndMembershipDocument,
  IssuePasswordResetDocument,
  type PersonRow,
} from './people.documents';

interface Props {
  readonly person: PersonRow;
  readonly place: string;
  readonly onLink: (link: OneTimeLink) => void;
}

/** What whoever manages the place can do about one person. */
export function PersonActions({ person, place, onLink }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'duties' | 'handOver' | 'reset' | 'end' | null>(null);
  const close = () => setOpen(null);
  const name = nameOf(person);
  if (!person.mayManage) return null;
  return (
    <>
      <Actions short>
        {hasDuties(person.role) && (
          <Button
            size="small"
            aria-label={t('people.changeDutiesOne', { name })}
            onClick={() => setOpen('duties')}
          >
            {t('people.changeDuties')}
          </Button>
        )}
        {hasDuties(person.role) && (
          <Button
            size="small"
            aria-label={t('people.handOverOne', { name })}
            onClick={() => setOpen('handOver')}
          >
            {t('people.handOver')}
          </Button>
        )}
        {!person.isSelf && (
          <Button size="small" aria-label={t('people.resetOne', { name })} onClick={() => setOpen('reset')}>
            {t('people.reset')}
          </Button>
        )}
        <Button
          size="small"
          look="danger"
          aria-label={t('people.endOne', { name })}
          onClick={() => setOpen('end')}
        >
          {t('people.end')}
        </Button>
      </Actions>
      {open === 'duties' && <DutiesDialog person={person} name={name} onClose={close} />}
      {open === 'handOver' && <HandOverDialog person={person} name={name} onClose={close} />}
      {open === 'reset' && <ResetDialog person={person} name={name} onClose={close} onLink={onLink} />}
      {open === 'end' && <EndDialog person={person} name={name} place={place} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly person: PersonRow;
  readonly name: string;
  readonly onClose: () => void;
}

function DutiesDialog({ person, name, onClose }: DialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { begin } = useSession();
  const [duties, setDuties] = useState<readonly Duty[]>(person.duties);
  const { run, busy, refusal } = useAction(ChangeDutiesDocument, 'Person');
  const [read] = useState(person.version);
  const submit = async () => {
    if (!(await run({ id: person.id, duties: [...duties], seen: refusal?.newer?.version ?? read }))) return;
    onClose();
    done(t('people.dutiesChanged', { name }));
    // One's own duties decide which buttons are shown.
    if (person.isSelf) begin();
  };
  const inWords = useDutyWords();
  const { role } = person;
  if (!hasDuties(role)) return null;
  const sayDuties: SayValue = (_, value) =>
    Array.isArray(value) ? inWords(DUTIES_OF[role].filter((duty) => value.includes(duty))) : null;
  return (
    <Dialog title={t('people.changeDutiesOne', { name })} open onClose={onClose}>
      <Form
        labels={{ duties: t('people.duties') }}
        refusal={refusal}
        sayValue={sayDuties}
        onSubmit={() => void submit()}
      >
        <DutyBoxes role={role} duties={duties} onChange={setDuties} />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {t('people.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

function ResetDialog({ person, name, onClose, onLink }: DialogProps & Pick<Props, 'onLink'>) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(IssuePasswordResetDocument);
  const [lostDevice, setLostDevice] = useState(false);
  const issue = async () => {
    const issued = (await run({ id: person.id, lostDevice }))?.issuePasswordReset;
    if (!issued) return;
    const { loginId } = person;
    onLink({ kind: 'reset', forName: name, ...issued, lead: t('people.linkLead.reset', { loginId }) });
  };
  return (
    <ConfirmDialog
      title={t('people.resetTitle')}
      open
      onClose={onClose}
      confirm={t('people.makeLink')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void issue()}
    >
      <p>{t('people.resetText')}</p>
      <CheckBox
        name="lostDevice"
        label={t('people.lostDevice')}
        hint={t('people.lostDeviceHint')}
        checked={lostDevice}
        onChange={setLostDevice}
      />
    </ConfirmDialog>
  );
}

function EndDialog({ person, name, place, onClose }: DialogProps & Pick<Props, 'place'>) {
  const { t } = useTranslation();
  const done = useDone();
  const { begin } = useSession();
  const { run, busy, refusal } = useAction(EndMembershipDocument, 'Person');
  const end = async () => {
    if (!(await run({ id: person.id }))) return;
    if (person.isSelf) return begin();
    onClose();
    done(t('people.ended', { name }));
  };
  return (
    <ConfirmDialog
      title={t('people.endTitle')}
      open
      onClose={onClose}
      confirm={t('people.end')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void end()}
    >
      <p>{t('people.endText', { name, place })}</p>
      {person.isSelf && <p className="font-700">{t('people.endSelf')}</p>}
    </ConfirmDialog>
  );
}
