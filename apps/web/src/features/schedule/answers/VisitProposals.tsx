import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { useLoad } from '../../../gql/use-load';
import { shortInstant } from '../../../i18n/dates';
import { AsWritten } from '../../../ui/AsWritten';
import { Button } from '../../../ui/Button';
import { useDone } from '../../../ui/Done';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Section } from '../../../ui/Page';
import { type Proposal, VisitProposalsDocument, WithdrawDocument } from './answers.documents';
import { DecideProposal } from './DecideProposal';
import { ProposalStatus, useSpanWords } from './ProposalWords';

/** Other days that were asked for, the newest first; nothing where nobody asked. */
export function VisitProposals({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation();
  const load = useLoad(VisitProposalsDocument, { id: visitId }, { about: ['VisitProposal', 'Visit'] });
  const proposals = load.data?.visit.proposals ?? [];
  if (proposals.length === 0) return null;
  return (
    <Section title={t('answers.title')} id="proposals">
      {proposals.toReversed().map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} />
      ))}
    </Section>
  );
}

function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const say = useSpanWords(proposal.side);
  const may = proposal.viewerActions;
  return (
    <article
      aria-label={t(`answers.by.${proposal.side}`)}
      className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 p-4"
    >
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-std-16B-170">{t(`answers.by.${proposal.side}`)}</span>
        <ProposalStatus status={proposal.status} />
      </p>
      <p className="text-dns-14N-130 text-solid-gray-700">
        {shortInstant(proposal.madeAt)} <AsWritten>{proposal.madeByName}</AsWritten>
      </p>
      {proposal.note && <AsWritten block>{proposal.note}</AsWritten>}
      {may.includes('ACCEPT') ? (
        <DecideProposal proposal={proposal} />
      ) : (
        <ul className="list-disc pl-6">
          {proposal.slots.map((slot, i) => (
            <li key={slot.from}>
              {say(slot)}
              {proposal.acceptedSlot === i && <strong className="ml-2">{t('answers.chosen')}</strong>}
            </li>
          ))}
        </ul>
      )}
      {proposal.status !== 'OPEN' && proposal.settledAt && (
        <p>
          {shortInstant(proposal.settledAt)} <AsWritten>{proposal.settledByName ?? ''}</AsWritten>
          {proposal.reason && (
            <>
              {t('answers.said')}
              <AsWritten>{proposal.reason}</AsWritten>
            </>
          )}
        </p>
      )}
      {may.includes('WITHDRAW') && <WithdrawButton id={proposal.id} />}
    </article>
  );
}

function WithdrawButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(WithdrawDocument);
  return (
    <div className="flex flex-col gap-2">
      <ErrorSummary refusal={refusal} />
      <div>
        <Button
          size="small"
          busy={busy}
          onClick={() => void run({ id }).then((made) => made && done(t('answers.withdrawn')))}
        >
          {t('answers.withdraw')}
        </Button>
      </div>
    </div>
  );
}
