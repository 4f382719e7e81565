import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, longDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { saveFile } from '../../ui/save-file';
import { EvidenceRows } from './EvidenceRows';
import { EvidenceTotals } from './EvidenceTotals';
import { Measures } from './Measures';
import { TaxEvidenceDocument, TaxEvidenceFileDocument } from './tax-evidence.documents';

const YEARS_BACK = 5;

const yearOf = (date: string): number => Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);

/** For the hub: what each body bore in a year, held against measures that the prefecture has entered. */
export function TaxEvidencePage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const [search] = useSearchParams();
  const asked = Number(search.get('year'));
  const year = asked >= 2000 && asked <= 2100 ? asked : yearOf(today);
  const load = useLoad(TaxEvidenceDocument, { fiscalYear: year }, { about: ['TaxMeasure', 'Invoice'] });
  return (
    <Page
      title={t('taxEvidence.title')}
      lead={<p>{t('taxEvidence.lead')}</p>}
      back={{ to: '/engagements', label: t('taxEvidence.toAll') }}
    >
      <Year key={year} year={year} />
      <Loaded of={load}>
        {({ taxEvidence: table }) => (
          <>
            <Section title={t('taxEvidence.table')} id="table" aside={<SaveFile year={year} />}>
              <p>{t('taxEvidence.until', { date: longDate(table.until) })}</p>
              <EvidenceRows table={table} />
            </Section>
            <Section title={t('taxEvidence.totals')} id="totals">
              <EvidenceTotals table={table} />
            </Section>
            <Measures measures={table.measures} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Year({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(String(year));
  const now = yearOf(today);
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, i) => now - i);
  return (
    <search className="no-print">
      <Form
        labels={{ year: t('taxEvidence.year') }}
        refusal={null}
        onSubmit={() => setSearch({ year: chosen })}
      >
        <div className="flex flex-wrap items-end gap-4">
          <SelectField
            name="year"
            needless
            value={chosen}
            onChange={setChosen}
            options={[...new Set([...years, year])].map((one) => ({
              value: String(one),
              label: fiscalYearName(one),
            }))}
          />
          <Button type="submit">{t('taxEvidence.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

/** The table as a file for a spreadsheet. */
function SaveFile({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(TaxEvidenceFileDocument);
  const save = async () => {
    const file = (await run({ fiscalYear: year }))?.exportTaxEvidence;
    if (file) saveFile(file.name, file.content, 'text/csv');
  };
  return (
    <div className="no-print">
      <ErrorSummary refusal={refusal} />
      <Button size="small" busy={busy} onClick={() => void save()}>
        {t('taxEvidence.file')}
      </Button>
    </div>
  );
}
