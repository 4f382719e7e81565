import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { useLoad } from '../../../gql/use-load';
import { WordsDialog } from '../../../ui/AskDialog';
import { Button } from '../../../ui/Button';
import { useDone } from '../../../ui/Done';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { shortDate, timeRange, tokyo } from '../../../i18n/dates';
import {
  AcceptDayDocument,
  JudgedDocument,
  type OpenSlot,
  type Proposal,
  RefuseDocument,
} from './answers.documents';
import { useSpanWords } from './ProposalWords';
import { SlotEffects } from './SlotEffects';

/** The hub takes one of the days, judged as they stand now, or leaves the visit where it is. */
export function DecideProposal({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const done = useDone();
  const say = useSpanWords(proposal.side);
  const load = useLoad(JudgedDocument, { id: proposal.id }, { about: ['VisitProposal', 'Visit'] });
  const accept = useAction(AcceptDayDocument);
  const take = async (slot: number) => {
    if (await accept.run({ id: proposal.id, slot, reason: null })) done(t('answers.decide.accepted'));
  };
  return (
    <div className="flex flex-col gap-3">
      <ErrorSummary refusal={accept.refusal} />
      <Loaded of={load}>
        {({ judgedProposal }) => (
          <ul className="flex flex-col gap-2">
            {judgedProposal.map(({ index, proposed, open }) => (
              <li
                key={index}
                className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-300 pt-2"
              >
                <span>
                  {say(proposed)}
                  {open ? <Lies open={open} side={proposal.side} /> : <TakenWords />}
                </span>
                {open && (
                  <Button
                    size="small"
                    look="primary"
                    busy={accept.busy}
                    aria-label={t('answers.decide.acceptThis', { slot: say(proposed) })}
                    onClick={() => void take(index)}
                  >
                    {t('answers.decide.accept')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <RefuseButton id={proposal.id} />
    </div>
  );
}

/** Where exactly it would lie, and what that means. */
function Lies({ open, side }: { readonly open: OpenSlot; readonly side: Proposal['side'] }) {
  const { startsAt, endsAt } = open.slot;
  return (
    <>
      {side === 'TOWN' && (
        <span className="ml-2 whitespace-nowrap">
          {shortDate(tokyo(startsAt).date)} {timeRange(startsAt, endsAt)}
        </span>
      )}
      <SlotEffects open={open} />
    </>
  );
}

function TakenWords() {
  const { t } = useTranslation();
  return <span className="block text-dns-14N-130 text-error-2">{t('answers.decide.taken')}</span>;
}

function RefuseButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(RefuseDocument);
  const refuse = async (reason: string) => {
    if (!(await run({ id, reason }))) return;
    setOpen(false);
    done(t('answers.decide.refused'));
  };
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('answers.decide.refuse')}
      </Button>
      <WordsDialog
        title={t('answers.decide.refuseTitle')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('answers.decide.refuse')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('answers.decide.reason')}
        hint={t('answers.decide.reasonHint')}
        onConfirm={(reason) => void refuse(reason)}
      />
    </div>
  );
}
