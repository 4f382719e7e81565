import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf, VariablesOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { AskChoicesDocument, AskDocument } from './consultations.documents';

type AskedPurchase = VariablesOf<typeof AskDocument>['input']['purchase'];

interface Props {
  /** Fields that come where the question is about something that the town buys. */
  readonly purchase: (onChange: (purchase: NonNullable<AskedPurchase>) => void) => ReactNode;
}

/** A short question to whoever is at the desk. */
export function AskPage({ purchase }: Props) {
  const { t } = useTranslation();
  return (
    <Page
      title={t('consultations.new')}
      narrow
      lead={
        <>
          <p>{t('consultations.lead')}</p>
          <p>
            <Link to="/requests/new" className="link">
              {t('consultations.requestInstead')}
            </Link>
          </p>
        </>
      }
    >
      <AskForm purchase={purchase} />
    </Page>
  );
}

interface Typed {
  readonly municipalityId: string;
  readonly themeId: string;
  readonly question: string;
  readonly contactSection: string;
}

const NOTHING: Typed = { municipalityId: '', themeId: '', question: '', contactSection: '' };

function AskForm({ purchase: purchaseFields }: Props) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const forTown = role === 'HUB_STAFF';
  const done = useDone();
  const choices = useLoad(AskChoicesDocument, { withTowns: forTown });
  const [typed, setTyped] = useState(NOTHING);
  const [purchase, setPurchase] = useState<AskedPurchase>(null);
  const [sent, setSent] = useState(false);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(AskDocument);
  const change = (part: Partial<Typed>) => setTyped((old) => ({ ...old, ...part }));
  const labels = {
    municipalityId: t('consultations.town'),
    question: t('consultations.question'),
    themeId: t('consultations.theme'),
    contactSection: t('consultations.contact'),
    phase: t('conflicts.procurement.stands'),
    vendors: t('conflicts.procurement.vendors'),
  };

  const send = async () => {
    const noTown = forTown && !typed.municipalityId;
    setMissing(emptyFields(noTown ? ['municipalityId'] : []));
    if (noTown) return;
    setSent(true);
    const { municipalityId, themeId, question, contactSection } = typed;
    const asked = (
      await run({
        input: { question, contactSection, themeId: themeId || null, purchase },
        municipalityId: forTown ? municipalityId : null,
      })
    )?.askExpert;
    if (asked) done(t('consultations.done.asked', { number: asked.number }), `/consultations/${asked.id}`);
    else setSent(false);
  };

  return (
    <Loaded of={choices}>
      {(data) => (
        <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void send()}>
          <UnsavedGuard unsaved={!sent && (typed !== NOTHING || purchase !== null)} />
          <AskFields typed={typed} change={change} choices={data} />
          {purchaseFields(setPurchase)}
          <div>
            <Button type="submit" look="primary" busy={busy}>
              {t('consultations.send')}
            </Button>
          </div>
        </Form>
      )}
    </Loaded>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
  readonly choices: ResultOf<typeof AskChoicesDocument>;
}

function AskFields({ typed, change, choices: { supportThemes, places } }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {places && (
        <SelectField
          name="municipalityId"
          required
          hint={t('consultations.townHint')}
          empty={t('ui.choose')}
          value={typed.municipalityId}
          onChange={(municipalityId) => change({ municipalityId })}
          options={townsOf(places).map((town) => ({ value: town.id, label: nameOf(town) }))}
        />
      )}
      <TextAreaField
        name="question"
        required
        rows={7}
        max={4000}
        hint={t('consultations.questionHint')}
        value={typed.question}
        onChange={(question) => change({ question })}
      />
      <SelectField
        name="themeId"
        hint={t('consultations.themeHint')}
        empty={t('consultations.noTheme')}
        value={typed.themeId}
        onChange={(themeId) => change({ themeId })}
        options={supportThemes.map((theme) => ({ value: theme.id, label: nameOf(theme) }))}
      />
      <TextField
        name="contactSection"
        required
        hint={t('consultations.contactHint')}
        value={typed.contactSection}
        onChange={(contactSection) => change({ contactSection })}
      />
    </>
  );
}
