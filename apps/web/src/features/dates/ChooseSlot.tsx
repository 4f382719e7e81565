import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { ChooseDateDocument, type Inquiry } from './dates.documents';
import { SlotLine, SlotWhy } from './InquiryWords';

/** これでお願いします: one of the offered slots, in one step. */
export function ChooseSlot({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const done = useDone();
  const open = inquiry.slots.filter(({ outcome }) => outcome === 'OFFERED');
  const [slotId, setSlotId] = useState(open[0]?.id ?? '');
  const { run, busy, refusal } = useAction(ChooseDateDocument, 'DateInquiry Visit SupportRequest');
  const choose = async () => {
    if (await run({ id: inquiry.id, slotId })) done(t('dates.done.chosen'));
  };
  return (
    <Section title={t('dates.choose')} id="choose">
      <Form labels={{ slotId: t('dates.slots') }} refusal={refusal} onSubmit={() => void choose()}>
        <Choice
          name="slotId"
          required
          value={slotId}
          onChange={setSlotId}
          options={open.map((slot) => ({
            value: slot.id,
            label: <SlotLine slot={slot} />,
            hint: <SlotWhy slot={slot} />,
          }))}
        />
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('dates.thisOne')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
