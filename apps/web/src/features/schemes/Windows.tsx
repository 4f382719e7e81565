import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { AddWindowDocument, RemoveWindowDocument, type SchemeRow } from './schemes.documents';

/** Dates that are known; those that the hub has entered can be taken back. */
export function WindowList({ scheme, keeps }: { readonly scheme: SchemeRow; readonly keeps: boolean }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(RemoveWindowDocument, 'Scheme IntakeWindow');
  const remove = async (id: string) => {
    if (await run({ id })) done(t('schemes.windowRemoved'));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      {scheme.windowCount !== null && <p>{t('schemes.windowCount', { count: scheme.windowCount })}</p>}
      {scheme.windows.length === 0 ? (
        <p>{t('schemes.windowsNone')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {scheme.windows.map(({ id, opensOn, closesOn, closesAt, source }) => (
            <li key={id ?? closesOn} className="flex flex-wrap items-center gap-x-3">
              {opensOn && `${longDate(opensOn)}〜`}
              {longDate(closesOn)} {closesAt}
              {id && (
                <span>
                  {t('schemes.byHub')} {source && <AsWritten>{source}</AsWritten>}
                </span>
              )}
              {keeps && id && (
                <Button
                  size="small"
                  busy={busy}
                  aria-label={t('schemes.removeWindowOne', {
                    name: nameOf(scheme),
                    date: longDate(closesOn),
                  })}
                  onClick={() => void remove(id)}
                >
                  {t('schemes.removeWindow')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const EMPTY = { schemeId: '', opensOn: '', closesOn: '', closesAt: '', source: '' };

/** A last day for applications that the hub has found out. */
export function NewWindow({ schemes }: { readonly schemes: readonly SchemeRow[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(EMPTY);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(AddWindowDocument, 'Scheme IntakeWindow');
  const field = (name: keyof typeof EMPTY) => ({
    name,
    value: words[name],
    onChange: (value: string) => setWords((old) => ({ ...old, [name]: value })),
  });
  const add = async () => {
    const empty = (['schemeId', 'closesOn', 'source'] as const).filter((name) => words[name].trim() === '');
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const { schemeId, opensOn, closesOn, closesAt, source } = words;
    const input = { schemeId, closesOn, source, opensOn: opensOn || null, closesAt: closesAt || null };
    if (!(await run({ input }))) return;
    setWords(EMPTY);
    setOpen(false);
    done(t('schemes.windowAdded'));
  };
  const labels = {
    schemeId: t('schemes.field.schemeId'),
    opensOn: t('schemes.field.opensOn'),
    closesOn: t('schemes.field.closesOn'),
    closesAt: t('schemes.field.closesAt'),
    source: t('schemes.field.source'),
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('schemes.addWindow')}</Button>
      <Dialog title={t('schemes.addWindow')} open={open} onClose={() => setOpen(false)}>
        <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void add()}>
          <SelectField
            required
            empty={t('ui.choose')}
            options={schemes.map((scheme) => ({ value: scheme.id, label: nameOf(scheme) }))}
            {...field('schemeId')}
          />
          <DateField {...field('opensOn')} />
          <DateField required {...field('closesOn')} />
          <TextField maxLength={5} {...field('closesAt')} />
          <TextField required maxLength={300} {...field('source')} />
          <Actions>
            <Button type="submit" look="primary" busy={busy}>
              {t('schemes.addWindow')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('ui.cancel')}
            </Button>
          </Actions>
        </Form>
      </Dialog>
    </>
  );
}
