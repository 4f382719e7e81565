import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { useLoad } from '../../../gql/use-load';
import { shortDate, timeRange, tokyo } from '../../../i18n/dates';
import { nameOf, useMinutes } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import { Button } from '../../../ui/Button';
import { useDone } from '../../../ui/Done';
import { TextField } from '../../../ui/fields';
import { Form } from '../../../ui/Form';
import { Empty, Loaded } from '../../../ui/Loaded';
import { Section } from '../../../ui/Page';
import type { VisitRow } from '../visits.documents';
import {
  AdoptDocument,
  type FallenOption,
  FallenOptionsDocument,
  LeaveGapDocument,
} from './answers.documents';

/** A visit fell away at short notice: three ways out, one press each. */
export function FallenRepairs({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const load = useLoad(FallenOptionsDocument, { visitId: visit.id }, { about: ['Visit', 'SupportRequest'] });
  const [reason, setReason] = useState<string>(t(`answers.fallen.because.${visit.cancelSide ?? 'HUB'}`));
  const adopt = useAction(AdoptDocument, 'Visit SupportRequest PlanPublication');
  const leave = useAction(LeaveGapDocument);
  const take = async (optionKey: string) => {
    const made = await adopt.run({ input: { visitId: visit.id, optionKey, reason } });
    if (made) done(t('answers.fallen.adopted', { version: made.adoptFallenOption.version }));
  };
  return (
    <Section title={t('answers.fallen.title')} id="repairs">
      <p>{t('answers.fallen.lead')}</p>
      <Form
        label={t('answers.fallen.title')}
        labels={{ reason: t('answers.fallen.reason') }}
        refusal={adopt.refusal ?? leave.refusal}
        onSubmit={() => undefined}
      >
        <TextField
          name="reason"
          required
          hint={t('answers.fallen.reasonHint')}
          value={reason}
          onChange={setReason}
        />
        <Loaded of={load}>
          {({ fallenVisitOptions: options }) =>
            options.length === 0 ? (
              <Empty>{t('answers.fallen.none')}</Empty>
            ) : (
              <ol className="flex flex-col gap-4">
                {options.map((option, i) => (
                  <li
                    key={option.key}
                    className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 p-4"
                  >
                    <OptionWords option={option} n={i + 1} />
                    <div>
                      <Button
                        look="primary"
                        size="small"
                        busy={adopt.busy}
                        aria-label={t('answers.fallen.adoptThis', { n: i + 1 })}
                        onClick={() => void take(option.key)}
                      >
                        {t('answers.fallen.adopt')}
                      </Button>
                    </div>
                  </li>
                ))}
              </ol>
            )
          }
        </Loaded>
        <div>
          <Button
            busy={leave.busy}
            onClick={() =>
              void leave.run({ id: visit.id }).then((left) => left && done(t('answers.fallen.left')))
            }
          >
            {t('answers.fallen.leave')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function OptionWords({ option, n }: { readonly option: FallenOption; readonly n: number }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const { kind, towns, travelMinutes, changes } = option;
  return (
    <>
      <h3 className="text-std-16B-170">
        {t('planning.repair.heading', { n, kind: t(`planning.repair.kind.${kind}`) })}
      </h3>
      <ul>
        {changes.map((change) => (
          <li key={`${change.supportRequestId} ${change.visitNo}`}>
            {t(`planning.repair.change.${change.kind}`)}{' '}
            {change.supportRequest && (
              <>
                {nameOf(change.supportRequest.municipality)}{' '}
                <AsWritten>{change.supportRequest.title}</AsWritten>{' '}
              </>
            )}
            {change.before && <SlotLine slot={change.before} />}
            {change.before && change.after && ' → '}
            {change.after && <SlotLine slot={change.after} />}
          </li>
        ))}
      </ul>
      <p className="text-dns-14N-130 text-solid-gray-700">
        {t('answers.fallen.towns', { count: towns })}
        {travelMinutes !== 0 &&
          t(travelMinutes > 0 ? 'answers.fallen.more' : 'answers.fallen.less', {
            minutes: minutesOf(Math.abs(travelMinutes)),
          })}
      </p>
    </>
  );
}

function SlotLine({ slot }: { readonly slot: NonNullable<FallenOption['changes'][number]['after']> }) {
  const { t } = useTranslation();
  return (
    <span className="inline-block">
      {shortDate(tokyo(slot.startsAt).date)} {timeRange(slot.startsAt, slot.endsAt)}{' '}
      {slot.specialist && nameOf(slot.specialist)} {t(`schedule.mode.${slot.mode}`)}
    </span>
  );
}
