import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { type AgreementDraft, inputOf, missingIn } from './agreement-draft';
import { isKind, KINDS } from './agreement-words';
import type { AgreementInput } from './agreements.documents';
import { ClauseFields } from './ClauseFields';
import { PartyListDocument, type PartyRow } from './parties.documents';
import { SignerFields } from './SignerFields';

interface Props {
  readonly initial: AgreementDraft;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** Whether it was saved. */
  readonly onSave: (input: AgreementInput) => Promise<boolean>;
}

export function AgreementForm(props: Props) {
  // A prefecture has up to 179 towns, and a page a hundred rows.
  const parties = useLoad(PartyListDocument, { first: 100 }, { about: ['Party'] });
  const { hasNextPage = false, endCursor = null } = parties.data?.parties.pageInfo ?? {};
  const more = useLoad(
    PartyListDocument,
    { first: 100, after: endCursor },
    { about: ['Party'], pause: !hasNextPage },
  );
  const rest = more.data?.parties.edges ?? [];
  return (
    <Loaded of={hasNextPage && !more.data ? more : parties}>
      {() => (
        <Filled
          {...props}
          known={[...(parties.data?.parties.edges ?? []), ...rest].map(({ node }) => node)}
        />
      )}
    </Loaded>
  );
}

const isRule = (value: string): value is 'GUIDELINE' | 'CAP' => value === 'GUIDELINE' || value === 'CAP';

function Filled({ initial, busy, refusal, onSave, known }: Props & { readonly known: readonly PartyRow[] }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const change = (part: Partial<AgreementDraft>) => setDraft((old) => ({ ...old, ...part }));
  const labels = useLabels(draft);
  const save = async () => {
    const empty = missingIn(draft);
    setMissing(emptyFields(empty));
    const input = inputOf(draft);
    if (empty.length > 0 || !input) return;
    // Leaving the page after saving is no loss.
    setSaved(draft);
    if (!(await onSave(input))) setSaved(initial);
  };
  const bearers = draft.parties.flatMap(({ partyId }) => known.find(({ id }) => id === partyId) ?? []);
  return (
    <Form
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
      sayValue={(field, value) => {
        if (field === 'kind' && typeof value === 'string' && isKind(value))
          return t(`agreements.kind.${value}`);
        return null;
      }}
    >
      <UnsavedGuard unsaved={draft !== saved && !busy} />
      <TextField name="title" required value={draft.title} onChange={(title) => change({ title })} />
      <SelectField
        name="kind"
        required
        empty={t('ui.choose')}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        options={KINDS.map((one) => ({ value: one, label: t(`agreements.kind.${one}`) }))}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DateField
          name="startsOn"
          required
          hint={t('agreements.form.termHint')}
          value={draft.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <DateField name="endsOn" required value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <NumberField
          name="monthlyDays"
          min={1}
          max={31}
          unit={t('agreements.form.daysUnit')}
          value={draft.monthlyDays}
          onChange={(monthlyDays) =>
            change({ monthlyDays, ...(monthlyDays === null && { monthlyRule: '' as const }) })
          }
        />
        <SelectField
          name="monthlyRule"
          hint={t('agreements.form.ruleHint')}
          empty={t('agreements.form.noRule')}
          value={draft.monthlyRule}
          onChange={(rule) => change({ monthlyRule: isRule(rule) ? rule : '' })}
          options={[
            { value: 'GUIDELINE', label: t('agreements.form.GUIDELINE') },
            { value: 'CAP', label: t('agreements.form.CAP') },
          ]}
        />
      </div>
      <NumberField
        name="noticeDays"
        required
        min={0}
        max={365}
        hint={t('agreements.form.noticeHint')}
        unit={t('agreements.form.noticeUnit')}
        value={draft.noticeDays}
        onChange={(noticeDays) => change({ noticeDays })}
      />
      <TextAreaField
        name="work"
        required
        rows={4}
        max={2000}
        value={draft.work}
        onChange={(work) => change({ work })}
      />
      <TextAreaField
        name="confidentiality"
        required
        rows={3}
        max={2000}
        value={draft.confidentiality}
        onChange={(confidentiality) => change({ confidentiality })}
      />
      <SignerFields signers={draft.parties} known={known} onChange={(parties) => change({ parties })} />
      <SelectField
        name="remainderPartyId"
        hint={t('agreements.form.remainderHint')}
        empty={t('agreements.noRemainder')}
        value={draft.remainderPartyId}
        onChange={(remainderPartyId) => change({ remainderPartyId })}
        options={bearers.map((party) => ({ value: party.id, label: nameOf(party) }))}
      />
      <ClauseFields clauses={draft.clauses} onChange={(clauses) => change({ clauses })} />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('agreements.form.save')}
        </Button>
      </Actions>
    </Form>
  );
}

/** Labels of every field, those of each signer and article among them. */
function useLabels(draft: AgreementDraft): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  const signers = draft.parties.flatMap((_, i) => {
    const no = i + 1;
    return [
      [`parties-${i}-partyId`, t('agreements.form.partyNo', { no })],
      [`parties-${i}-capacity`, t('agreements.form.capacityNo', { no })],
      [`parties-${i}-signatoryTitle`, t('agreements.form.titleNo', { no })],
      [`parties-${i}-signatoryName`, t('agreements.form.nameNo', { no })],
    ];
  });
  const clauses = draft.clauses.flatMap((_, i) => {
    const no = i + 1;
    return [
      [`clauses-${i}-heading`, t('agreements.form.headingNo', { no })],
      [`clauses-${i}-body`, t('agreements.form.bodyNo', { no })],
    ];
  });
  const named: Readonly<Record<string, string>> = Object.fromEntries([...signers, ...clauses]);
  const kind = t('agreements.field.kind');
  const work = t('agreements.field.work');
  return {
    ...named,
    title: t('agreements.field.title'),
    kind,
    agreementKind: kind,
    startsOn: t('agreements.field.startsOn'),
    endsOn: t('agreements.field.endsOn'),
    monthlyDays: t('agreements.field.monthlyDays'),
    monthlyRule: t('agreements.field.monthlyRule'),
    noticeDays: t('agreements.field.noticeDays'),
    work,
    // As the log names it.
    duties: work,
    confidentiality: t('agreements.field.confidentiality'),
    parties: t('agreements.sections.parties'),
    remainderPartyId: t('agreements.field.remainder'),
    clauses: t('agreements.sections.clauses'),
    revision: t('agreements.form.revision'),
  };
}
