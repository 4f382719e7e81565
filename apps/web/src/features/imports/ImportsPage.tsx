import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { FieldFrame, inputLook } from '../../ui/Field';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { countsOf } from './import-counts';
import { HUB_KINDS, TOWN_KINDS } from './import-kinds';
import { type ImportKind, type ImportLine, ImportsDocument } from './imports.documents';
import { ImportStatus } from './ImportStatus';
import { Template } from './Template';
import { upload } from './upload';

interface Props {
  readonly tabs?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
}

/** Tables that are brought: a new one, and those so far. */
export function ImportsPage({ tabs, back }: Props) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const isTown = role === 'MUNICIPALITY_STAFF';
  const mayBring = duties.includes(isTown ? 'REQUESTER' : 'COORDINATOR');
  const [kind, setKind] = useState<ImportKind>(isTown ? 'SUPPORT_REQUESTS' : 'SPECIALISTS');
  return (
    <Page
      title={t('imports.title')}
      lead={<p>{t(isTown ? 'imports.leadTown' : 'imports.lead')}</p>}
      {...(back && { back })}
    >
      {tabs}
      {mayBring && (
        <Section title={t('imports.bring')} id="bring">
          <NewImport kind={kind} kinds={isTown ? TOWN_KINDS : HUB_KINDS} onKind={setKind} />
          <Template kind={kind} key={kind} />
        </Section>
      )}
      <Section title={t('imports.list')} id="imports">
        <ImportList />
      </Section>
    </Page>
  );
}

interface NewProps {
  readonly kind: ImportKind;
  readonly kinds: readonly ImportKind[];
  readonly onKind: (kind: ImportKind) => void;
}

function NewImport({ kind, kinds, onKind }: NewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = async () => {
    if (!file) {
      setRefusal({
        message: null,
        code: 'BAD_INPUT',
        faults: [{ path: 'file', message: t('imports.chooseFile') }],
      });
      return;
    }
    setBusy(true);
    setRefusal(null);
    const uploaded = await upload(kind, file);
    setBusy(false);
    if ('id' in uploaded) void navigate(`/imports/${uploaded.id}`);
    else setRefusal({ ...uploaded.refusal, message: uploaded.refusal.message ?? t('imports.unreachable') });
  };
  return (
    <Form
      labels={{ kind: t('imports.kind'), file: t('imports.file') }}
      refusal={refusal}
      onSubmit={() => void (busy || read())}
    >
      <div className="flex max-w-3xl flex-col gap-6">
        <SelectField
          name="kind"
          required
          value={kind}
          onChange={(chosen) => onKind(kinds.find((one) => one === chosen) ?? kind)}
          options={kinds.map((one) => ({ value: one, label: t(`imports.kinds.${one}`) }))}
        />
        <FieldFrame name="file" hint={t('imports.fileHint')} required needless={false}>
          {({ faulty, ...bound }) => (
            <input
              {...bound}
              name="file"
              type="file"
              accept=".xlsx,.csv,.tsv,.txt,text/csv"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              className={inputLook(faulty, 'w-full')}
            />
          )}
        </FieldFrame>
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('imports.read')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function ImportList() {
  const { t } = useTranslation();
  const load = useLoad(ImportsDocument, usePage(), { about: ['TableImport'] });
  return (
    <Loaded of={load}>
      {({ tableImports: { edges, totalCount, pageInfo } }) =>
        edges.length === 0 ? (
          <Empty>{t('imports.none')}</Empty>
        ) : (
          <div className="flex flex-col gap-4">
            <ImportTable rows={edges.map(({ node }) => node)} />
            <Pager total={totalCount} pageInfo={pageInfo} />
          </div>
        )
      }
    </Loaded>
  );
}

function ImportTable({ rows }: { readonly rows: readonly ImportLine[] }) {
  const { t } = useTranslation();
  const resultOf = (row: ImportLine): string => {
    const { kept, all, ...counts } = countsOf(row);
    if (all === 0) return t('imports.forgotten');
    return [t('imports.resultValue', counts), ...(kept > 0 ? [t('imports.kept', { kept })] : [])].join(' ');
  };
  return (
    <Table
      caption={t('imports.listCaption')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'file',
          title: t('imports.file'),
          heads: true,
          cell: ({ id, fileName }) => (
            <Link to={`/imports/${id}`} className="link break-all">
              <AsWritten>{fileName}</AsWritten>
            </Link>
          ),
        },
        {
          key: 'kind',
          title: t('imports.kind'),
          nowrap: true,
          cell: ({ kind }) => t(`imports.kinds.${kind}`),
        },
        { key: 'status', title: t('imports.status'), cell: ({ status }) => <ImportStatus status={status} /> },
        { key: 'result', title: t('imports.result'), cell: resultOf },
        {
          key: 'when',
          title: t('imports.when'),
          nowrap: true,
          cell: ({ createdAt }) => shortInstant(createdAt),
        },
        {
          key: 'who',
          title: t('imports.who'),
          nowrap: true,
          cell: (row) => <AsWritten>{row.requestedByName}</AsWritten>,
        },
      ]}
    />
  );
}
