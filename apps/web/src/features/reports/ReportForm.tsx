import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../attachments/Attachments';
import { isUnanswered } from '../../gql/wish-key';
import { currentLanguage } from '../../i18n';
import { longDate } from '../../i18n/dates';
import type { KeptDraft } from '../../offline/database';
import { dropDraft } from '../../offline/keeper';
import { useSend } from '../../offline/Outgoing';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { AttendanceFields } from './AttendanceFields';
import { draftOf, inputOf, isDraft, type ReportDraft, wordsOf } from './report-draft';
import { type ReportVisit, SubmitReportDocument } from './reports.documents';
import { StepFields } from './StepFields';
import { useAutosave } from './use-autosave';

const RESULTS = ['AS_PLANNED', 'PARTLY', 'POSTPONED'] as const;
const MODES = ['ON_SITE', 'ONLINE'] as const;
const MOST_TOPICS = 20;
const CONCERNED = 'Visit SupportRequest ReportTask VisitReport';

interface Props {
  readonly visit: ReportVisit;
  /** Begun on this phone and not on the server yet. */
  readonly fromPhone?: KeptDraft | null;
}

/** What is filled in already is folded away where there is little room. */
const ROOM = '(min-width: 40rem)';

/** 訪問報告 in two minutes: five inputs, most of them filled in already, kept as one goes. */
export function ReportForm({ visit, fromPhone = null }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [draft, setDraft] = useState(() =>
    isDraft(fromPhone?.content) ? fromPhone.content : draftOf(visit),
  );
  const [unfolded, setUnfolded] = useState(() => window.matchMedia(ROOM).matches);
  const saving = useAutosave(visit, draft, fromPhone);
  const submit = useSend('REPORT', SubmitReportDocument, CONCERNED);
  const change = (part: Partial<ReportDraft>) => setDraft((old) => ({ ...old, ...part }));

  const handIn = async () => {
    const submitted = await saving.instead(async () => {
      const over = saving.conflict?.version ?? submit.refusal?.newer?.version ?? saving.seen.current;
      const input = inputOf(draft, over);
      const outcome = input && (await submit.run({ visitId: visit.id, input }, wordsOf(visit)));
      if (outcome === 'WAITS') done(t('reports.done.waits'));
      else if (outcome === 'SENT') {
        await dropDraft(visit.id);
        done(t('reports.done.submitted'));
      }
      return outcome !== null;
    });
    if (!submitted) setUnfolded(true);
  };
  // That there is no line is said below, quietly: a summary would take the focus out of the words that are typed.
  const said = saving.refusal && !isUnanswered(saving.refusal.code) ? saving.refusal : null;
  return (
    <Form
      label={t('reports.write')}
      labels={{
        result: t('reports.field.result'),
        topics: t('reports.field.topics'),
        done: t('reports.field.done'),
        steps: t('reports.field.steps'),
        startedAt: t('reports.field.startedAt'),
        endedAt: t('reports.field.endedAt'),
        mode: t('reports.field.mode'),
        attendance: t('reports.field.attendance'),
        internalNote: t('reports.field.internalNote'),
      }}
      refusal={submit.refusal ?? said}
      onSubmit={() => void handIn()}
    >
      {visit.report?.status === 'RETURNED' && visit.report.returnReason && (
        <Notice tone="warning" title={t('reports.returned')}>
          <p lang="ja">{visit.report.returnReason}</p>
        </Notice>
      )}
      <Choice
        name="result"
        required
        layout="thirds"
        value={draft.result ?? ''}
        onChange={(value) => change({ result: RESULTS.find((one) => one === value) ?? null })}
        options={RESULTS.map((value) => ({ value, label: t(`reports.result.${value}`) }))}
      />
      <Topics visit={visit} draft={draft} onChange={change} />
      <TextAreaField
        name="done"
        hint={t('reports.hint.done')}
        needless
        rows={4}
        max={4000}
        value={draft.done}
        onChange={(value) => change({ done: value })}
      />
      <StepFields visit={visit} steps={draft.steps} onChange={(steps) => change({ steps })} />
      <details
        open={unfolded}
        onToggle={(event) => setUnfolded(event.currentTarget.open)}
        className="rounded-8 border border-solid-gray-420 px-4 py-2"
      >
        <summary className="min-h-11 py-2">
          <span className="text-std-16B-170">{t('reports.filledIn')}</span>{' '}
          <span className="inline-block text-solid-gray-700">
            {draft.starts}〜{draft.ends} {t(`schedule.mode.${draft.mode}`)}
          </span>
        </summary>
        <div className="mt-2 mb-3 flex flex-col gap-6">
          <FieldGroup name="startedAt" needless hint={longDate(draft.date)}>
            <div className="flex flex-wrap items-end gap-3">
              <TimeField
                label={t('reports.field.starts')}
                value={draft.starts}
                onChange={(starts) => change({ starts })}
              />
              <span aria-hidden="true" className="pb-3">
                〜
              </span>
              <TimeField
                label={t('reports.field.ends')}
                value={draft.ends}
                onChange={(ends) => change({ ends })}
              />
            </div>
          </FieldGroup>
          <Choice
            name="mode"
            needless
            layout="row"
            value={draft.mode}
            onChange={(value) => change({ mode: MODES.find((one) => one === value) ?? draft.mode })}
            options={MODES.map((value) => ({ value, label: t(`schedule.mode.${value}`) }))}
          />
          <AttendanceFields sections={draft.attendance} onChange={(attendance) => change({ attendance })} />
          <TextField
            name="internalNote"
            hint={t('reports.hint.internalNote')}
            value={draft.internalNote}
            onChange={(internalNote) => change({ internalNote })}
          />
        </div>
      </details>
      {visit.report && !saving.offline && (
        <Attachments ownerType="VISIT_REPORT" ownerId={visit.report.id} editable />
      )}
      <p role="status" className="text-std-16N-170 text-solid-gray-700">
        <SavedWords saving={saving} />
      </p>
      {saving.conflict && (
        <Actions>
          <Button
            onClick={() => void saving.save(draft, saving.conflict?.version ?? null)}
            busy={saving.busy}
          >
            {t('reports.keepMine')}
          </Button>
        </Actions>
      )}
      <Actions>
        <Button type="submit" look="primary" className="max-sm:min-h-14 max-sm:w-full" busy={submit.busy}>
          {t('reports.submit')}
        </Button>
      </Actions>
      <UnsavedGuard unsaved={saving.unsaved && !saving.onPhone} />
    </Form>
  );
}

function SavedWords({ saving }: { readonly saving: ReturnType<typeof useAutosave> }) {
  const { t } = useTranslation();
  if (saving.refusal && saving.unsaved)
    return <>{t(saving.onPhone && saving.offline ? 'reports.savedOnPhone' : 'reports.notSaved')}</>;
  if (saving.unsaved) return <>{t('reports.saving')}</>;
  return saving.savedAt ? (
    <>{t('reports.savedAt', { time: saving.savedAt })}</>
  ) : (
    <>{t('reports.willSave')}</>
  );
}

/** What was done, one tap each. */
function Topics({
  visit,
  draft,
  onChange,
}: {
  readonly visit: ReportVisit;
  readonly draft: ReportDraft;
  readonly onChange: (part: Partial<ReportDraft>) => void;
}) {
  const { t } = useTranslation();
  const offered = visit.reportTopics.map(({ ja, en }) => ({
    value: ja,
    label: currentLanguage() === 'en' ? en : ja,
  }));
  // A word that is offered no more stays where it was chosen.
  const own = draft.topics.filter((topic) => !offered.some(({ value }) => value === topic));
  const all = [...own.map((value) => ({ value, label: value })), ...offered];
  const toggle = (value: string, on: boolean) =>
    onChange({
      topics: on
        ? [...draft.topics, value].slice(0, MOST_TOPICS)
        : draft.topics.filter((topic) => topic !== value),
    });
  return (
    <FieldGroup name="topics" needless hint={t('reports.hint.topics')}>
      <div className="flex flex-wrap gap-2">
        {all.map(({ value, label }) => (
          <label
            key={value}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-solid-gray-420 px-4 py-2 has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50"
          >
            <input
              type="checkbox"
              className="size-5 shrink-0"
              checked={draft.topics.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="flex flex-col gap-1">
      {label}
      <input
        type="time"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-12 rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170"
      />
    </label>
  );
}
