import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../gql/refusal';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { DialogActions } from './DialogActions';
import { Form } from './Form';
import { TextAreaField, TextField } from './fields';

interface Asked {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** The word on the button that does it. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly children?: ReactNode;
}

/** Says what will happen, then does it. */
export function ConfirmDialog({
  title,
  open,
  onClose,
  confirm,
  busy,
  refusal,
  children,
  onConfirm,
}: Asked & {
  readonly onConfirm: () => void;
}) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Form labels={{}} refusal={refusal} onSubmit={onConfirm}>
        {children}
        <DialogActions confirm={confirm} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface WordsProps extends Asked {
  /** The argument of the operation, so that its errors find the field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Sentences to start from, one press each. */
  readonly suggestions?: readonly string[];
  /** What stands there at first, to be changed. */
  readonly initial?: string;
  readonly optional?: boolean;
  readonly oneLine?: boolean;
  readonly onConfirm: (words: string) => void;
}

/** Asks for a reason or another text that goes with the change. */
export function WordsDialog({ open, ...rest }: WordsProps) {
  // A new dialog each time: what was typed for another matter is not shown again.
  return open ? <OpenWordsDialog open {...rest} /> : null;
}

function OpenWordsDialog(props: WordsProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(props.initial ?? '');
  const suggestionsId = useId();
  const { name, label, hint, suggestions = [], optional = false, oneLine = false } = props;
  const field = { name, hint, required: !optional, value: words, onChange: setWords };
  return (
    <Dialog title={props.title} open={props.open} onClose={props.onClose}>
      <Form labels={{ [name]: label }} refusal={props.refusal} onSubmit={() => props.onConfirm(words)}>
        {props.children}
        {suggestions.length > 0 && (
          <div role="group" aria-labelledby={suggestionsId} className="flex flex-wrap gap-2">
            <p id={suggestionsId} className="w-full">
              {t('ui.suggestions')}
            </p>
            {suggestions.map((suggestion) => (
              <Button key={suggestion} size="small" onClick={() => setWords(suggestion)}>
                {suggestion}
              </Button>
            ))}
          </div>
        )}
        {oneLine ? <TextField {...field} /> : <TextAreaField {...field} rows={3} />}
        <DialogActions confirm={props.confirm} busy={props.busy} onClose={props.onClose} />
      </Form>
    </Dialog>
  );
}
