import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import {
  type FirmRow,
  RecordFirmDocument,
  RemoveFirmDocument,
  SpecialistFirmsDocument,
} from './conflicts.documents';

/** For the hub: whom a specialist works for or has a stake in, and how the hub knows. */
export function SpecialistFirms({ specialistId }: { readonly specialistId: string }) {
  const { t } = useTranslation();
  const load = useLoad(SpecialistFirmsDocument, { specialistId }, { about: ['SpecialistFirm'] });
  return (
    <Section title={t('conflicts.firms.title')} id="firms">
      <p>{t('conflicts.firms.lead')}</p>
      <Loaded of={load}>
        {({ specialistFirms }) =>
          specialistFirms.length === 0 ? (
            <Empty>{t('conflicts.firms.none')}</Empty>
          ) : (
            <FirmTable rows={specialistFirms} />
          )
        }
      </Loaded>
      <NewFirm specialistId={specialistId} />
    </Section>
  );
}

function FirmTable({ rows }: { readonly rows: readonly FirmRow[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const [removing, setRemoving] = useState<FirmRow | null>(null);
  const { run, busy, refusal, clear } = useAction(RemoveFirmDocument);
  const remove = async (reason: string) => {
    if (!removing || !(await run({ id: removing.id, reason }))) return;
    setRemoving(null);
    done(t('conflicts.firms.removed', { name: removing.name }));
  };
  const columns: Column<FirmRow>[] = [
    {
      key: 'name',
      title: t('conflicts.firms.name'),
      heads: true,
      cell: ({ name, corporateNumber }) => (
        <>
          <AsWritten>{name}</AsWritten>
          {corporateNumber && (
            <span className="block text-dns-14N-130 text-solid-gray-700">{corporateNumber}</span>
          )}
        </>
      ),
    },
    {
      key: 'relation',
      title: t('conflicts.firms.relation'),
      cell: ({ relation }) => t(`conflicts.firms.relationNames.${relation}`),
    },
    {
      key: 'period',
      title: t('conflicts.firms.period'),
      cell: ({ from, to }) => `${from ? longDate(from) : ''}〜${to ? longDate(to) : ''}`,
    },
    {
      key: 'source',
      title: t('conflicts.firms.source'),
      cell: ({ source, removedReason }) => (
        <>
          <AsWritten>{source}</AsWritten>
          {removedReason !== null && (
            <span className="block">{t('conflicts.firms.removedSince', { reason: removedReason })}</span>
          )}
        </>
      ),
    },
    {
      key: 'remove',
      title: t('conflicts.firms.remove'),
      nowrap: true,
      cell: (row) =>
        row.removedAt === null && (
          <Button
            size="small"
            aria-label={t('conflicts.firms.removeOne', { name: row.name })}
            onClick={() => {
              clear();
              setRemoving(row);
            }}
          >
            {t('conflicts.firms.remove')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={t('conflicts.firms.caption')}
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={columns}
      />
      <WordsDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('conflicts.firms.removeOne', { name: removing?.name ?? '' })}
        name="reason"
        label={t('conflicts.firms.reason')}
        confirm={t('conflicts.firms.remove')}
        busy={busy}
        refusal={refusal}
        onConfirm={(reason) => void remove(reason)}
      />
    </>
  );
}

const RELATIONS = ['EMPLOYER', 'SHAREHOLDING', 'PAST_VENDOR'] as const;
const NOTHING = { name: '', corporateNumber: '', from: '', to: '', source: '' };

function NewFirm({ specialistId }: { readonly specialistId: string }) {
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
    const empty = (['name', 'source'] as const).filter((name) => words[name].trim() === '');
    setMissing(emptyFields([...empty]));
    if (empty.length > 0) return;
    const { name, source, corporateNumber, from, to } = words;
    const input = {
      specialistId,
      relation,
      name,
      source,
      corporateNumber: corporateNumber || null,
      from: from || null,
      to: to || null,
    };
    if (!(await run({ input }))) return;
    setWords(NOTHING);
    done(t('conflicts.firms.added', { name }));
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
      <TextField required hint={t('conflicts.firms.sourceHint')} {...field('source')} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('conflicts.firms.add')}
        </Button>
      </div>
    </Form>
  );
}
