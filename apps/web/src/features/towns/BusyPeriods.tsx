import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { shortDate } from '../../i18n/dates';
import { useDailyWork, useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { DateField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { townInput } from './town-input';
import { type BusyPeriod, SetTownProfileDocument, type Town } from './towns.documents';

const byDate = (a: BusyPeriod, b: BusyPeriod): number => a.from.localeCompare(b.from);

/** Days on which visits are unwelcome: those to come are shown, those that are over stay noted. */
export function BusyPeriods({ town }: { readonly town: Town }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const { today } = useSession();
  const done = useDone();
  const all = town.townProfile?.busy ?? [];
  const coming = all.filter(({ to }) => to >= today).sort(byDate);
  const removal = useAction(SetTownProfileDocument, 'Municipality TownProfile');
  const remove = async (period: BusyPeriod) => {
    const isIt = (one: BusyPeriod) =>
      one.from === period.from && one.to === period.to && one.label === period.label;
    const input = townInput(
      town,
      ({ busy }) => ({ busy: busy.filter((one) => !isIt(one)) }),
      removal.refusal,
    );
    if (await removal.run({ input })) done(t('towns.removed', { label: period.label }));
  };
  return (
    <>
      <ErrorSummary refusal={removal.refusal} />
      {coming.length === 0 ? (
        <Empty>{t(worksDaily ? 'towns.busyEmpty' : 'towns.busyNone')}</Empty>
      ) : (
        <Table
          caption={t('towns.busy')}
          rows={coming}
          keyOf={({ from, to, label }) => `${from} ${to} ${label}`}
          columns={[
            {
              key: 'period',
              title: t('planning.period'),
              cell: ({ from, to }) =>
                from === to
                  ? shortDate(from)
                  : t('planning.periodValue', { from: shortDate(from), to: shortDate(to) }),
            },
            {
              key: 'label',
              title: t('towns.what'),
              heads: true,
              cell: ({ label }) => <AsWritten>{label}</AsWritten>,
            },
            {
              key: 'remove',
              title: t('towns.remove'),
              nowrap: true,
              cell: (period) =>
                worksDaily && (
                  <Button
                    size="small"
                    busy={removal.busy}
                    aria-label={t('towns.removeOne', { label: period.label, from: shortDate(period.from) })}
                    onClick={() => void remove(period)}
                  >
                    {t('towns.remove')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {worksDaily && <NewPeriod town={town} />}
    </>
  );
}

const SUGGESTIONS = ['assembly', 'budget', 'election', 'festival'] as const;

function NewPeriod({ town }: { readonly town: Town }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [label, setLabel] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(SetTownProfileDocument, 'Municipality TownProfile');
  const labels = { from: t('towns.from'), to: t('towns.to'), label: t('towns.what') };
  const add = async () => {
    const empty = [from === '' && 'from', to === '' && 'to', label.trim() === '' && 'label'];
    const fields = empty.filter((field): field is string => field !== false);
    setMissing(emptyFields(fields));
    if (fields.length > 0) return;
    const period = { from, to, label: label.trim() };
    const input = townInput(town, (known) => ({ busy: [...known.busy, period] }), refusal);
    if (!(await run({ input }))) return;
    done(t('towns.added', { label: label.trim() }));
    setFrom('');
    setTo('');
    setLabel('');
  };
  return (
    <Form label={t('towns.add')} labels={labels} refusal={missing ?? refusal} onSubmit={() => void add()}>
      <h3 className="text-std-18B-160">{t('towns.add')}</h3>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DateField
          name="from"
          required
          min={today}
          value={from}
          onChange={(day) => {
            setFrom(day);
            if (to < day) setTo(day);
          }}
        />
        <DateField name="to" required min={from || today} value={to} onChange={setTo} />
      </div>
      <div className="flex flex-col gap-3">
        <TextField name="label" required maxLength={60} value={label} onChange={setLabel} />
        <div role="group" aria-label={t('ui.suggestions')} className="flex flex-wrap gap-2">
          {SUGGESTIONS.map((one) => (
            <Button key={one} size="small" onClick={() => setLabel(t(`towns.suggestion.${one}`))}>
              {t(`towns.suggestion.${one}`)}
            </Button>
          ))}
        </div>
      </div>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('towns.add')}
        </Button>
      </div>
    </Form>
  );
}
