import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Section } from '../../ui/Page';
import { ChooseDateDocument, type Inquiry } from './dates.documents';
import { SlotLine, SlotWhy } from './InquiryWords';

/** この日でお願いします: one of the offered slots, in one tap; each says what speaks for it. */
export function ChooseSlot({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const done = useDone();
  const open = inquiry.slots.filter(({ outcome }) => outcome === 'OFFERED');
  const [chosen, setChosen] = useState<string | null>(null);
  const { run, busy, refusal } = useAction(ChooseDateDocument, 'DateInquiry Visit SupportRequest');
  const choose = async (slotId: string) => {
    setChosen(slotId);
    if (await run({ id: inquiry.id, slotId })) done(t('dates.done.chosen'));
  };
  return (
    <Section title={t('dates.choose')} id="choose">
      <ErrorSummary refusal={refusal} />
      <ul className="flex flex-col gap-3">
        {open.map((slot) => (
          <li
            key={slot.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-8 border border-solid-gray-420 px-5 py-4"
          >
            <span className="min-w-0 flex-1 basis-64">
              <SlotLine slot={slot} />
              <span className="block text-dns-14N-130 text-solid-gray-700">
                <SlotWhy slot={slot} />
              </span>
            </span>
            <Button
              look="primary"
              busy={busy && chosen === slot.id}
              aria-label={t('dates.thisOneOf', {
                slot: `${shortDate(tokyo(slot.startsAt).date)} ${timeRange(slot.startsAt, slot.endsAt)}`,
              })}
              onClick={() => void choose(slot.id)}
            >
              {t('dates.thisOne')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
