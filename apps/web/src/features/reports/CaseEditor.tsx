import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { type CaseReportFull, type CaseReportInput, WriteCaseDocument } from './case-reports.documents';

type Words = NonNullable<CaseReportFull['words']>;
const CLOSABLE = [
  'TITLE',
  'TROUBLE',
  'SUMMARY',
  'COURSE',
  'OUTPUTS',
  'EFFECT',
  'LESSONS',
  'STEPS',
  'EVALUATION',
] as const satisfies readonly CaseReportInput['inside'][number][];

const PARTS = ['summary', 'outputs', 'effect', 'lessons'] as const;

/** What the hub writes; what stands between double brackets stays inside. */
export function CaseEditor({ report, words }: { readonly report: CaseReportFull; readonly words: Words }) {
  const { t } = useTranslation();
  const done = useDone();
  const [draft, setDraft] = useState(words);
  const [kept, setKept] = useState(words);
  const { run, busy, refusal } = useAction(WriteCaseDocument, 'CaseReport CaseSheet');
  const save = async () => {
    const seen = refusal?.newer?.version ?? report.version;
    const { summary, outputs, effect, lessons, internalNote, inside } = draft;
    const input = { seen, summary, outputs, effect, lessons, internalNote, inside: [...inside] };
    if (!(await run({ id: report.id, input }))) return;
    setKept(draft);
    done(t('reports.done.written'));
  };
  return (
    <Form
      label={t('reports.case.write')}
      labels={{
        ...Object.fromEntries(PARTS.map((part) => [part, t(`reports.case.part.${part}`)])),
        internalNote: t('reports.field.internalNote'),
        inside: t('reports.case.inside'),
      }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <p>{t('reports.case.marks')}</p>
      {PARTS.map((part) => (
        <TextAreaField
          key={part}
          name={part}
          required={part === 'summary' || part === 'effect'}
          hint={t(`reports.case.hint.${part}`)}
          rows={part === 'summary' ? 8 : 4}
          max={8000}
          value={draft[part]}
          onChange={(value) => setDraft({ ...draft, [part]: value })}
        />
      ))}
      <TextAreaField
        name="internalNote"
        rows={3}
        max={2000}
        value={draft.internalNote ?? ''}
        onChange={(value) => setDraft({ ...draft, internalNote: value === '' ? null : value })}
      />
      <FieldGroup name="inside" needless hint={t('reports.case.insideHint')}>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {CLOSABLE.map((field) => (
            <label key={field} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                className="size-5"
                checked={draft.inside.includes(field)}
                onChange={(event) =>
                  setDraft({
                    ...draft,
                    inside: event.target.checked
                      ? [...draft.inside, field]
                      : draft.inside.filter((one) => one !== field),
                  })
                }
              />
              {t(`reports.case.field.${field}`)}
            </label>
          ))}
        </div>
      </FieldGroup>
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('reports.case.save')}
        </Button>
      </Actions>
      <UnsavedGuard unsaved={draft !== kept} />
    </Form>
  );
}
