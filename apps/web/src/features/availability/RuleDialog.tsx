import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { addDays, shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { DateField, NumberField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { AddRuleDocument, CONCERNS, type HitRow, PreviewRuleDocument } from './availability.documents';
import { DecideDialog, type DecisionMade } from './DecideDialog';
import { DAY_CODES, dayName, isDayCode, type RuleForm, ruleOf } from './rule-words';

const KINDS = ['WEEKLY', 'EVERY_WEEKS', 'MONTH_DAY', 'MONTH_WEEKDAY'] as const;
const ENDS = ['NEVER', 'UNTIL', 'COUNT'] as const;
const PARTS = ['DAY', 'AM', 'PM'] as const;

interface Props {
  readonly specialistId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 繰り返しの予定: said in plain words, with the days that come of it. */
export function RuleDialog({ open, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('availability.rule.add')} open={open} onClose={rest.onClose}>
      <RuleFormFields {...rest} />
    </Dialog>
  );
}

function RuleFormFields({ specialistId, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [form, setForm] = useState<RuleForm>({
    kind: 'WEEKLY',
    interval: 2,
    days: ['MO'],
    monthDay: 1,
    nth: 1,
    weekday: 'MO',
    end: 'NEVER',
    until: addDays(today, 180),
    count: 10,
  });
  const [part, setPart] = useState<(typeof PARTS)[number]>('DAY');
  const [startsOn, setStartsOn] = useState(today);
  const [reason, setReason] = useState('');
  const [hits, setHits] = useState<readonly HitRow[]>([]);
  const { run, busy, refusal, clear } = useAction(AddRuleDocument, CONCERNS);
  const change = (more: Partial<RuleForm>) => setForm({ ...form, ...more });
  const rule = ruleOf(form);
  const input = { specialistId, rule: rule ?? '', startsOn, part, reason: reason.trim() || null };

  const keep = async (decisions: DecisionMade[] | null = null) => {
    const answer = await run({ input: { ...input, decisions } });
    if (!answer) return;
    const { applied, hits: hit } = answer.addUnavailabilityRule;
    setHits(applied ? [] : hit);
    if (!applied) return;
    onClose();
    done(t('availability.rule.added'));
  };
  const labels = {
    kind: t('availability.rule.kind'),
    interval: t('availability.rule.interval'),
    days: t('availability.rule.days'),
    monthDay: t('availability.rule.monthDay'),
    nth: t('availability.rule.which'),
    weekday: t('availability.rule.weekday'),
    part: t('specialists.part'),
    startsOn: t('availability.rule.startsOn'),
    end: t('availability.rule.end'),
    until: t('availability.rule.untilLabel'),
    count: t('availability.rule.count'),
    reason: t('specialists.reason'),
    rule: t('availability.rule.kind'),
  };
  return (
    <>
      <Form labels={labels} refusal={hits.length > 0 ? null : refusal} onSubmit={() => void keep()}>
        <SelectField
          name="kind"
          required
          value={form.kind}
          onChange={(kind) => change({ kind: KINDS.find((one) => one === kind) ?? 'WEEKLY' })}
          options={KINDS.map((one) => ({ value: one, label: t(`availability.rule.kinds.${one}`) }))}
        />
        {form.kind === 'EVERY_WEEKS' && (
          <NumberField
            name="interval"
            required
            min={2}
            max={52}
            unit={t('availability.rule.weeks')}
            value={form.interval}
            onChange={(interval) => change({ interval: interval ?? 2 })}
          />
        )}
        {(form.kind === 'WEEKLY' || form.kind === 'EVERY_WEEKS') && (
          <FieldGroup name="days" required>
            <div className="flex flex-wrap gap-2">
              {DAY_CODES.slice(0, 5).map((code) => (
                <label
                  key={code}
                  className="flex min-h-11 min-w-14 items-center justify-center gap-2 rounded-8 border border-solid-gray-420 px-3 has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50"
                >
                  <input
                    type="checkbox"
                    className="size-5"
                    checked={form.days.includes(code)}
                    onChange={() =>
                      change({
                        days: form.days.includes(code)
                          ? form.days.filter((one) => one !== code)
                          : [...form.days, code],
                      })
                    }
                  />
                  {dayName(code)}
                </label>
              ))}
            </div>
          </FieldGroup>
        )}
        {form.kind === 'MONTH_DAY' && (
          <SelectField
            name="monthDay"
            required
            hint={t('availability.rule.monthDayHint')}
            value={String(form.monthDay)}
            onChange={(day) => change({ monthDay: Number(day) })}
            options={[...Array.from({ length: 31 }, (_, n) => n + 1), -1].map((day) => ({
              value: String(day),
              label: day === -1 ? t('availability.rule.lastDay') : t('availability.rule.dayOf', { day }),
            }))}
          />
        )}
        {form.kind === 'MONTH_WEEKDAY' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name="nth"
              required
              value={String(form.nth)}
              onChange={(nth) => change({ nth: Number(nth) })}
              options={[1, 2, 3, 4, -1].map((n) => ({
                value: String(n),
                label: n === -1 ? t('availability.rule.lastOne') : t('availability.rule.nthOne', { n }),
              }))}
            />
            <SelectField
              name="weekday"
              required
              value={form.weekday}
              onChange={(code) => change({ weekday: isDayCode(code) ? code : 'MO' })}
              options={DAY_CODES.slice(0, 5).map((code) => ({ value: code, label: dayName(code) }))}
            />
          </div>
        )}
        <Choice
          name="part"
          layout="row"
          required
          value={part}
          onChange={(chosen) => setPart(PARTS.find((one) => one === chosen) ?? 'DAY')}
          options={PARTS.map((one) => ({ value: one, label: t(`ui.half.${one}`) }))}
        />
        <DateField name="startsOn" required min={today} value={startsOn} onChange={setStartsOn} />
        <Choice
          name="end"
          layout="row"
          required
          value={form.end}
          onChange={(end) => change({ end: ENDS.find((one) => one === end) ?? 'NEVER' })}
          options={ENDS.map((one) => ({ value: one, label: t(`availability.rule.ends.${one}`) }))}
        />
        {form.end === 'UNTIL' && (
          <DateField
            name="until"
            required
            min={startsOn}
            value={form.until}
            onChange={(until) => change({ until })}
          />
        )}
        {form.end === 'COUNT' && (
          <NumberField
            name="count"
            required
            min={1}
            max={366}
            unit={t('availability.rule.timesUnit')}
            value={form.count}
            onChange={(count) => change({ count })}
          />
        )}
        <TextField
          name="reason"
          maxLength={100}
          hint={t('specialists.reasonHint')}
          value={reason}
          onChange={setReason}
        />
        <Preview input={input} ready={rule !== null && startsOn !== ''} />
        <DialogActions confirm={t('availability.rule.add')} busy={busy} onClose={onClose} />
      </Form>
      <DecideDialog
        hits={hits}
        busy={busy}
        refusal={refusal}
        onClose={() => {
          setHits([]);
          clear();
        }}
        onDecide={(decisions) => void keep(decisions)}
      />
    </>
  );
}

interface PreviewProps {
  readonly input: {
    readonly specialistId: string;
    readonly rule: string;
    readonly startsOn: string;
    readonly part: (typeof PARTS)[number];
  };
  readonly ready: boolean;
}

/** The days that come of what was said so far. */
function Preview({ input: { specialistId, rule, startsOn, part }, ready }: PreviewProps) {
  const { t } = useTranslation();
  const { data, refusal } = useLoad(
    PreviewRuleDocument,
    { input: { specialistId, rule, startsOn, part } },
    { pause: !ready },
  );
  const preview = data?.previewUnavailabilityRule;
  return (
    <div role="status" className="rounded-8 bg-solid-gray-50 p-4">
      <p className="text-std-16B-170">{t('availability.rule.preview')}</p>
      {!ready && <p>{t('availability.rule.incomplete')}</p>}
      {ready && refusal && <p>{refusal.faults[0]?.message ?? refusal.message}</p>}
      {ready && !refusal && preview && (
        <>
          <p>
            {preview.dates.map((date) => shortDate(date)).join(t('ui.listMark'))}
            {preview.total > preview.dates.length && t('availability.rule.andMore', { count: preview.total })}
          </p>
          {preview.hits.length > 0 && <p>{t('availability.rule.hits', { count: preview.hits.length })}</p>}
        </>
      )}
    </div>
  );
}
