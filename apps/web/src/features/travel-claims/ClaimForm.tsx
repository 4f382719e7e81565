import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { yenOf } from '../../i18n/money';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { DateField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { type ClaimDraft, draftOf, inputOf } from './journey-draft';
import { LegFields, NightFields, ReceiptFields } from './JourneyFields';
import {
  type ClaimRecord,
  DiscardClaimDocument,
  ReviseClaimDocument,
  SubmitClaimDocument,
} from './travel-claims.documents';

const ENDS = ['OFFICE', 'HOME'] as const;
const SHARES = ['VISITS', 'HALF_DAYS'] as const;
const CONCERNS = 'TravelClaim Visit';

/** The way stands there already: whoever drove hands it in as it is. */
export function ClaimForm({ claim }: { readonly claim: ClaimRecord }) {
  const { t } = useTranslation();
  const done = useDone();
  const [draft, setDraft] = useState<ClaimDraft>(() => draftOf(claim));
  const [version, setVersion] = useState(claim.version);
  const [dirty, setDirty] = useState(false);
  const revise = useAction(ReviseClaimDocument, CONCERNS);
  const submit = useAction(SubmitClaimDocument, CONCERNS);
  const change = (part: Partial<ClaimDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setDirty(true);
  };

  const save = async (): Promise<boolean> => {
    const saved = (await revise.run({ input: inputOf(claim.id, version, draft) }))?.reviseTravelClaim;
    if (!saved) return false;
    setVersion(saved.version);
    setDirty(false);
    return true;
  };
  const keep = async () => {
    if (await save()) done(t('travelClaims.saved'));
  };
  const handIn = async () => {
    if (dirty && !(await save())) return;
    const handed = (await submit.run({ id: claim.id }))?.submitTravelClaim;
    if (handed) done(t('travelClaims.submitted', { yen: yenOf(handed.totalYen) }));
  };
  const refusal = revise.refusal ?? submit.refusal;
  return (
    <>
      <UnsavedGuard unsaved={dirty} />
      <Form
        labels={{
          fromOn: t('travelClaims.fromOn'),
          toOn: t('travelClaims.toOn'),
          startsFrom: t('travelClaims.startsFrom'),
          endsAt: t('travelClaims.endsAt'),
          shareRule: t('travelClaims.shareRule'),
        }}
        refusal={refusal && atRows(refusal)}
        onSubmit={() => void handIn()}
        label={t('travelClaims.formLabel')}
      >
        <Section title={t('travelClaims.legs')} id="legs">
          <LegFields draft={draft} onChange={change} />
        </Section>
        <Section title={t('travelClaims.nights')} id="nights">
          <NightFields draft={draft} onChange={change} />
        </Section>
        <Section title={t('travelClaims.receipts')} id="receipts">
          <p>{t('travelClaims.receiptsLead')}</p>
          <ReceiptFields draft={draft} onChange={change} />
        </Section>
        <details>
          <summary className="cursor-pointer text-std-16N-170">{t('travelClaims.more')}</summary>
          <div className="mt-4 flex flex-col gap-6">
            <div className="grid gap-4 sm:grid-cols-2">
              <DateField
                name="fromOn"
                required
                value={draft.fromOn}
                onChange={(fromOn) => change({ fromOn })}
              />
              <DateField name="toOn" required value={draft.toOn} onChange={(toOn) => change({ toOn })} />
            </div>
            {(['startsFrom', 'endsAt'] as const).map((name) => (
              <Choice
                key={name}
                name={name}
                layout="row"
                required
                value={draft[name]}
                onChange={(chosen) => change({ [name]: ENDS.find((one) => one === chosen) ?? 'OFFICE' })}
                options={ENDS.map((one) => ({ value: one, label: t(`travelClaims.ends.${one}`) }))}
              />
            ))}
            {claim.visits.length > 1 && (
              <Choice
                name="shareRule"
                layout="row"
                required
                value={draft.shareRule}
                onChange={(chosen) => change({ shareRule: SHARES.find((one) => one === chosen) ?? 'VISITS' })}
                options={SHARES.map((one) => ({ value: one, label: t(`travelClaims.shares.${one}`) }))}
              />
            )}
          </div>
        </details>
        <Actions>
          <Button type="submit" look="primary" busy={submit.busy || revise.busy}>
            {t('travelClaims.submit')}
          </Button>
          <Button busy={revise.busy} onClick={() => void keep()}>
            {t('travelClaims.save')}
          </Button>
          <DiscardButton id={claim.id} onDiscard={() => setDirty(false)} />
        </Actions>
      </Form>
    </>
  );
}

/** The server names a row by its place: said with its number. */
const atRows = (refusal: Refusal): Refusal => ({
  ...refusal,
  faults: refusal.faults.map(({ path, message }) => {
    const place = /^(legs|nights|receipts)\.(\d+)\./.exec(path);
    return place && message !== null
      ? { path, message: `${Number(place[2]) + 1}: ${message}` }
      : { path, message };
  }),
});

function DiscardButton({ id, onDiscard }: { readonly id: string; readonly onDiscard: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { run, busy, refusal } = useAction(DiscardClaimDocument, CONCERNS);
  const discard = async () => {
    if (!(await run({ id }))) return;
    onDiscard();
    done(t('travelClaims.discarded'));
    void navigate('/engagements/travel-claims');
  };
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('travelClaims.discard')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('travelClaims.discardTitle')}
          open
          onClose={() => setAsking(false)}
          confirm={t('travelClaims.discard')}
          busy={busy}
          refusal={refusal}
          onConfirm={() => void discard()}
        >
          <p>{t('travelClaims.discardText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
