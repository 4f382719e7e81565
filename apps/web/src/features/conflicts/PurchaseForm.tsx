import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { SelectField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { type PurchaseRow, SetProcurementDocument } from './conflicts.documents';

const PHASES = ['NONE', 'MARKET_RESEARCH', 'SPECIFICATION', 'BIDDING', 'EVALUATION', 'CONTRACTED'] as const;

interface Firm {
  readonly name: string;
  readonly corporateNumber: string | null;
}

/** A name, and the corporate number where one follows a comma. */
const NUMBERED = /^(.+?)\s*[,，、]\s*([0-9０-９\s-]+)$/u;

const lineOf = ({ name, corporateNumber }: Firm): string =>
  corporateNumber ? `${name}, ${corporateNumber}` : name;

function firmOf(line: string): Firm {
  const [, name = line, corporateNumber = null] = NUMBERED.exec(line) ?? [];
  return { name, corporateNumber };
}

const firmsIn = (lines: string): Firm[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(firmOf);

interface Props {
  readonly purchase: PurchaseRow;
  readonly onSaved: () => void;
  /** Somebody else was first: what stands now is shown, what was typed stays. */
  readonly onOvertaken: () => void;
}

export function PurchaseForm({ purchase, onSaved, onOvertaken }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [phase, setPhase] = useState<(typeof PHASES)[number]>(purchase.phase);
  const [vendors, setVendors] = useState(purchase.vendors.map(lineOf).join('\n'));
  const { run, busy, refusal } = useAction(
    SetProcurementDocument,
    'Procurement SupportRequest Consultation CandidateRanking',
  );
  const save = async () => {
    const input = { caseId: purchase.caseId, version: purchase.version, phase, vendors: firmsIn(vendors) };
    if (!(await run({ input }))) return onOvertaken();
    done(t('conflicts.procurement.saved'));
    onSaved();
  };
  return (
    <Form
      labels={{ phase: t('conflicts.procurement.stands'), vendors: t('conflicts.procurement.vendors') }}
      refusal={refusal}
      onSubmit={() => void save()}
      label={t('conflicts.procurement.save')}
    >
      <SelectField
        name="phase"
        required
        value={phase}
        onChange={(chosen) => setPhase(PHASES.find((one) => one === chosen) ?? 'NONE')}
        options={PHASES.map((one) => ({ value: one, label: t(`conflicts.phase.${one}`) }))}
      />
      <TextAreaField
        name="vendors"
        rows={4}
        hint={t('conflicts.procurement.vendorsHint')}
        value={vendors}
        onChange={setVendors}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('conflicts.procurement.save')}
        </Button>
      </div>
    </Form>
  );
}
