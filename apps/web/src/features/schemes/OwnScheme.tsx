import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { type SchemeRow, SetOwnSchemeDocument } from './schemes.documents';

const BASES = ['CASE', 'TOWN_YEAR'] as const;
const COSTS = ['NONE', 'SHARED', 'TOWN'] as const;

interface Draft {
  readonly name: string;
  readonly capPer: (typeof BASES)[number];
  readonly onSiteDays: number | null;
  readonly onlineHours: number | null;
  readonly visits: number | null;
  readonly cost: string;
  readonly costWords: string;
  readonly rules: string;
  readonly source: string;
  readonly validFrom: string;
  readonly validTo: string;
}

const draftOf = (today: string, scheme?: SchemeRow): Draft => ({
  name: scheme?.name ?? '',
  capPer: scheme?.caps.per ?? 'CASE',
  onSiteDays: scheme?.caps.onSiteDays ?? null,
  onlineHours: scheme?.caps.onlineHours ?? null,
  visits: scheme?.caps.visits ?? null,
  cost: scheme?.cost ?? '',
  costWords: scheme?.costWords.ja ?? '',
  rules: scheme?.rules[0]?.ja ?? '',
  source: scheme?.source ?? '',
  validFrom: scheme?.validFrom ?? today,
  validTo: scheme?.validTo ?? '',
});

export function NewOwnScheme() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('schemes.addOwn')}</Button>
      {open && <OwnDialog onClose={() => setOpen(false)} />}
    </>
  );
}

export function ReviseOwnScheme({ scheme }: { readonly scheme: SchemeRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print">
      <Button
        size="small"
        aria-label={t('schemes.reviseOwnOne', { name: scheme.name })}
        onClick={() => setOpen(true)}
      >
        {t('schemes.reviseOwn')}
      </Button>
      {open && <OwnDialog scheme={scheme} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface Props {
  /** A new one when absent. */
  readonly scheme?: SchemeRow;
  readonly onClose: () => void;
}

function OwnDialog({ scheme, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const [draft, setDraft] = useState(draftOf(today, scheme));
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(SetOwnSchemeDocument, 'Scheme');
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const empty = (['name', 'costWords', 'source', 'validFrom'] as const).filter(
      (name) => draft[name].trim() === '',
    );
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const input = {
      ...draft,
      cost: COSTS.find((cost) => cost === draft.cost) ?? null,
      validTo: draft.validTo || null,
    };
    const seen = refusal?.newer?.version ?? scheme?.version ?? null;
    if (!(await run({ input, id: scheme?.id ?? null, seen }))) return;
    onClose();
    done(t('schemes.ownSaved', { name: draft.name }));
  };
  const title = t(scheme ? 'schemes.reviseOwn' : 'schemes.addOwn');
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form labels={useLabels()} refusal={missing ?? refusal} onSubmit={() => void save()}>
        <TextField
          name="name"
          required
          maxLength={80}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <CapFields draft={draft} change={change} />
        <SelectField
          name="cost"
          empty={t('schemes.costUnknown')}
          value={draft.cost}
          onChange={(cost) => change({ cost })}
          options={COSTS.map((cost) => ({ value: cost, label: t(`schemes.costWord.${cost}`) }))}
        />
        <TextField
          name="costWords"
          required
          maxLength={200}
          value={draft.costWords}
          onChange={(costWords) => change({ costWords })}
        />
        <TextAreaField name="rules" rows={3} value={draft.rules} onChange={(rules) => change({ rules })} />
        <TextField
          name="source"
          required
          maxLength={300}
          value={draft.source}
          onChange={(source) => change({ source })}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <DateField
            name="validFrom"
            required
            value={draft.validFrom}
            onChange={(validFrom) => change({ validFrom })}
          />
          <DateField name="validTo" value={draft.validTo} onChange={(validTo) => change({ validTo })} />
        </div>
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {t('schemes.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

interface CapProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function CapFields({ draft, change }: CapProps) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="capPer"
        required
        value={draft.capPer}
        onChange={(basis) => change({ capPer: BASES.find((one) => one === basis) ?? 'CASE' })}
        options={BASES.map((basis) => ({ value: basis, label: t(`schemes.capPer.${basis}`) }))}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {(['onSiteDays', 'onlineHours', 'visits'] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            min={0}
            value={draft[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
      </div>
    </>
  );
}

function useLabels() {
  const { t } = useTranslation();
  return {
    name: t('schemes.field.name'),
    capPer: t('schemes.field.capPer'),
    onSiteDays: t('schemes.field.onSiteDays'),
    onlineHours: t('schemes.field.onlineHours'),
    visits: t('schemes.field.capVisits'),
    cost: t('schemes.field.cost'),
    costWords: t('schemes.field.costWords'),
    rules: t('schemes.field.rules'),
    source: t('schemes.field.source'),
    validFrom: t('schemes.field.validFrom'),
    validTo: t('schemes.field.validTo'),
  };
}
