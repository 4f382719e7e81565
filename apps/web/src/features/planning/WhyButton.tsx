import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { ExplainDocument } from './answers.documents';
import type { ProposedRow } from './plans.documents';
import { PriceWords } from './PriceWords';
import { SlotWords } from './SlotWords';

/** Why this person and this day: what it costs, and what the next best would cost more. */
export function WhyButton({ visit, label }: { readonly visit: ProposedRow; readonly label: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        look="quiet"
        className="whitespace-nowrap"
        onClick={() => setOpen(true)}
        aria-label={label}
      >
        {t('planning.why.button')}
      </Button>
      {open && <WhyDialog visit={visit} onClose={() => setOpen(false)} />}
    </>
  );
}

interface WhyProps {
  readonly visit: Pick<ProposedRow, 'id' | 'visitNo' | 'municipality'> & {
    readonly supportRequest: { readonly title: string };
  };
  readonly onClose: () => void;
}

/** The same for whoever asks by another way. */
export function WhyDialog({ visit, onClose }: WhyProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('planning.why.title')} open onClose={onClose}>
      <p>
        {nameOf(visit.municipality)} <AsWritten>{visit.supportRequest.title}</AsWritten>{' '}
        <span className="whitespace-nowrap">{t('schedule.nth', { n: visit.visitNo })}</span>
      </p>
      <Why id={visit.id} />
    </Dialog>
  );
}

function Why({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const load = useLoad(ExplainDocument, { id });
  return (
    <Loaded of={load}>
      {({ explainProposedVisit: { slot, price, alternatives } }) => (
        <div className="flex flex-col gap-4">
          {slot && (
            <p>
              <SlotWords slot={slot} />
            </p>
          )}
          <h3 className="text-std-16B-170">{t('planning.why.price')}</h3>
          {price && <PriceWords price={price} />}
          <h3 className="text-std-16B-170">{t('planning.why.alternatives')}</h3>
          {alternatives.length === 0 ? (
            <p>{t('planning.why.none')}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {alternatives.map((one) => (
                <li key={`${one.slot.specialistId} ${one.slot.startsAt}`}>
                  <SlotWords slot={one.slot} />
                  <PriceWords price={one.price} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Loaded>
  );
}
