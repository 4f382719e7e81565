import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { longDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import type { HitRow } from './availability.documents';

const DECISIONS = ['KEEP', 'OTHER_DAY', 'CALL_HUB'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What becomes of one visit in the way, as the server wants to hear it. */
export interface DecisionMade {
  readonly visitId: string;
  readonly seen: string;
  readonly decision: Decision;
  readonly message: string | null;
}

interface Props {
  readonly hits: readonly HitRow[];
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onClose: () => void;
  readonly onDecide: (decisions: DecisionMade[]) => void;
}

/** A change of somebody's days would hit visits: nothing happens to any of them without a word about it. */
export function DecideDialog({ hits, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('availability.decide.title', { count: hits.length })}
      open={hits.length > 0}
      onClose={rest.onClose}
    >
      {hits.length > 0 && <DecideForm hits={hits} {...rest} />}
    </Dialog>
  );
}

function DecideForm({ hits, busy, refusal, onClose, onDecide }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly Decision[]>(() => hits.map(() => 'KEEP'));
  const [messages, setMessages] = useState<readonly string[]>(() =>
    hits.map(() => t('availability.decide.usual')),
  );
  const put = <Value,>(list: readonly Value[], n: number, value: Value): Value[] =>
    list.map((one, i) => (i === n ? value : one));
  const labels = {
    message: t('availability.decide.message'),
    ...Object.fromEntries(
      hits.flatMap((_, n) => [
        [`decision${n}`, t('availability.decide.decision')],
        [`message${n}`, t('availability.decide.message')],
      ]),
    ),
  };
  const decide = () =>
    onDecide(
      hits.map(({ visit, version }, n) => {
        const decision = chosen[n] ?? 'KEEP';
        const message = decision === 'OTHER_DAY' ? (messages[n] ?? '').trim() || null : null;
        return { visitId: visit.id, seen: version, decision, message };
      }),
    );
  return (
    <Form labels={labels} refusal={refusal} onSubmit={decide}>
      <p>{t('availability.decide.lead')}</p>
      {hits.map(({ visit }, n) => (
        <section key={visit.id} className="flex flex-col gap-4 rounded-8 border border-solid-gray-420 p-4">
          <h3 className="text-std-16B-170">
            {nameOf(visit.municipality)} {longDate(tokyo(visit.startsAt).date)}{' '}
            <span className="whitespace-nowrap">{timeRange(visit.startsAt, visit.endsAt)}</span>
          </h3>
          <p>{t(`schedule.status.${visit.status}`)}</p>
          <Choice
            name={`decision${n}`}
            required
            value={chosen[n] ?? 'KEEP'}
            onChange={(value) => setChosen(put(chosen, n, DECISIONS.find((one) => one === value) ?? 'KEEP'))}
            options={DECISIONS.map((one) => ({
              value: one,
              label: t(`availability.decide.${one}`),
              hint: t(`availability.decide.hint.${one}`),
            }))}
          />
          {chosen[n] === 'OTHER_DAY' && (
            <TextAreaField
              name={`message${n}`}
              required
              rows={3}
              hint={t('availability.decide.messageHint')}
              value={messages[n] ?? ''}
              onChange={(words) => setMessages(put(messages, n, words))}
            />
          )}
        </section>
      ))}
      <DialogActions confirm={t('availability.decide.confirm')} busy={busy} onClose={onClose} />
    </Form>
  );
}
