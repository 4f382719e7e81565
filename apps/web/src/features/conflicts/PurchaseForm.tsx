import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import type { SayValue } from '../../ui/NewerValues';
import { type PurchaseRow, SetProcurementDocument } from './conflicts.documents';
import { inputOf, PHASES, PurchaseFields, typedOf } from './PurchaseFields';

interface Props {
  readonly purchase: PurchaseRow;
  readonly onSaved: () => void;
  /** Somebody else was first: what stands now is shown, what was typed stays. */
  readonly onOvertaken: () => void;
}

export function PurchaseForm({ purchase, onSaved, onOvertaken }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [typed, setTyped] = useState(() => typedOf(purchase));
  const { run, busy, refusal } = useAction(
    SetProcurementDocument,
    'Procurement SupportRequest Consultation CandidateRanking',
  );
  const save = async () => {
    const input = { caseId: purchase.caseId, version: purchase.version, ...inputOf(typed) };
    if (!(await run({ input }))) return onOvertaken();
    done(t('conflicts.procurement.saved'));
    onSaved();
  };
  const sayPurchase: SayValue = (_, value) => {
    if (Array.isArray(value)) return value.join(t('ui.listMark')) || null;
    const phase = PHASES.find((one) => one === value);
    return phase ? t(`conflicts.phase.${phase}`) : null;
  };
  return (
    <Form
      labels={{ phase: t('conflicts.procurement.stands'), vendors: t('conflicts.procurement.vendors') }}
      refusal={refusal}
      sayValue={sayPurchase}
      onSubmit={() => void save()}
      label={t('conflicts.procurement.save')}
    >
      <PurchaseFields typed={typed} onChange={setTyped} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('conflicts.procurement.save')}
        </Button>
      </div>
    </Form>
  );
}
