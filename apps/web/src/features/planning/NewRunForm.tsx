import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../gql/use-action';
import { addDays } from '../../i18n/dates';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { CheckBox, DateField, NumberField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { RequestRunDocument } from './plans.documents';

/** Four weeks, counted from the first day. */
const DEFAULT_DAYS = 27;

interface Props {
  readonly firstDay: string;
  /** Four weeks from the first day unless it is known. */
  readonly lastDay: string | null;
  /** Where it is followed; its own page when left out. */
  readonly onMade?: (runId: string) => void;
}

export function NewRunForm({ firstDay, lastDay, onMade }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const navigate = useNavigate();
  const [from, setFrom] = useState(firstDay);
  const [to, setTo] = useState(lastDay ?? addDays(firstDay, DEFAULT_DAYS));
  const [seed, setSeed] = useState<number | null>(null);
  const [iterations, setIterations] = useState<number | null>(null);
  const [movePublished, setMovePublished] = useState(false);
  const [byHand, setByHand] = useState(false);
  const { run, busy, refusal } = useAction(RequestRunDocument);
  const labels = {
    from: t('planning.from'),
    to: t('planning.to'),
    seed: t('planning.seed'),
    iterations: t('planning.iterations'),
    movePublished: t('planning.movePublished'),
    byHand: t('planning.byHand'),
  };

  const make = async () => {
    const made = (
      await run({
        input: {
          from,
          to,
          movePublished,
          byHand,
          ...(seed !== null && { seed }),
          ...(iterations !== null && { iterations }),
        },
      })
    )?.requestPlanningRun;
    if (!made) return;
    if (onMade) onMade(made.id);
    else await navigate(`/plans/${made.id}`);
  };

  return (
    <Form labels={labels} refusal={refusal} onSubmit={() => void make()} label={t('planning.new')}>
      <div className="grid items-start gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))]">
        <DateField name="from" required min={today} value={from} onChange={setFrom} />
        <DateField name="to" required min={from} value={to} onChange={setTo} />
      </div>
      <CheckBox
        name="movePublished"
        label={t('planning.movePublished')}
        hint={t('planning.movePublishedHint')}
        checked={movePublished}
        onChange={setMovePublished}
      />
      <CheckBox
        name="byHand"
        label={t('planning.byHand')}
        hint={t('planning.byHandHint')}
        checked={byHand}
        onChange={setByHand}
      />
      <details>
        <summary className="w-fit py-2 underline underline-offset-4">{t('planning.details')}</summary>
        <div className="mt-4 flex flex-col gap-6">
          <NumberField name="seed" hint={t('planning.seedHint')} min={0} value={seed} onChange={setSeed} />
          <NumberField
            name="iterations"
            hint={t('planning.iterationsHint')}
            min={0}
            max={200000}
            value={iterations}
            onChange={setIterations}
          />
        </div>
      </details>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('planning.make')}
        </Button>
      </div>
    </Form>
  );
}
