import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { CheckBox, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { DefineFieldDocument, type ExpertField, FieldChoicesDocument } from './council.documents';

interface Props {
  readonly fiscalYear: number;
  /** Null: a new one. */
  readonly field: ExpertField | null;
  /** The other fields of the year: a theme belongs to one of them at most. */
  readonly others: readonly ExpertField[];
  readonly onDone: () => void;
}

/** A field of the year: its names, its themes, and who serves it. */
export function FieldForm({ fiscalYear, field, others, onDone }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [name, setName] = useState(field?.name ?? '');
  const [nameEn, setNameEn] = useState(field?.nameEn ?? '');
  const [themeIds, setThemeIds] = useState<readonly string[]>(field?.themes.map(({ id }) => id) ?? []);
  const [specialistIds, setSpecialistIds] = useState<readonly string[]>(
    field?.specialists.map(({ id }) => id) ?? [],
  );
  const choices = useLoad(FieldChoicesDocument, {});
  const { run, busy, refusal } = useAction(DefineFieldDocument, 'ExpertField');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const save = async () => {
    const empty = Object.entries({ name, nameEn }).flatMap(([key, value]) =>
      value.trim() === '' ? [key] : [],
    );
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const seen = refusal?.newer?.version ?? field?.version ?? '0';
    const input = {
      id: field?.id ?? null,
      seen,
      fiscalYear,
      name,
      nameEn,
      themeIds: [...themeIds],
      specialistIds: [...specialistIds],
    };
    if (!(await run({ input }))) return;
    done(t('council.fieldSaved', { name }));
    onDone();
  };
  const takenBy = (themeId: string) => others.find(({ themes }) => themes.some(({ id }) => id === themeId));
  return (
    <Loaded of={choices}>
      {({ supportThemes, specialists }) => (
        <Form
          labels={{
            name: t('council.fieldName'),
            nameEn: t('council.fieldNameEn'),
            themeIds: t('council.themes'),
            specialistIds: t('council.experts'),
          }}
          refusal={missing ?? refusal}
          onSubmit={() => void save()}
        >
          <TextField name="name" required maxLength={60} value={name} onChange={setName} />
          <TextField name="nameEn" required maxLength={100} value={nameEn} onChange={setNameEn} />
          <Boxes
            legend={t('council.themes')}
            hint={t('council.themesHint')}
            options={supportThemes
              .filter(({ id }) => !takenBy(id))
              .map((theme) => ({ id: theme.id, label: nameOf(theme) }))}
            chosen={themeIds}
            onChange={setThemeIds}
          />
          <Boxes
            legend={t('council.experts')}
            options={specialists.edges.map(({ node }) => ({ id: node.id, label: nameOf(node) }))}
            chosen={specialistIds}
            onChange={setSpecialistIds}
          />
          <div>
            <Button type="submit" look="primary" busy={busy}>
              {t('council.save')}
            </Button>
          </div>
        </Form>
      )}
    </Loaded>
  );
}

interface BoxesProps {
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Boxes({ legend, hint, options, chosen, onChange }: BoxesProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-std-16B-170">{legend}</legend>
      {hint && <p className="text-dns-14N-130 text-solid-gray-700">{hint}</p>}
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map(({ id, label }) => (
          <CheckBox
            key={id}
            name={`choose-${id}`}
            label={label}
            checked={chosen.includes(id)}
            onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
