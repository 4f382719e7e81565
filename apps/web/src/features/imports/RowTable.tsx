import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { type Column, Table } from '../../ui/Table';
import { type Brought, type BroughtRow, FixImportDocument } from './imports.documents';
import { OutcomeText } from './ImportStatus';

interface Props {
  readonly brought: Brought;
  readonly mayChange: boolean;
}

type Message = BroughtRow['messages'][number];

/** A word before each: what is wrong is not told by a colour alone. */
function Messages({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  return messages.map(({ isError, text }) => (
    <span
      key={text}
      className={
        isError
          ? 'mt-1 block min-w-48 text-dns-14N-130 text-error-2'
          : 'mt-1 block min-w-48 text-dns-14N-130 text-solid-gray-700'
      }
    >
      {isError && <strong>{t('imports.outcomes.FAULTY')}：</strong>}
      {text}
    </span>
  ));
}

/** The rows of a page: what each cell says, how it is read, and what is wrong. */
export function RowTable({ brought, mayChange }: Props) {
  const { t } = useTranslation();
  const [fixing, setFixing] = useState<BroughtRow | null>(null);
  const rows = brought.rows.edges.map(({ node }) => node);
  const read = brought.columns.filter(({ name }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.column === name)),
  );
  const columns: Column<BroughtRow>[] = [
    { key: 'no', title: t('imports.row'), heads: true, nowrap: true, cell: ({ no }) => no },
    {
      key: 'outcome',
      title: t('imports.outcome'),
      cell: ({ outcome, state, messages }) => (
        <>
          <OutcomeText outcome={outcome} />
          {state !== 'OPEN' && <span className="block text-dns-14N-130">{t(`imports.states.${state}`)}</span>}
          <Messages messages={messages} />
        </>
      ),
    },
    ...(mayChange
      ? [
          {
            key: 'fix',
            title: t('imports.fixShort'),
            control: true,
            cell: (row: BroughtRow) =>
              row.state === 'OPEN' && (
                <Button
                  size="small"
                  aria-label={t('imports.fix', { no: row.no })}
                  onClick={() => setFixing(row)}
                >
                  {t('imports.fixShort')}
                </Button>
              ),
          },
        ]
      : []),
    ...read.map(({ name, title }): Column<BroughtRow> => ({
      key: name,
      title,
      cell: ({ cells }) => {
        const cell = cells.find(({ column }) => column === name);
        if (!cell) return null;
        return (
          <>
            <AsWritten className="line-clamp-3 whitespace-pre-wrap">{cell.value}</AsWritten>
            {cell.isFixed && <span className="block text-dns-14N-130">{t('imports.fixed')}</span>}
            <Messages messages={cell.messages} />
          </>
        );
      },
    })),
  ];
  return (
    <>
      <Table caption={t('imports.preview')} rows={rows} keyOf={({ no }) => String(no)} columns={columns} />
      {fixing && <FixDialog brought={brought} row={fixing} onClose={() => setFixing(null)} />}
    </>
  );
}

interface FixProps {
  readonly brought: Brought;
  readonly row: BroughtRow;
  readonly onClose: () => void;
}

function FixDialog({ brought, row, onClose }: FixProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(FixImportDocument, 'TableImport ImportRow');
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(row.cells.map(({ column, value }) => [column, value])),
  );
  const columns = brought.columns.filter(({ name }) => name in values);
  const faultOf = (name: string): string | undefined =>
    row.cells
      .find(({ column }) => column === name)
      ?.messages.map(({ text }) => text)
      .join(' ');
  const save = async () => {
    const fixes = row.cells
      .filter(({ column, value }) => values[column] !== value)
      .map(({ column }) => ({ no: row.no, column, value: values[column] ?? '' }));
    if (fixes.length > 0 && !(await run({ id: brought.id, fixes }))) return;
    onClose();
    if (fixes.length > 0) done(t('imports.fixDone', { no: row.no }));
  };
  return (
    <Dialog title={t('imports.fixTitle', { no: row.no })} open onClose={onClose}>
      <Form
        labels={Object.fromEntries(columns.map(({ name, title }) => [name, title]))}
        refusal={refusal}
        onSubmit={() => void save()}
      >
        <div className="flex flex-col gap-4">
          <Messages messages={row.messages} />
          {columns.map(({ name }) => (
            <TextField
              key={name}
              name={name}
              needless
              hint={faultOf(name)}
              value={values[name] ?? ''}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          ))}
        </div>
        <DialogActions confirm={t('imports.fixSave')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
