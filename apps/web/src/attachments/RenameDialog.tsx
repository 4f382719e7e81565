import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../gql/use-action';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { Form } from '../ui/Form';
import { TextField } from '../ui/fields';
import { type AttachmentRow, RenameAttachmentDocument } from './attachments.documents';

/** Another name, with the same end. */
export function RenameDialog({
  file,
  onClose,
}: {
  readonly file: AttachmentRow;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(file.name);
  const [read] = useState(file.version);
  const { run, busy, refusal } = useAction(RenameAttachmentDocument, 'AttachmentFolder');
  const rename = async () => {
    if (await run({ id: file.id, name, seen: refusal?.newer?.version ?? read })) onClose();
  };
  return (
    <Dialog title={t('attachments.renameTitle')} open onClose={onClose}>
      <Form labels={{ name: t('attachments.name') }} refusal={refusal} onSubmit={() => void rename()}>
        <TextField name="name" required hint={t('attachments.renameHint')} value={name} onChange={setName} />
        <DialogActions confirm={t('attachments.rename')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
