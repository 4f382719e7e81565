import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import type { ResultOf } from '../../gql/graphql';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { FixDateDocument, HalvesToFixDocument, type Inquiry } from './dates.documents';
import { SlotLine, SlotWhy, useHalfWords } from './InquiryWords';

type Fixable = ResultOf<typeof HalvesToFixDocument>['halvesToFix'];

/** The hub fixes a half-day: only what can be held is there, by the town's answers first. */
export function FixHalf({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const wordsOf = useHalfWords();
  const load = useLoad(HalvesToFixDocument, { id: inquiry.id });
  const refused = inquiry.halves.filter(({ isRefused }) => isRefused);
  return (
    <Section title={t('dates.fixTitle')} id="fix">
      {refused.length > 0 && (
        <Notice tone="warning">
          {t('dates.refusedAll', { halves: refused.map(wordsOf).join(t('dates.comma')) })}
        </Notice>
      )}
      <Loaded of={load}>
        {({ halvesToFix }) =>
          halvesToFix.length === 0 ? (
            <Empty>{t('dates.nothingToFix')}</Empty>
          ) : (
            <FixForm inquiry={inquiry} halves={halvesToFix} />
          )
        }
      </Loaded>
    </Section>
  );
}

function FixForm({ inquiry, halves }: { readonly inquiry: Inquiry; readonly halves: Fixable }) {
  const { t } = useTranslation();
  const done = useDone();
  const [key, setKey] = useState(halves[0]?.slot.key ?? '');
  const { run, busy, refusal } = useAction(FixDateDocument, 'DateInquiry Visit SupportRequest');
  const fix = async () => {
    const chosen = halves.find(({ slot }) => slot.key === key);
    if (!chosen) return;
    const { date, half } = chosen;
    if (await run({ id: inquiry.id, input: { date, half, slotKey: key } })) done(t('dates.done.fixed'));
  };
  return (
    <Form labels={{ slotKey: t('dates.slots') }} refusal={refusal} onSubmit={() => void fix()}>
      <Choice
        name="slotKey"
        required
        hint={t('dates.fixHint')}
        value={key}
        onChange={setKey}
        options={halves.map(({ slot, yes, maybe, no }) => ({
          value: slot.key,
          label: (
            <>
              <SlotLine slot={slot} />{' '}
              <span className="inline-block">{t('dates.counts', { yes, maybe, no })}</span>
            </>
          ),
          hint: <SlotWhy slot={slot} />,
        }))}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('dates.fix')}
        </Button>
      </div>
    </Form>
  );
}
