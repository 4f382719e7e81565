import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { CheckBox, NumberField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { StateMeasureDocument } from './tax-evidence.documents';

const BEARERS = ['MUNICIPALITY', 'PREFECTURE'] as const;
const ITEMS = [
  'SALARY',
  'ALLOWANCE',
  'TRAVEL',
  'RETIREMENT',
  'RECRUITING',
  'FEE',
  'TRAINING',
  'OTHER',
] as const;
const WORDS = { measure: '', forms: '', source: '' };
const FIGURES: Readonly<Record<'firstYear' | 'lastYear' | 'ratePerMille' | 'ceilingYen', number | null>> = {
  firstYear: null,
  lastYear: null,
  ratePerMille: null,
  ceilingYen: null,
};

/** Nothing stands there: the figures are the source's. */
export function MeasureForm() {
  const { t } = useTranslation();
  const done = useDone();
  const [bearer, setBearer] = useState<(typeof BEARERS)[number]>('MUNICIPALITY');
  const [words, setWords] = useState(WORDS);
  const [figures, setFigures] = useState(FIGURES);
  const [items, setItems] = useState<readonly (typeof ITEMS)[number][]>([]);
  const { run, busy, refusal } = useAction(StateMeasureDocument, 'TaxMeasure');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const text = (name: keyof typeof WORDS) => ({
    value: words[name],
    onChange: (value: string) => setWords((old) => ({ ...old, [name]: value })),
  });
  const figure = (name: keyof typeof FIGURES) => ({
    name,
    value: figures[name],
    onChange: (value: number | null) => setFigures((old) => ({ ...old, [name]: value })),
  });
  const add = async () => {
    const { firstYear, lastYear, ratePerMille, ceilingYen } = figures;
    const empty = [
      ...(words.measure.trim() === '' ? ['measure'] : []),
      ...(firstYear === null ? ['firstYear'] : []),
      ...(lastYear === null ? ['lastYear'] : []),
      ...(ratePerMille === null ? ['ratePerMille'] : []),
      ...(items.length === 0 ? ['items'] : []),
      ...(words.source.trim() === '' ? ['source'] : []),
    ];
    setMissing(emptyFields(empty));
    if (firstYear === null || lastYear === null || ratePerMille === null || empty.length > 0) return;
    const { measure, forms, source } = words;
    const appointmentForms = forms
      .split('\n')
      .map((form) => form.trim())
      .filter((form) => form !== '');
    const input = {
      measure,
      bearer,
      firstYear,
      lastYear,
      ratePerMille,
      ceilingYen,
      items: [...items],
      appointmentForms,
      source,
    };
    if (!(await run({ input }))) return;
    setWords(WORDS);
    setFigures(FIGURES);
    setItems([]);
    done(t('taxEvidence.added', { name: measure }));
  };
  return (
    <Form
      labels={{
        measure: t('taxEvidence.name'),
        bearer: t('taxEvidence.bearer'),
        firstYear: t('taxEvidence.firstYear'),
        lastYear: t('taxEvidence.lastYear'),
        ratePerMille: t('taxEvidence.perMille'),
        ceilingYen: t('taxEvidence.ceilingYen'),
        items: t('taxEvidence.items'),
        appointmentForms: t('taxEvidence.forms'),
        source: t('taxEvidence.source'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void add()}
      label={t('taxEvidence.add')}
    >
      <TextField name="measure" required {...text('measure')} />
      <Choice
        name="bearer"
        layout="row"
        required
        value={bearer}
        onChange={(chosen) => setBearer(BEARERS.find((one) => one === chosen) ?? 'MUNICIPALITY')}
        options={BEARERS.map((one) => ({ value: one, label: t(`taxEvidence.bearers.${one}`) }))}
      />
      <NumberField required min={2000} max={2100} {...figure('firstYear')} />
      <NumberField required min={2000} max={2100} {...figure('lastYear')} />
      <NumberField
        required
        min={1}
        max={1000}
        hint={t('taxEvidence.perMilleHint')}
        {...figure('ratePerMille')}
      />
      <NumberField min={1} hint={t('taxEvidence.ceilingHint')} {...figure('ceilingYen')} />
      <FieldGroup name="items" hint={null} required needless={false}>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {ITEMS.map((item) => (
            <CheckBox
              key={item}
              name={`items-${item}`}
              label={t(`costs.items.${item}`)}
              checked={items.includes(item)}
              onChange={(checked) =>
                setItems((old) => (checked ? [...old, item] : old.filter((one) => one !== item)))
              }
            />
          ))}
        </div>
      </FieldGroup>
      <TextAreaField name="appointmentForms" rows={3} hint={t('taxEvidence.formsHint')} {...text('forms')} />
      <TextField name="source" required hint={t('taxEvidence.sourceHint')} {...text('source')} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('taxEvidence.add')}
        </Button>
      </div>
    </Form>
  );
}
