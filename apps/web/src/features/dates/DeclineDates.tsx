import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { TextAreaField } from '../../ui/fields';
import { FieldGroup } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { DeclineDatesDocument, type Inquiry } from './dates.documents';
import { HalfAdder, type HalfDay } from './HalfAdder';
import { useHalfWords } from './InquiryWords';

/** None of them suits: why, and what would. */
export function DeclineDates({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('dates.noneSuits')}</Button>
      <Dialog title={t('dates.noneSuits')} open={open} onClose={() => setOpen(false)}>
        <DeclineForm inquiry={inquiry} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function DeclineForm({ inquiry, onClose }: { readonly inquiry: Inquiry; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const wordsOf = useHalfWords();
  const [reason, setReason] = useState('');
  const [wishes, setWishes] = useState<readonly HalfDay[]>([]);
  const { run, busy, refusal } = useAction(DeclineDatesDocument, 'DateInquiry');
  const decline = async () => {
    if (!(await run({ id: inquiry.id, input: { reason, wishes: [...wishes] } }))) return;
    onClose();
    done(t('dates.done.declined'));
  };
  const isSame = (a: HalfDay, b: HalfDay): boolean => a.date === b.date && a.half === b.half;
  return (
    <Form
      labels={{
        reason: t('schedule.cancel.reason'),
        wishes: t('dates.wishes'),
        date: t('dates.day'),
        half: t('dates.half'),
      }}
      refusal={refusal}
      onSubmit={() => void decline()}
    >
      <TextAreaField
        name="reason"
        required
        rows={3}
        hint={t('dates.declineHint')}
        value={reason}
        onChange={setReason}
      />
      <FieldGroup name="wishes" hint={t('dates.wishesHint')}>
        <ul className="flex flex-col gap-2">
          {wishes.map((wish) => (
            <li key={wordsOf(wish)} className="flex items-center gap-3">
              {wordsOf(wish)}
              <Button
                size="small"
                aria-label={t('dates.removeOne', { half: wordsOf(wish) })}
                onClick={() => setWishes(wishes.filter((one) => one !== wish))}
              >
                {t('dates.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <HalfAdder
          label={t('dates.wishes')}
          onAdd={(half) => setWishes([...wishes.filter((one) => !isSame(one, half)), half])}
        />
      </FieldGroup>
      <DialogActions confirm={t('dates.tellHub')} busy={busy} onClose={onClose} />
    </Form>
  );
}
