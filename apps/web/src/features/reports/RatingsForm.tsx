import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { Actions, Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { TextAreaField } from '../../ui/fields';
import type { EvaluationRow, RatingsInput } from './reports.documents';

export const RATINGS = ['usefulness', 'clarity', 'progress', 'again'] as const;
type Rating = (typeof RATINGS)[number];
const POINTS = [5, 4, 3, 2, 1] as const;

interface Props {
  readonly label: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onRate: (ratings: RatingsInput) => void;
}

/** 支援評価: four questions, one to five points each, and words if one likes. */
export function RatingsForm({ label, busy, refusal, onRate }: Props) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Readonly<Partial<Record<Rating, number>>>>({});
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const rate = () => {
    const { usefulness, clarity, progress, again } = given;
    if (!usefulness || !clarity || !progress || !again) {
      setMissing(emptyFields(RATINGS.filter((rating) => !given[rating])));
      return;
    }
    setMissing(null);
    onRate({ usefulness, clarity, progress, again, words: words === '' ? null : words });
  };
  return (
    <Form
      label={label}
      labels={{
        ...Object.fromEntries(RATINGS.map((rating) => [rating, t(`reports.rating.${rating}`)])),
        words: t('reports.rating.words'),
      }}
      refusal={missing ?? refusal}
      onSubmit={rate}
    >
      {RATINGS.map((rating) => (
        <FieldGroup key={rating} name={rating} required>
          <div className="flex flex-wrap gap-x-2 gap-y-1">
            {POINTS.map((points) => (
              <label
                key={points}
                className="inline-flex min-h-11 min-w-14 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-420 px-3 py-2 has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50"
              >
                <input
                  type="radio"
                  name={rating}
                  value={points}
                  checked={given[rating] === points}
                  onChange={() => {
                    setGiven({ ...given, [rating]: points });
                    // What is answered is not asked for any more.
                    if (missing)
                      setMissing(emptyFields(RATINGS.filter((one) => one !== rating && !given[one])));
                  }}
                  className="size-5 shrink-0"
                />
                <span>
                  {points}
                  <span className="sr-only">{t(`reports.points.p${points}`)}</span>
                </span>
              </label>
            ))}
          </div>
        </FieldGroup>
      ))}
      <p className="text-dns-14N-130 text-solid-gray-700">{t('reports.rating.scale')}</p>
      <TextAreaField name="words" rows={3} max={1000} value={words} onChange={setWords} />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('reports.rating.send')}
        </Button>
      </Actions>
    </Form>
  );
}

/** What was answered. */
export function RatingsGiven({ evaluation }: { readonly evaluation: EvaluationRow }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-1">
      {RATINGS.map((rating) => (
        <li key={rating}>
          {t('reports.rating.given', { what: t(`reports.rating.${rating}`), points: evaluation[rating] })}
        </li>
      ))}
      {evaluation.words !== null && <li lang="ja">{evaluation.words}</li>}
    </ul>
  );
}
