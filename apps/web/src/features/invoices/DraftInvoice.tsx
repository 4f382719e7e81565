import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { addDays } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { type BillableAgreement, BillableDocument, DraftInvoiceDocument } from './invoices.documents';

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;
const lastOfMonth = (date: string): string => addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1);
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Whom, and for which months: the last one that is over stands there already. */
export function DraftInvoice() {
  const { t } = useTranslation();
  const load = useLoad(BillableDocument, {}, { about: ['CostAgreement'] });
  return (
    <Loaded of={load}>
      {({ costAgreements }) =>
        costAgreements.length === 0 ? (
          <Empty>{t('costs.none')}</Empty>
        ) : (
          <DraftForm agreements={costAgreements} />
        )
      }
    </Loaded>
  );
}

function DraftForm({ agreements }: { readonly agreements: readonly BillableAgreement[] }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const lastMonth = addDays(firstOfMonth(today), -1);
  const [agreementId, setAgreementId] = useState(agreements[0]?.id ?? '');
  const [partyId, setPartyId] = useState('');
  const [from, setFrom] = useState(firstOfMonth(lastMonth));
  const [to, setTo] = useState(lastMonth);
  const { run, busy, refusal } = useAction(DraftInvoiceDocument, 'Invoice');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const agreement = agreements.find(({ id }) => id === agreementId);
  const make = async () => {
    const empty = [
      ...(partyId === '' ? ['partyId'] : []),
      ...(from === '' ? ['from'] : []),
      ...(to === '' ? ['to'] : []),
    ];
    setMissing(emptyFields(empty));
    if (!agreement || empty.length > 0) return;
    // Any day of a month stands for the month, as far as the agreement goes.
    const period = {
      from: later(firstOfMonth(from), agreement.startsOn),
      to: earlier(lastOfMonth(to), agreement.endsOn),
    };
    const drafted = (await run({ input: { agreementId, partyId, ...period } }))?.draftInvoice;
    if (!drafted) return;
    const party = drafted.party ? nameOf(drafted.party) : '';
    done(t('invoices.made', { party }), `/engagements/invoices/${drafted.id}`);
  };
  return (
    <Form
      labels={{
        agreementId: t('invoices.agreement'),
        partyId: t('invoices.party'),
        from: t('invoices.from'),
        to: t('invoices.to'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void make()}
      label={t('invoices.draft')}
    >
      <SelectField
        name="agreementId"
        required
        value={agreementId}
        onChange={(id) => {
          setAgreementId(id);
          setPartyId('');
        }}
        options={agreements.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <SelectField
        name="partyId"
        required
        empty={t('invoices.choose')}
        value={partyId}
        onChange={setPartyId}
        options={(agreement?.parties ?? []).map((party) => ({ value: party.id, label: nameOf(party) }))}
      />
      <DateField
        name="from"
        required
        hint={t('invoices.monthHint')}
        max={lastMonth}
        value={from}
        onChange={setFrom}
      />
      <DateField
        name="to"
        required
        hint={t('invoices.monthHint')}
        max={lastMonth}
        value={to}
        onChange={setTo}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('invoices.make')}
        </Button>
      </div>
    </Form>
  );
}
