import { useTranslation } from 'react-i18next';
import { NumberField, TextAreaField, TextField } from '../../ui/fields';
import type { QuotaRow } from './quotas.documents';

/** What a quota says beside whom it is about. */
export interface TermsDraft {
  readonly name: string;
  readonly limit: number | null;
  readonly warnPercent: number | null;
  readonly note: string;
  readonly source: string;
}

/** The server says what is wrong with what was left empty. */
export const termsInput = ({ name, limit, warnPercent, note, source }: TermsDraft) => ({
  name,
  limit: limit ?? -1,
  warnPercent: warnPercent ?? 0,
  note: note.trim() === '' ? null : note,
  source,
});

export function useTermsLabels() {
  const { t } = useTranslation();
  return {
    name: t('quotas.field.name'),
    limit: t('quotas.field.limit'),
    warnPercent: t('quotas.field.warnPercent'),
    note: t('quotas.field.note'),
    source: t('quotas.field.source'),
  };
}

interface Props {
  readonly draft: TermsDraft;
  readonly unit: QuotaRow['unit'];
  readonly limitHint?: string;
  readonly change: (part: Partial<TermsDraft>) => void;
}

export function QuotaTermsFields({ draft, unit, limitHint, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="name"
        required
        maxLength={60}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <NumberField
        name="limit"
        required
        min={0}
        hint={limitHint}
        unit={t(`quotas.unitWord.${unit}`)}
        value={draft.limit}
        onChange={(limit) => change({ limit })}
      />
      <NumberField
        name="warnPercent"
        required
        min={1}
        max={100}
        hint={t('quotas.hint.warnPercent')}
        unit={t('quotas.percent')}
        value={draft.warnPercent}
        onChange={(warnPercent) => change({ warnPercent })}
      />
      <TextField
        name="source"
        required
        maxLength={300}
        hint={t('quotas.hint.source')}
        value={draft.source}
        onChange={(source) => change({ source })}
      />
      <TextAreaField name="note" rows={3} value={draft.note} onChange={(note) => change({ note })} />
    </>
  );
}
