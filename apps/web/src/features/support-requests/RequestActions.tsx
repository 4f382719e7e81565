import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedDocumentNode } from 'urql';
import { useAction } from '../../gql/use-action';
import { ConfirmDialog, WordsDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ClassifyButton } from './ClassifyButton';
import { plain, withWords } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

type PlainAction = Exclude<keyof typeof plain, 'SEND_FOR_APPROVAL'>;
type WordsAction = keyof typeof withWords;

const PLAIN = ['ACCEPT', 'APPROVE_DISPATCH', 'RESUME', 'BEGIN_TRIAGE'] as const satisfies PlainAction[];

/** What each change is told along; the argument's name finds its errors. */
const WORDS: Readonly<Record<WordsAction, 'reason' | 'advice' | 'scheme'>> = {
  RETURN_TO_DRAFT: 'reason',
  ADVISE: 'advice',
  REFER: 'scheme',
  RESELECT: 'reason',
  SUSPEND: 'reason',
  TERMINATE: 'reason',
  NOT_ADOPT: 'reason',
  WITHDRAW: 'reason',
};

const EXPLANATIONS = {
  BEGIN_TRIAGE: 'requests.ask.triage',
  APPROVE_DISPATCH: 'requests.ask.dispatch',
  RESUME: 'requests.ask.resume',
} as const satisfies Record<Exclude<PlainAction, 'ACCEPT'>, string>;

const explanationOf = (action: PlainAction, { entrustSelection }: RequestRow) =>
  action !== 'ACCEPT'
    ? EXPLANATIONS[action]
    : entrustSelection
      ? 'requests.ask.acceptEntrusted'
      : 'requests.ask.acceptRanked';

/** Main thing to do first; ending it comes last, in red and in words. */
const DANGERS: readonly WordsAction[] = ['NOT_ADOPT', 'TERMINATE', 'WITHDRAW'];

const wordsActions = Object.keys(WORDS).filter((name): name is WordsAction => name in WORDS);

/** Buttons for what the server says this person may do now. Sending, shortlisting and offers have places of their own. */
export function RequestActions({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const may = (action: RequestRow['viewerActions'][number]) => request.viewerActions.includes(action);
  return (
    <Actions label={t('requests.sections.actions')}>
      {may('SUBMIT') && (
        <LinkButton to={`/requests/${request.id}/review`} look="primary">
          {t('requestForm.review')}
        </LinkButton>
      )}
      {may('REVISE') && (
        <LinkButton to={`/requests/${request.id}/edit`}>{t('requests.action.REVISE')}</LinkButton>
      )}
      {PLAIN.filter(may).map((action) => (
        <PlainButton key={action} action={action} request={request} />
      ))}
      {may('CLASSIFY') && <ClassifyButton request={request} />}
      {wordsActions.filter(may).map((action) => (
        <WordsButton key={action} action={action} request={request} />
      ))}
    </Actions>
  );
}

interface ButtonProps<Action> {
  readonly action: Action;
  readonly request: RequestRow;
}

function PlainButton({ action, request }: ButtonProps<PlainAction>) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const document: TypedDocumentNode<unknown, { id: string }> = plain[action];
  const { run, busy, refusal, clear } = useAction(document);
  const confirm = async () => {
    if (!(await run({ id: request.id }))) return;
    setOpen(false);
    done(t(`requests.done.${action}`));
  };
  return (
    <>
      <Button look={action === 'BEGIN_TRIAGE' ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
        {t(`requests.action.${action}`)}
      </Button>
      <ConfirmDialog
        title={t(`requests.action.${action}`)}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t(`requests.action.${action}`)}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void confirm()}
      >
        <p>{t(explanationOf(action, request))}</p>
      </ConfirmDialog>
    </>
  );
}

function WordsButton({ action, request }: ButtonProps<WordsAction>) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const document: TypedDocumentNode<unknown, { id: string; words: string }> = withWords[action];
  const { run, busy, refusal, clear } = useAction(document);
  const name = WORDS[action];
  const confirm = async (words: string) => {
    if (!(await run({ id: request.id, words }))) return;
    setOpen(false);
    done(t(`requests.done.${action}`));
  };
  return (
    <>
      <Button look={DANGERS.includes(action) ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>
        {t(`requests.action.${action}`)}
      </Button>
      <WordsDialog
        title={t(`requests.action.${action}`)}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t(`requests.action.${action}`)}
        busy={busy}
        refusal={refusal}
        name={name}
        label={t(`requests.ask.${name}`)}
        hint={t(`requests.ask.${name}Hint`)}
        suggestions={
          action === 'WITHDRAW'
            ? [
                t('requests.withdrawReasons.solved'),
                t('requests.withdrawReasons.later'),
                t('requests.withdrawReasons.duplicate'),
              ]
            : []
        }
        onConfirm={(words) => void confirm(words)}
      />
    </>
  );
}
