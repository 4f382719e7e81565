import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { DateField, SelectField, TextField } from '../../ui/fields';
import type { Choices } from './placements.documents';
import type { EmploymentRow } from './training.documents';

const FORMS = [
  'FULL_TIME',
  'FIXED_TERM',
  'FISCAL_YEAR',
  'SPECIAL_PART_TIME',
  'COMMISSION',
  'DISPATCH',
  'CONCURRENT',
] as const satisfies EmploymentRow['form'][];

export interface EmploymentDraft {
  readonly form: (typeof FORMS)[number];
  readonly grade: string;
  readonly partyId: string;
  readonly agreementId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export const EMPTY_EMPLOYMENT: EmploymentDraft = {
  form: 'FIXED_TERM',
  grade: '',
  partyId: '',
  agreementId: '',
  startsOn: '',
  endsOn: '',
};

export const emptyEmploymentFields = ({ partyId, startsOn }: EmploymentDraft): string[] => [
  ...(partyId === '' ? ['partyId'] : []),
  ...(startsOn === '' ? ['startsOn'] : []),
];

export const employmentInput = ({ grade, agreementId, endsOn, ...rest }: EmploymentDraft) => ({
  ...rest,
  grade: grade.trim() || null,
  agreementId: agreementId || null,
  endsOn: endsOn || null,
});

export function useEmploymentLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  return {
    form: t('joint.employment.form'),
    grade: t('joint.employment.grade'),
    partyId: t('joint.employment.employer'),
    agreementId: t('joint.agreement'),
    startsOn: t('joint.firstDay'),
    endsOn: t('joint.lastDay'),
  };
}

interface Props {
  readonly draft: EmploymentDraft;
  readonly onChange: (draft: EmploymentDraft) => void;
  readonly choices: Choices['placementChoices'];
}

/** How somebody is to be appointed. */
export function EmploymentFields({ draft, onChange, choices }: Props) {
  const { t } = useTranslation();
  const set = (changes: Partial<EmploymentDraft>) => onChange({ ...draft, ...changes });
  return (
    <>
      <SelectField
        name="form"
        required
        value={draft.form}
        onChange={(value) => set({ form: FORMS.find((one) => one === value) ?? 'FIXED_TERM' })}
        options={FORMS.map((value) => ({ value, label: t(`joint.employment.forms.${value}`) }))}
      />
      <TextField name="grade" maxLength={40} value={draft.grade} onChange={(grade) => set({ grade })} />
      <SelectField
        name="partyId"
        required
        empty={t('joint.choose')}
        hint={choices.employers.length === 0 ? t('joint.employment.noParty') : undefined}
        value={draft.partyId}
        onChange={(partyId) => set({ partyId })}
        options={choices.employers.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="agreementId"
        empty={t('ui.none')}
        value={draft.agreementId}
        onChange={(agreementId) => set({ agreementId })}
        options={choices.agreements.map(({ id, number, title }) => ({
          value: id,
          label: `${number} ${title}`,
        }))}
      />
      <DateField name="startsOn" required value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
      <DateField
        name="endsOn"
        hint={t('joint.employment.openHint')}
        min={draft.startsOn}
        value={draft.endsOn}
        onChange={(endsOn) => set({ endsOn })}
      />
    </>
  );
}
