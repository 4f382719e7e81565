import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, fiscalYearOf } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession, useViewer } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { DefineFieldDocument, type ExpertField, FieldsDocument, type YearsFields } from './council.documents';
import { FieldForm } from './FieldForm';
import { useYear } from './use-year';
import { YearChoice } from './YearChoice';

/** Fields of expertise, year by year: which themes belong to them, and who serves them. */
export function FieldsPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const { today } = useSession();
  const current = fiscalYearOf(today);
  const [fiscalYear, setFiscalYear] = useYear(current);
  // Past years stay as they were.
  const keeps = useDailyWork() && role === 'HUB_STAFF' && fiscalYear >= current;
  const load = useLoad(FieldsDocument, { fiscalYear, before: fiscalYear - 1 }, { about: ['ExpertField'] });
  return (
    <Page
      title={t('council.fields')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t('council.fieldsLead')}</p>}
    >
      <YearChoice year={fiscalYear} current={current} onChange={setFiscalYear} />
      <Loaded of={load}>
        {(fields) => <Year key={fiscalYear} fiscalYear={fiscalYear} fields={fields} keeps={keeps} />}
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly fiscalYear: number;
  readonly fields: YearsFields;
  readonly keeps: boolean;
}

function Year({ fiscalYear, fields: { expertFields, before }, keeps }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<ExpertField | 'NEW' | null>(null);
  const names = (all: readonly { readonly name: string; readonly nameEn: string }[]) =>
    all.map(nameOf).join(t('ui.listMark'));
  const columns: Column<ExpertField>[] = [
    { key: 'name', title: t('council.field'), heads: true, cell: nameOf },
    { key: 'themes', title: t('council.themes'), cell: ({ themes }) => names(themes) },
    { key: 'experts', title: t('council.experts'), cell: ({ specialists }) => names(specialists) },
    {
      key: 'do',
      title: t('council.do'),
      cell: (field) => (
        <Button
          size="small"
          aria-label={t('council.changeOf', { name: nameOf(field) })}
          onClick={() => setEditing(field)}
        >
          {t('council.change')}
        </Button>
      ),
    },
  ];
  const title =
    editing === 'NEW' || editing === null
      ? t('council.addField')
      : t('council.changeOf', { name: nameOf(editing) });
  return (
    <>
      {keeps && (
        <Actions>
          <Button look="primary" onClick={() => setEditing('NEW')}>
            {t('council.addField')}
          </Button>
          {expertFields.length === 0 && before.length > 0 && (
            <CopyButton fiscalYear={fiscalYear} before={before} />
          )}
        </Actions>
      )}
      {expertFields.length === 0 ? (
        <Empty>{t('council.noFields', { year: fiscalYearName(fiscalYear) })}</Empty>
      ) : (
        <Table
          caption={t('council.fields')}
          rows={expertFields}
          keyOf={({ id }) => id}
          cards
          columns={keeps ? columns : columns.filter(({ key }) => key !== 'do')}
        />
      )}
      <Dialog open={editing !== null} onClose={() => setEditing(null)} title={title}>
        {editing && (
          <FieldForm
            fiscalYear={fiscalYear}
            field={editing === 'NEW' ? null : editing}
            others={expertFields.filter((one) => one !== editing)}
            onDone={() => setEditing(null)}
          />
        )}
      </Dialog>
    </>
  );
}

/** One after the other: what was copied before something went wrong is there, and can be changed. */
function CopyButton({ fiscalYear, before }: { readonly fiscalYear: number } & Pick<YearsFields, 'before'>) {
  const { t } = useTranslation();
  const done = useDone();
  const [asking, setAsking] = useState(false);
  const { run, busy, refusal } = useAction(DefineFieldDocument, 'ExpertField');
  const copy = async () => {
    for (const { name, nameEn, themes, specialists } of before) {
      const input = {
        id: null,
        seen: '0',
        fiscalYear,
        name,
        nameEn,
        themeIds: themes.map(({ id }) => id),
        specialistIds: specialists.filter(({ active }) => active).map(({ id }) => id),
      };
      if (!(await run({ input }))) return;
    }
    setAsking(false);
    done(t('council.copied', { count: before.length }));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('council.copy')}</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('council.copy')}
        confirm={t('council.copyNow')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void copy()}
      >
        <p>{t('council.copyText', { count: before.length, year: fiscalYearName(fiscalYear) })}</p>
      </ConfirmDialog>
    </>
  );
}
