import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { type Brought, MapImportDocument } from './imports.documents';

/** Which column of the file is which; asked only where a column that is needed was not found. */
export function MappingForm({ brought }: { readonly brought: Brought }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(MapImportDocument, 'TableImport ImportRow');
  const known = Object.fromEntries(brought.mapping.map(({ column, head }) => [column, head]));
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(known);
  const lacks = brought.columns.some(({ name, needed }) => needed && !known[name]);
  const titleOf = ({ title, needed }: Brought['columns'][number]) =>
    needed ? t('imports.needed', { title }) : title;
  const save = async () => {
    const mapping = brought.columns.flatMap(({ name }) => {
      const head = chosen[name];
      return head ? [{ column: name, head }] : [];
    });
    if (await run({ id: brought.id, mapping })) done(t('imports.mapped'));
  };
  return (
    <details open={lacks} className="rounded-8 border border-solid-gray-420 p-4">
      <summary className="cursor-pointer text-std-16B-170">{t('imports.mappingShow')}</summary>
      <div className="mt-4">
        <p className="mb-4">{t('imports.mappingLead')}</p>
        <Form
          labels={Object.fromEntries(brought.columns.map((column) => [column.name, titleOf(column)]))}
          refusal={refusal}
          onSubmit={() => void save()}
        >
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {brought.columns.map((column) => (
              <SelectField
                key={column.name}
                name={column.name}
                needless
                empty={t('imports.notRead')}
                value={chosen[column.name] ?? ''}
                onChange={(head) => setChosen({ ...chosen, [column.name]: head })}
                options={brought.headers.map((head) => ({ value: head, label: head }))}
              />
            ))}
          </div>
          <div>
            <Button type="submit" busy={busy}>
              {t('imports.saveMapping')}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
