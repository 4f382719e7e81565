import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { withWords } from './request-actions.documents';

/** 差戻し: back to whoever wrote it, with the reason. */
export function ReturnButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(withWords.RETURN_TO_DRAFT);
  const giveBack = async (words: string) => {
    if (!(await run({ id, words }))) return;
    setOpen(false);
    done(t('requests.done.RETURN_TO_DRAFT'), `/requests/${id}`);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('requests.action.RETURN_TO_DRAFT')}</Button>
      <WordsDialog
        title={t('requests.action.RETURN_TO_DRAFT')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('requests.action.RETURN_TO_DRAFT')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('requests.ask.reason')}
        hint={t('requests.ask.reasonHint')}
        onConfirm={(words) => void giveBack(words)}
      />
    </>
  );
}
