import { createContext, type FormEvent, type ReactNode, useContext, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, Refusal } from '../gql/refusal';
import { ErrorSummary } from './ErrorSummary';
import { type FieldFault, FieldScope } from './field-fault';
import { NewerValues, type SayValue } from './NewerValues';

type Labels = Readonly<Record<string, string>>;

interface FormWords {
  readonly labels: Labels;
  readonly faults: readonly FieldFault[];
}

const Words = createContext<FormWords>({ labels: {}, faults: [] });

/** The label of a field and what is wrong with it: the same words as in the summary. */
export function useFieldWords(name: string): { label: string; faults: readonly string[] } {
  const { labels, faults } = useContext(Words);
  return {
    label: labels[name] ?? name,
    faults: faults.filter((fault) => fault.field === name).map((fault) => fault.sentence),
  };
}

/** `wished.3.date` is a matter of the field `wished`. */
const fieldOf = (path: string, labels: Labels): string | null => {
  const parts = path.split('.');
  return parts.find((part) => part in labels) ?? null;
};

/** One sentence per fault, in the words of the form. */
export function useFaultSentences(refusal: Refusal | null, labels: Labels): readonly FieldFault[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const sentenceOf = ({ path, message }: Fault): FieldFault => {
      const field = fieldOf(path, labels);
      return { field, sentence: message ?? t('ui.fillIn', { field: (field && labels[field]) ?? path }) };
    };
    const found = (refusal?.faults ?? []).map(sentenceOf);
    return found.filter((fault, i) => found.findIndex(({ sentence }) => sentence === fault.sentence) === i);
  }, [refusal, labels, t]);
}

interface FormProps {
  /** Every field by name, with its label: labels and errors say the same. */
  readonly labels: Labels;
  readonly refusal: Refusal | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly label?: string;
  /** How a value is said when somebody else has changed it meanwhile. */
  readonly sayValue?: SayValue;
}

/** A form that the server judges: errors come to the top, with links, and to each field. */
export function Form({ labels, refusal, onSubmit, children, label, sayValue }: FormProps) {
  const faults = useFaultSentences(refusal, labels);
  const scope = useId();
  const words = useMemo(() => ({ labels, faults }), [labels, faults]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A day that could not be read would go out as no day.
    const unread = event.currentTarget.querySelector<HTMLElement>('[data-unread]');
    if (unread) unread.focus();
    else onSubmit();
  };
  return (
    <FieldScope value={scope}>
      <Words value={words}>
        <form noValidate onSubmit={submit} aria-label={label} className="flex flex-col gap-8">
          <ErrorSummary refusal={refusal} faults={faults} />
          {refusal?.newer && <NewerValues newer={refusal.newer} labels={labels} say={sayValue} />}
          {children}
        </form>
      </Words>
    </FieldScope>
  );
}
