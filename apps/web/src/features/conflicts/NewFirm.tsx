import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { RecordFirmDocument } from './conflicts.documents';

const RELATIONS = ['EMPLOYER', 'SHAREHOLDING', 'PAST_VENDOR'] as const;
const NOTHING = { name: '', corporateNumber: '', from: '', to: '', source: '' };

interface Props {
  readonly specialistId: string;
  /** Whether the person declares it: the own word is its own source. */
  readonly own?: boolean;
  readonly onAdded?: () => void;
}

/** Writes down one more firm. */
export function NewFirm({ specialistId, own = false, onAdded }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [relation, setRelation] = useState<(typeof RELATIONS)[number]>('EMPLOYER');
  const [words, setWords] = useState(NOTHING);
  const { run, busy, refusal } = useAction(RecordFirmDocument, 'SpecialistFirm');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const field = (name: keyof typeof NOTHING) => ({
    name,
    value: words[name],
    onChange: (value: string) => setWords((old) => ({ ...old, [name]: value })),
  });
  const add = async () => {
    const needed = own ? (['name'] as const) : (['name', 'source'] as const);
    const empty = needed.filter((name) => words[name].trim() === '');
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const { name, source, corporateNumber, from, to } = words;
    const input = {
      specialistId,
      relation,
      name,
      source: own ? null : source,
      corporateNumber: corporateNumber || null,
      from: from || null,
      to: to || null,
    };
    if (!(await run({ input }))) return;
    setWords(NOTHING);
    done(t('conflicts.firms.added', { name }));
    onAdded?.();
  };
  const labels = {
    relation: t('conflicts.firms.relation'),
    name: t('conflicts.firms.name'),
    corporateNumber: t('conflicts.firms.corporateNumber'),
    from: t('conflicts.firms.from'),
    to: t('conflicts.firms.to'),
    source: t('conflicts.firms.source'),
  };
  return (
    <Form
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void add()}
      label={t('conflicts.firms.add')}
    >
      <SelectField
        name="relation"
        required
        value={relation}
        onChange={(chosen) => setRelation(RELATIONS.find((one) => one === chosen) ?? 'EMPLOYER')}
        options={RELATIONS.map((one) => ({ value: one, label: t(`conflicts.firms.relationNames.${one}`) }))}
      />
      <TextField required {...field('name')} />
      <TextField
        inputMode="numeric"
        hint={t('conflicts.firms.corporateNumberHint')}
        {...field('corporateNumber')}
      />
      <DateField {...field('from')} />
      <DateField hint={t('conflicts.firms.toHint')} {...field('to')} />
      {!own && <TextField required hint={t('conflicts.firms.sourceHint')} {...field('source')} />}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('conflicts.firms.add')}
        </Button>
      </div>
    </Form>
  );
}
