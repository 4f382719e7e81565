import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import { TextAreaField, TextField } from '../../ui/fields';
import { type DraftClause, newClause, STANDARD_CLAUSES } from './agreement-draft';

interface Props {
  readonly clauses: readonly DraftClause[];
  readonly onChange: (clauses: readonly DraftClause[]) => void;
}

/** The articles: their order is their number. */
export function ClauseFields({ clauses, onChange }: Props) {
  const { t } = useTranslation();
  const set = (key: number, part: Partial<DraftClause>) =>
    onChange(clauses.map((clause) => (clause.key === key ? { ...clause, ...part } : clause)));
  return (
    <FieldGroup name="clauses" hint={t('agreements.form.clausesHint')}>
      <div className="flex flex-col gap-6">
        {clauses.map((clause, i) => (
          <div key={clause.key} className="flex flex-col gap-4 border-l-4 border-solid-gray-300 pl-4">
            <TextField
              name={`clauses-${i}-heading`}
              required
              value={clause.heading}
              onChange={(heading) => set(clause.key, { heading })}
            />
            <TextAreaField
              name={`clauses-${i}-body`}
              required
              rows={3}
              max={1000}
              value={clause.body}
              onChange={(body) => set(clause.key, { body })}
            />
            <div>
              <Button size="small" onClick={() => onChange(clauses.filter(({ key }) => key !== clause.key))}>
                {t('agreements.form.removeClause', { no: i + 1 })}
              </Button>
            </div>
          </div>
        ))}
        <Actions>
          <Button onClick={() => onChange([...clauses, newClause()])}>
            {t('agreements.form.addClause')}
          </Button>
          {clauses.length === 0 && (
            <Button onClick={() => onChange(STANDARD_CLAUSES.map((one) => newClause(...one)))}>
              {t('agreements.form.standard')}
            </Button>
          )}
        </Actions>
      </div>
    </FieldGroup>
  );
}
