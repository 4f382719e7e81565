import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { FieldGroup } from '../../ui/Field';
import { CheckBox } from '../../ui/fields';
import { Notice } from '../../ui/Notice';
import { Question } from './Question';
import { countOf, type QuestionProps } from './request-draft';
import { type Busy, type Closure, WishedGrid } from './WishedGrid';

/** With fewer wishes the planner often finds no place. */
const ENOUGH_WISHES = 3;

interface Props extends QuestionProps {
  readonly closures: readonly Closure[];
  readonly busy: readonly Busy[];
  readonly lastDay: string;
}

/** ○△× over the coming half-days, or none at all: then the hub finds the day. */
export function DatesQuestion({ draft, change, closures, busy, lastDay }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const any = draft.wishes === 'ANY';
  const yes = countOf(draft, 'YES');
  return (
    <Question number={4} title={t('requestForm.q4')}>
      <FieldGroup name="marked" bare hint={any ? undefined : t('requestForm.wishedHint')} required>
        <CheckBox
          name="anyDate"
          label={t('requestForm.dateAny')}
          checked={any}
          onChange={(checked) => change({ wishes: checked ? 'ANY' : draft.marked.length > 0 ? 'SOME' : '' })}
        />
        {!any && (
          <>
            <WishedGrid
              from={today}
              to={lastDay}
              closures={closures}
              busy={busy}
              marked={draft.marked}
              onChange={(marked) => change({ marked, wishes: marked.length > 0 ? 'SOME' : '' })}
            />
            <div role="status" className="flex flex-col gap-2">
              <p>
                {t('requestForm.marksCount', { yes, ifNeeded: countOf(draft, 'IF_NEEDED') })}
                {yes > 1 && yes < ENOUGH_WISHES && (
                  <span className="ml-2">{t('requestForm.wishedMore', { count: ENOUGH_WISHES - yes })}</span>
                )}
                {yes >= ENOUGH_WISHES && <span className="ml-2">{t('requestForm.wishedEnough')}</span>}
              </p>
              {yes === 1 && <Notice tone="warning">{t('requestForm.wishedFew')}</Notice>}
            </div>
          </>
        )}
      </FieldGroup>
      {!any && draft.marked.length > 0 && (
        <CheckBox
          name="onlyWished"
          label={t('requestForm.onlyWished')}
          hint={t('requestForm.onlyWishedHint')}
          checked={draft.onlyWished}
          onChange={(onlyWished) => change({ onlyWished })}
        />
      )}
    </Question>
  );
}
