import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextAreaField } from '../../ui/fields';
import { OnWish } from './OnWish';

export const PHASES = [
  'NONE',
  'MARKET_RESEARCH',
  'SPECIFICATION',
  'BIDDING',
  'EVALUATION',
  'CONTRACTED',
] as const;

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

type Phase = (typeof PHASES)[number];

/** What is in the two fields. */
export interface TypedPurchase {
  readonly phase: Phase;
  /** One firm to a line. */
  readonly vendors: string;
}

interface Purchase {
  readonly phase: Phase;
  readonly vendors: readonly Firm[];
}

export const typedOf = ({ phase, vendors }: Purchase): TypedPurchase => ({
  phase,
  vendors: vendors.map(lineOf).join('\n'),
});

export const inputOf = ({ phase, vendors }: TypedPurchase): { phase: Phase; vendors: Firm[] } => ({
  phase,
  vendors: firmsIn(vendors),
});

interface FieldsProps {
  readonly typed: TypedPurchase;
  readonly onChange: (typed: TypedPurchase) => void;
}

export function PurchaseFields({ typed, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="phase"
        required
        value={typed.phase}
        onChange={(chosen) =>
          onChange({ ...typed, phase: PHASES.find((one) => one === chosen) ?? typed.phase })
        }
        options={PHASES.map((one) => ({ value: one, label: t(`conflicts.phase.${one}`) }))}
      />
      <TextAreaField
        name="vendors"
        rows={4}
        hint={t('conflicts.procurement.vendorsHint')}
        value={typed.vendors}
        onChange={(vendors) => onChange({ ...typed, vendors })}
      />
    </>
  );
}

const FIRST: TypedPurchase = { phase: 'MARKET_RESEARCH', vendors: '' };

/** For a form that is about something else: the two fields come where the case is about a purchase. */
export function PurchaseOnWish({
  of,
  onChange,
}: {
  readonly of: 'question' | 'request';
  readonly onChange: (purchase: ReturnType<typeof inputOf>) => void;
}) {
  const { t } = useTranslation();
  const words = of === 'request' ? 'forRequest' : 'asked';
  const [typed, setTyped] = useState(FIRST);
  const change = (now: TypedPurchase) => {
    setTyped(now);
    onChange(inputOf(now));
  };
  return (
    <OnWish label={t(`conflicts.procurement.${words}`)} onOpen={() => onChange(inputOf(typed))}>
      {() => (
        <>
          <p>{t(`conflicts.procurement.${words}Lead`)}</p>
          <PurchaseFields typed={typed} onChange={change} />
        </>
      )}
    </OnWish>
  );
}
