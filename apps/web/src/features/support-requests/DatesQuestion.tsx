import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { Choice } from '../../ui/Choice';
import { FieldGroup } from '../../ui/Field';
import { CheckBox, DateField } from '../../ui/fields';
import { Section } from '../../ui/Page';
import type { QuestionProps } from './request-draft';
import { type Closure, WishedGrid } from './WishedGrid';

export const URGENCIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
/** With fewer wishes the planner often finds no place. */
const ENOUGH_WISHES = 3;

interface Props extends QuestionProps {
  readonly closures: readonly Closure[];
  readonly lastDay: string;
}

export function DatesQuestion({ draft, change, closures, lastDay }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const few = draft.wished.length > 0 && draft.wished.length < ENOUGH_WISHES;
  return (
    <Section title={t('requestForm.q4')} id="q4">
      <Choice
        name="wishes"
        value={draft.wishes}
        onChange={(wishes) => change({ wishes: wishes === 'SOME' ? 'SOME' : 'ANY' })}
        needless
        options={[
          { value: 'ANY', label: t('requestForm.dateAny') },
          { value: 'SOME', label: t('requestForm.dateSome') },
        ]}
      />
      {draft.wishes === 'SOME' && (
        <>
          <FieldGroup name="wished" hint={t('requestForm.wishedHint')} required={draft.onlyWished}>
            <WishedGrid
              from={today}
              to={lastDay}
              closures={closures}
              wished={draft.wished}
              onChange={(wished) => change({ wished })}
            />
            <p role="status">
              {t('requestForm.wishedCount', { count: draft.wished.length })}
              {few && ` ${t('requestForm.wishedFew')}`}
            </p>
          </FieldGroup>
          <CheckBox
            name="onlyWished"
            label={t('requestForm.onlyWished')}
            hint={t('requestForm.onlyWishedHint')}
            checked={draft.onlyWished}
            onChange={(onlyWished) => change({ onlyWished })}
          />
        </>
      )}
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
      <Choice
        name="urgency"
        layout="row"
        required
        value={draft.urgency}
        onChange={(urgency) => change({ urgency: URGENCIES.find((one) => one === urgency) ?? 'NORMAL' })}
        options={URGENCIES.map((urgency) => ({ value: urgency, label: t(`requests.urgency.${urgency}`) }))}
      />
    </Section>
  );
}
