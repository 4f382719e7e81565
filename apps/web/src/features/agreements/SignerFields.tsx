import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import { SelectField, TextField } from '../../ui/fields';
import { type DraftSigner, newSigner } from './agreement-draft';
import { CAPACITIES, isCapacity } from './agreement-words';
import type { PartyRow } from './parties.documents';

interface Props {
  readonly signers: readonly DraftSigner[];
  readonly known: readonly PartyRow[];
  readonly onChange: (signers: readonly DraftSigner[]) => void;
}

/** Who signs, in the order of the document: 甲, 乙, 丙 … */
export function SignerFields({ signers, known, onChange }: Props) {
  const { t } = useTranslation();
  const set = (key: number, part: Partial<DraftSigner>) =>
    onChange(signers.map((signer) => (signer.key === key ? { ...signer, ...part } : signer)));
  return (
    <FieldGroup name="parties" required hint={t('agreements.form.partiesHint')}>
      <div className="flex flex-col gap-6">
        {signers.map((signer, i) => (
          <div
            key={signer.key}
            className="grid items-start gap-4 border-l-4 border-solid-gray-300 pl-4 sm:grid-cols-2"
          >
            <SelectField
              name={`parties-${i}-partyId`}
              required
              empty={t('ui.choose')}
              value={signer.partyId}
              onChange={(partyId) => set(signer.key, { partyId })}
              options={known.map((party) => ({ value: party.id, label: nameOf(party) }))}
            />
            <SelectField
              name={`parties-${i}-capacity`}
              required
              value={signer.capacity}
              onChange={(capacity) => isCapacity(capacity) && set(signer.key, { capacity })}
              options={CAPACITIES.map((one) => ({ value: one, label: t(`agreements.capacity.${one}`) }))}
            />
            <TextField
              name={`parties-${i}-signatoryTitle`}
              required
              value={signer.signatoryTitle}
              onChange={(signatoryTitle) => set(signer.key, { signatoryTitle })}
            />
            <TextField
              name={`parties-${i}-signatoryName`}
              required
              value={signer.signatoryName}
              onChange={(signatoryName) => set(signer.key, { signatoryName })}
            />
            {signers.length > 2 && (
              <div>
                <Button
                  size="small"
                  onClick={() => onChange(signers.filter(({ key }) => key !== signer.key))}
                >
                  {t('agreements.form.removeParty', { no: i + 1 })}
                </Button>
              </div>
            )}
          </div>
        ))}
        <div>
          <Button onClick={() => onChange([...signers, newSigner()])}>{t('agreements.form.addParty')}</Button>
        </div>
      </div>
    </FieldGroup>
  );
}
