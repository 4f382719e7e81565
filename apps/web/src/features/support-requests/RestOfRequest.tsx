import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { Choice } from '../../ui/Choice';
import { CheckBox, DateField, NumberField, TextField } from '../../ui/fields';
import { Mixed } from '../../ui/Mixed';
import { NO_THEME, type QuestionProps, UNSURE, usualTitle } from './request-draft';
import type { ThemeRow } from './request-form.documents';

export const URGENCIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

/** Fields in here: an error of one of them opens the fold. */
const FIELDS = [
  'title',
  'contactSection',
  'earliestOn',
  'deadlineOn',
  'urgency',
  'minGapDays',
  'phase',
  'vendors',
];

interface Props extends QuestionProps {
  readonly themes: readonly ThemeRow[];
  readonly refusal: Refusal | null;
  /** Firms that a purchase concerns. */
  readonly children?: ReactNode;
}

/** Everything that is not one of the four questions: it has its usual answer, which is said on the fold. */
export function RestOfRequest({ draft, change, themes, refusal, children }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  const faulty = refusal?.faults.some(({ path }) => FIELDS.includes(path.split('.')[0] ?? '')) ?? false;
  useEffect(() => {
    if (faulty) setOpen(true);
  }, [faulty]);
  const theme =
    draft.group === UNSURE || draft.theme === NO_THEME
      ? undefined
      : themes.find(({ id }) => id === draft.theme);
  const usual = usualTitle(draft.trouble, theme ?? null);
  const said = [
    draft.contactSection && t('requestForm.rest.contact', { section: draft.contactSection }),
    draft.deadlineOn
      ? t('requestForm.rest.deadline', { date: shortDate(draft.deadlineOn) })
      : t('requestForm.rest.noDeadline'),
    t('requestForm.rest.urgency', { urgency: t(`requests.urgency.${draft.urgency}`) }),
    t(draft.entrustSelection ? 'requestForm.rest.entrusted' : 'requestForm.rest.ranked'),
  ].filter(Boolean);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-8 border border-solid-gray-300 px-5 py-4 open:pb-6"
    >
      <summary className="min-h-6">
        <span className="text-std-16B-170">{t('requestForm.rest.title')}</span>
        <span className="block pl-4 text-dns-14N-130 text-solid-gray-700">
          <Mixed>{said.join(t('requestForm.rest.comma'))}</Mixed>
        </span>
      </summary>
      <div className="mt-5 flex flex-col gap-6">
        <TextField
          name="contactSection"
          required
          hint={t('requestForm.contactHint')}
          value={draft.contactSection}
          onChange={(contactSection) => change({ contactSection })}
        />
        <TextField
          name="title"
          hint={usual ? t('requestForm.titleUsual', { title: usual }) : t('requestForm.titleHint')}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <DateField
            name="earliestOn"
            hint={t('requestForm.earliestHint')}
            min={today}
            value={draft.earliestOn}
            onChange={(earliestOn) => change({ earliestOn })}
          />
          <DateField
            name="deadlineOn"
            hint={t('requestForm.deadlineHint')}
            min={today}
            value={draft.deadlineOn}
            onChange={(deadlineOn) => change({ deadlineOn })}
          />
        </div>
        {draft.visits !== 1 && (
          <NumberField
            name="minGapDays"
            min={0}
            max={90}
            unit={t('requestForm.daysUnit')}
            value={draft.minGapDays}
            onChange={(minGapDays) => change({ minGapDays })}
          />
        )}
        <Choice
          name="urgency"
          layout="row"
          needless
          value={draft.urgency}
          onChange={(urgency) => change({ urgency: URGENCIES.find((one) => one === urgency) ?? 'NORMAL' })}
          options={URGENCIES.map((urgency) => ({ value: urgency, label: t(`requests.urgency.${urgency}`) }))}
        />
        <CheckBox
          name="entrustSelection"
          label={t('requestForm.entrust')}
          hint={t('requestForm.entrustHint')}
          checked={draft.entrustSelection}
          onChange={(entrustSelection) => change({ entrustSelection })}
        />
        {children}
      </div>
    </details>
  );
}
