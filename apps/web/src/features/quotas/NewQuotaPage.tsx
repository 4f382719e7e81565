import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { QuotaChoicesDocument, type QuotaRow, SetQuotaDocument } from './quotas.documents';
import { QuotaTermsFields, termsInput, type TermsDraft, useTermsLabels } from './QuotaTermsFields';

const SCOPES = ['MUNICIPALITY', 'PREFECTURE', 'CASE', 'THEME', 'AGREEMENT'] as const;
const PERIODS = ['FISCAL_YEAR', 'MONTH', 'WHOLE'] as const;
const UNITS = ['VISITS', 'DAYS', 'HOURS'] as const;
const COUNTS = ['BOTH', 'ON_SITE', 'ONLINE'] as const;

type Subject = Pick<QuotaRow, 'scope' | 'period' | 'unit' | 'counts' | 'fiscalYear'> & {
  readonly about: string;
};

const EMPTY: TermsDraft = { name: '', limit: null, warnPercent: 80, note: '', source: '' };

/** Which input each scope is about. */
const ABOUT = {
  MUNICIPALITY: 'municipalityId',
  CASE: 'supportRequestId',
  THEME: 'themeId',
  AGREEMENT: 'agreementId',
  PREFECTURE: null,
} as const;

/** A new quota: whom it is about, what it counts, and how much. */
export function NewQuotaPage() {
  const { t } = useTranslation();
  const done = useDone();
  const labels = useTermsLabels();
  const [subject, setSubject] = useState<Subject>({
    scope: 'MUNICIPALITY',
    period: 'FISCAL_YEAR',
    unit: 'VISITS',
    counts: 'BOTH',
    fiscalYear: null,
    about: '',
  });
  const [draft, setDraft] = useState(EMPTY);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(SetQuotaDocument, 'Quota');
  const save = async () => {
    const empty = [
      draft.name.trim() === '' && 'name',
      draft.limit === null && 'limit',
      draft.source.trim() === '' && 'source',
    ].filter((field): field is string => field !== false);
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const { about, ...what } = subject;
    const key = ABOUT[subject.scope];
    const input = {
      ...what,
      ...termsInput(draft),
      ...(key && about.trim() !== '' && { [key]: about.trim() }),
    };
    const made = await run({ input });
    if (!made) return;
    const { quota } = made.setQuota;
    done(t('quotas.set', { name: quota.name }), `/engagements/quotas/${quota.id}`);
  };
  const allLabels = {
    ...labels,
    scope: t('quotas.field.scope'),
    period: t('quotas.field.period'),
    unit: t('quotas.field.unit'),
    counts: t('quotas.field.counts'),
    fiscalYear: t('quotas.field.fiscalYear'),
    municipalityId: t('quotas.field.municipalityId'),
    supportRequestId: t('quotas.field.supportRequestId'),
    agreementId: t('quotas.field.agreementId'),
    themeId: t('quotas.field.themeId'),
  };
  return (
    <Page
      title={t('quotas.newTitle')}
      narrow
      back={{ to: '/engagements/quotas', label: t('quotas.title') }}
      lead={<p>{t('quotas.lead')}</p>}
    >
      <Form labels={allLabels} refusal={missing ?? refusal} onSubmit={() => void save()}>
        <SubjectFields subject={subject} change={(part) => setSubject({ ...subject, ...part })} />
        <QuotaTermsFields
          draft={draft}
          unit={subject.unit}
          change={(part) => setDraft({ ...draft, ...part })}
        />
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('quotas.new')}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

interface SubjectProps {
  readonly subject: Subject;
  readonly change: (part: Partial<Subject>) => void;
}

const oneOf = <Word extends string>(words: readonly Word[], value: string, otherwise: Word): Word =>
  words.find((word) => word === value) ?? otherwise;

function SubjectFields({ subject, change }: SubjectProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  return (
    <>
      <SelectField
        name="scope"
        required
        value={subject.scope}
        onChange={(scope) => change({ scope: oneOf(SCOPES, scope, 'MUNICIPALITY'), about: '' })}
        options={SCOPES.map((scope) => ({ value: scope, label: t(`quotas.scope.${scope}`) }))}
      />
      <AboutField subject={subject} change={change} />
      <SelectField
        name="period"
        required
        value={subject.period}
        onChange={(period) => change({ period: oneOf(PERIODS, period, 'FISCAL_YEAR'), fiscalYear: null })}
        options={PERIODS.map((period) => ({ value: period, label: t(`quotas.periodWord.${period}`) }))}
      />
      {subject.period === 'FISCAL_YEAR' && (
        <NumberField
          name="fiscalYear"
          hint={t('quotas.hint.fiscalYear')}
          min={Number(today.slice(0, 4)) - 1}
          value={subject.fiscalYear}
          onChange={(fiscalYear) => change({ fiscalYear })}
        />
      )}
      <SelectField
        name="unit"
        required
        value={subject.unit}
        onChange={(unit) => change({ unit: oneOf(UNITS, unit, 'VISITS') })}
        options={UNITS.map((unit) => ({ value: unit, label: t(`quotas.unitWord.${unit}`) }))}
      />
      <SelectField
        name="counts"
        required
        value={subject.counts}
        onChange={(counts) => change({ counts: oneOf(COUNTS, counts, 'BOTH') })}
        options={COUNTS.map((counts) => ({ value: counts, label: t(`quotas.countsWord.${counts}`) }))}
      />
    </>
  );
}

/** The town, case, theme or agreement that a quota is about. */
function AboutField({ subject: { scope, about }, change }: SubjectProps) {
  const { t } = useTranslation();
  const choices = useLoad(QuotaChoicesDocument, {}, { pause: scope !== 'MUNICIPALITY' && scope !== 'THEME' });
  const field = { value: about, onChange: (value: string) => change({ about: value }) };
  switch (scope) {
    case 'PREFECTURE':
      return null;
    case 'CASE':
      return <TextField name="supportRequestId" hint={t('quotas.hint.supportRequestId')} {...field} />;
    case 'AGREEMENT':
      return <TextField name="agreementId" required hint={t('quotas.hint.agreementId')} {...field} />;
    case 'MUNICIPALITY':
      return (
        <Loaded of={choices}>
          {({ places }) => (
            <SelectField
              name="municipalityId"
              hint={t('quotas.hint.municipalityId')}
              empty={t('quotas.each.MUNICIPALITY')}
              options={townsOf(places).map((town) => ({ value: town.id, label: nameOf(town) }))}
              {...field}
            />
          )}
        </Loaded>
      );
    case 'THEME':
      return (
        <Loaded of={choices}>
          {({ supportThemes }) => (
            <SelectField
              name="themeId"
              required
              empty={t('ui.choose')}
              options={supportThemes.map((theme) => ({ value: theme.id, label: nameOf(theme) }))}
              {...field}
            />
          )}
        </Loaded>
      );
  }
}
