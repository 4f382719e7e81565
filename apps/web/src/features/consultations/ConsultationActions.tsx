import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedDocumentNode } from 'urql';
import { useAction } from '../../gql/use-action';
import { ConfirmDialog, WordsDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { CloseDocument, type ConsultationRow, withWords } from './consultations.documents';
import { ReassignButton } from './ReassignButton';

interface Props {
  readonly consultation: ConsultationRow;
}

/** The answer has its own form on the page; everything else is a button. */
export function ConsultationActions({ consultation }: Props) {
  const { viewerActions: may } = consultation;
  const { t } = useTranslation();
  if (may.length === 0) return null;
  return (
    <>
      {may.includes('ANSWER') && <AnswerForm consultation={consultation} />}
      <Actions label={t('requests.sections.actions')}>
        {may.includes('CLOSE') && <CloseButton consultation={consultation} />}
        {may.includes('ASK_FURTHER') && <WordsButton consultation={consultation} action="ASK_FURTHER" />}
        {may.includes('REASSIGN') && <ReassignButton id={consultation.id} version={consultation.version} />}
        {may.includes('TURN_INTO_REQUEST') && (
          <LinkButton to={`/consultations/${consultation.id}/request`}>
            {t('consultations.action.TURN_INTO_REQUEST')}
          </LinkButton>
        )}
        {may.includes('WITHDRAW') && <WordsButton consultation={consultation} action="WITHDRAW" />}
      </Actions>
    </>
  );
}

function AnswerForm({ consultation }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [answer, setAnswer] = useState('');
  const { run, busy, refusal } = useAction(withWords.ANSWER);
  const send = async () => {
    if (await run({ id: consultation.id, words: answer })) done(t('consultations.done.ANSWER'));
  };
  return (
    <Form labels={{ answer: t('consultations.field.answer') }} refusal={refusal} onSubmit={() => void send()}>
      <TextAreaField
        name="answer"
        required
        rows={8}
        max={8000}
        hint={t('consultations.field.answerHint')}
        value={answer}
        onChange={setAnswer}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('consultations.action.ANSWER')}
        </Button>
      </div>
    </Form>
  );
}

function CloseButton({ consultation }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal } = useAction(CloseDocument);
  const close = async () => {
    if (!(await run({ id: consultation.id }))) return;
    setOpen(false);
    done(t('consultations.done.CLOSE'));
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('consultations.action.CLOSE')}
      </Button>
      <ConfirmDialog
        title={t('consultations.action.CLOSE')}
        open={open}
        onClose={() => setOpen(false)}
        confirm={t('consultations.action.CLOSE')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void close()}
      >
        <p>{t('consultations.closeText')}</p>
      </ConfirmDialog>
    </>
  );
}

function WordsButton({ consultation, action }: Props & { readonly action: 'ASK_FURTHER' | 'WITHDRAW' }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const document: TypedDocumentNode<unknown, { id: string; words: string }> = withWords[action];
  const { run, busy, refusal, clear } = useAction(document);
  const name = action === 'ASK_FURTHER' ? 'question' : 'reason';
  const send = async (words: string) => {
    if (!(await run({ id: consultation.id, words }))) return;
    setOpen(false);
    done(t(`consultations.done.${action}`));
  };
  return (
    <>
      <Button look={action === 'WITHDRAW' ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>
        {t(`consultations.action.${action}`)}
      </Button>
      <WordsDialog
        title={t(`consultations.action.${action}`)}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t(`consultations.action.${action}`)}
        busy={busy}
        refusal={refusal}
        name={name}
        label={t(`consultations.field.${name}`)}
        onConfirm={(words) => void send(words)}
      />
    </>
  );
}
