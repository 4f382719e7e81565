import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { Dialog, DialogFoot } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { NameRunDocument, type RunRow } from './plans.documents';

/** Keeps a plan under a name, to come back to. */
export function NameButton({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('planning.named')}</Button>
      {open && <NameDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}

function NameDialog({ run, onClose }: { readonly run: RunRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [name, setName] = useState(run.name ?? '');
  const give = useAction(NameRunDocument);
  const save = async () => {
    if (!(await give.run({ id: run.id, name }))) return;
    onClose();
    done(t('planning.nameSaved'));
  };
  return (
    <Dialog title={t('planning.nameTitle')} open onClose={onClose}>
      <Form labels={{ name: t('planning.nameLabel') }} refusal={give.refusal} onSubmit={() => void save()}>
        <TextField name="name" needless hint={t('planning.nameHint')} value={name} onChange={setName} />
        <DialogFoot>
          <Actions short>
            <Button type="submit" look="primary" busy={give.busy}>
              {t('planning.nameSave')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          </Actions>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
