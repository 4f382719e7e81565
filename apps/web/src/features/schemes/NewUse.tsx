import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { NumberField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { RecordUseDocument, SchemeChoicesDocument, type SchemeRow } from './schemes.documents';

interface Props {
  readonly schemes: readonly SchemeRow[];
  readonly fiscalYear: number;
}

const EMPTY = { schemeId: '', onSiteDays: 0, onlineMinutes: 0, visits: 1, note: '' };

/** Writes down what a town has used of a scheme: the hub for any town, a town for itself. */
export function NewUse({ schemes, fiscalYear }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { municipality } = useViewer();
  const [open, setOpen] = useState(false);
  const [town, setTown] = useState(municipality?.id ?? '');
  const [draft, setDraft] = useState(EMPTY);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const choices = useLoad(SchemeChoicesDocument, {}, { pause: !open || municipality !== null });
  const { run, busy, refusal } = useAction(RecordUseDocument, 'SchemeUse');
  const change = (part: Partial<typeof EMPTY>) => setDraft({ ...draft, ...part });
  const record = async () => {
    const empty = [town === '' && 'municipalityId', draft.schemeId === '' && 'schemeId'];
    const fields = empty.filter((field): field is string => field !== false);
    setMissing(emptyFields(fields));
    if (fields.length > 0) return;
    const input = { ...draft, municipalityId: town, fiscalYear, note: draft.note.trim() || null };
    if (!(await run({ input }))) return;
    setDraft(EMPTY);
    setOpen(false);
    done(t('schemes.useAdded'));
  };
  const labels = {
    municipalityId: t('schemes.field.municipalityId'),
    schemeId: t('schemes.field.schemeId'),
    onSiteDays: t('schemes.field.useDays'),
    onlineMinutes: t('schemes.field.onlineMinutes'),
    visits: t('schemes.field.useVisits'),
    note: t('schemes.field.note'),
  };
  return (
    <div className="no-print">
      <Button onClick={() => setOpen(true)}>{t('schemes.addUse')}</Button>
      <Dialog title={t('schemes.addUse')} open={open} onClose={() => setOpen(false)}>
        <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void record()}>
          {municipality === null && (
            <SelectField
              name="municipalityId"
              required
              empty={t('ui.choose')}
              value={town}
              onChange={setTown}
              options={townsOf(choices.data?.places ?? []).map((one) => ({
                value: one.id,
                label: nameOf(one),
              }))}
            />
          )}
          <SelectField
            name="schemeId"
            required
            empty={t('ui.choose')}
            value={draft.schemeId}
            onChange={(schemeId) => change({ schemeId })}
            options={schemes.map((scheme) => ({ value: scheme.id, label: nameOf(scheme) }))}
          />
          <div className="grid items-start gap-4 sm:grid-cols-3">
            {(['visits', 'onSiteDays', 'onlineMinutes'] as const).map((name) => (
              <NumberField
                key={name}
                name={name}
                required
                min={0}
                value={draft[name]}
                onChange={(value) => change({ [name]: value ?? 0 })}
              />
            ))}
          </div>
          <TextField name="note" maxLength={500} value={draft.note} onChange={(note) => change({ note })} />
          <Actions>
            <Button type="submit" look="primary" busy={busy}>
              {t('schemes.addUse')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('ui.cancel')}
            </Button>
          </Actions>
        </Form>
      </Dialog>
    </div>
  );
}
