import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DateField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** The last day that is offered first. */
  readonly day: string;
  readonly onConfirm: (on: string, reason: string) => void;
}

/** Asks for a last day, and why. */
export function EndDialog({ title, onClose, busy, refusal, day, onConfirm }: Props) {
  const { t } = useTranslation();
  const [on, setOn] = useState(day);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form
        labels={{ on: t('joint.lastDay'), reason: t('joint.reason') }}
        refusal={refusal}
        onSubmit={() => onConfirm(on, reason)}
      >
        <DateField name="on" required value={on} onChange={setOn} />
        <TextAreaField name="reason" required rows={3} value={reason} onChange={setReason} />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {title}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
