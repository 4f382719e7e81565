import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { addDays } from '../../i18n/dates';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { CheckBox, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { DatesQuestion } from './DatesQuestion';
import { missingIn, type Purchase, type QuestionProps, type RequestDraft } from './request-draft';
import { type FormChoices, FormChoicesDocument } from './request-form.documents';
import { useRequestLabels, useSayRequestValue } from './request-words';
import { ShapeQuestion } from './ShapeQuestion';
import { TownChoice } from './TownChoice';
import { TroubleQuestion } from './TroubleQuestion';

/** How far ahead a town is asked to look. */
const WEEKS = 6;

export interface RequestFormProps {
  readonly initial: RequestDraft;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** The hub chooses the town that it writes for; a town writes for itself. */
  readonly forTown: boolean;
  /** Resolves true when it is saved and the page may be left. */
  readonly onSave: (draft: RequestDraft, next: 'STAY' | 'REVIEW') => Promise<boolean>;
  /** Fields that come where a new request is about something that the town buys. */
  readonly purchase?: ((onChange: (purchase: Purchase) => void) => ReactNode) | undefined;
}

export function RequestForm(props: RequestFormProps) {
  const { today } = useSession();
  const to = addDays(today, WEEKS * 7);
  const choices = useLoad(FormChoicesDocument, { from: today, to });
  return <Loaded of={choices}>{(data) => <Questions {...props} choices={data} lastDay={to} />}</Loaded>;
}

function Questions({
  initial,
  busy,
  refusal,
  forTown,
  onSave,
  purchase: purchaseFields,
  choices,
  lastDay,
}: RequestFormProps & {
  readonly choices: FormChoices;
  readonly lastDay: string;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const change = (part: Partial<RequestDraft>) => setDraft((old) => ({ ...old, ...part }));
  const labels = useRequestLabels();
  const sayValue = useSayRequestValue(choices.supportThemes);

  const save = async (next: 'STAY' | 'REVIEW') => {
    const lacking = missingIn(draft, { asHub: forTown, toSend: next === 'REVIEW' });
    setMissing(lacking);
    if (lacking) return;
    setSaved(draft);
    if (!(await onSave(draft, next))) setSaved(saved);
  };

  return (
    <Form
      labels={labels}
      refusal={missing ?? refusal}
      sayValue={sayValue}
      onSubmit={() => void save('REVIEW')}
    >
      <UnsavedGuard unsaved={draft !== saved} />
      {forTown && <TownChoice draft={draft} change={change} />}
      <TroubleQuestion draft={draft} change={change} choices={choices} />
      <WordsQuestion draft={draft} change={change} />
      <ShapeQuestion draft={draft} change={change} />
      <DatesQuestion draft={draft} change={change} closures={choices.officeClosures} lastDay={lastDay} />
      <ContactQuestion draft={draft} change={change} />
      {purchaseFields?.((purchase) => change({ purchase }))}
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('requestForm.review')}
        </Button>
        <Button onClick={() => void save('STAY')} busy={busy}>
          {t('requestForm.save')}
        </Button>
      </Actions>
    </Form>
  );
}

function WordsQuestion({ draft, change }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('requestForm.q2')} id="q2">
      <p>{t('requestForm.noPersonal')}</p>
      <TextField
        name="title"
        required
        hint={t('requestForm.titleHint')}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <TextAreaField
        name="trouble"
        required
        rows={8}
        max={4000}
        hint={t('requestForm.troubleHint')}
        value={draft.trouble}
        onChange={(trouble) => change({ trouble })}
      />
    </Section>
  );
}

function ContactQuestion({ draft, change }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('requestForm.q5')} id="q5">
      <TextField
        name="contactSection"
        required
        hint={t('requestForm.contactHint')}
        value={draft.contactSection}
        onChange={(contactSection) => change({ contactSection })}
      />
      <CheckBox
        name="entrustSelection"
        label={t('requestForm.entrust')}
        hint={t('requestForm.entrustHint')}
        checked={draft.entrustSelection}
        onChange={(entrustSelection) => change({ entrustSelection })}
      />
    </Section>
  );
}
