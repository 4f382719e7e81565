import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { PlainNumber, PlainSelect } from './PlainFields';
import type { MatrixPage } from './costs.documents';
import {
  AMOUNT_RULES,
  ITEMS,
  type LineDraft,
  SHARE_RULES,
  SOURCES,
  takesDays,
  takesYen,
} from './matrix-draft';

interface Props {
  readonly line: LineDraft;
  readonly no: number;
  /** Of the field that names the row. */
  readonly name: string;
  readonly agreement: MatrixPage['costAgreement'];
  readonly onChange: (line: LineDraft) => void;
  readonly onRemove: (() => void) | null;
}

const oneOf = <Word extends string>(words: readonly Word[], chosen: string, otherwise: Word): Word =>
  words.find((word) => word === chosen) ?? otherwise;

/** One row of the matrix: the item, how its amount arises and who bears it. */
export function LineFields({ line, no, name, agreement, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const set = (change: Partial<LineDraft>) => onChange({ ...line, ...change });
  const title = t('costs.line', { no });
  return (
    <fieldset aria-labelledby={id} className="flex flex-col gap-6">
      <legend id={id} className="mb-4 w-full border-b border-solid-gray-300 pb-2 text-std-17B-170">
        {title}
      </legend>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <PlainSelect
          label={t('costs.item')}
          value={line.item}
          onChange={(chosen) => set({ item: oneOf(ITEMS, chosen, 'OTHER') })}
          options={ITEMS.map((one) => ({ value: one, label: t(`costs.items.${one}`) }))}
        />
        <PlainSelect
          label={t('costs.clause')}
          value={line.clauseNo}
          onChange={(clauseNo) => set({ clauseNo })}
          options={agreement.clauses.map(({ no: clause, heading }) => ({
            value: String(clause),
            label: t('costs.clauseOption', { no: clause, heading }),
          }))}
        />
      </div>
      <TextField name={name} required value={line.label} onChange={(label) => set({ label })} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <PlainSelect
          label={t('costs.amount')}
          value={line.amountRule}
          onChange={(chosen) => set({ amountRule: oneOf(AMOUNT_RULES, chosen, 'MONTHLY') })}
          options={AMOUNT_RULES.map((one) => ({ value: one, label: t(`costs.rules.${one}`) }))}
        />
        {takesYen(line) && (
          <PlainNumber label={t('costs.yen')} value={line.yen} onChange={(yen) => set({ yen })} min={1} />
        )}
        <PlainSelect
          label={t('costs.sharing')}
          value={line.shareRule}
          onChange={(chosen) => set({ shareRule: oneOf(SHARE_RULES, chosen, 'FIXED') })}
          options={SHARE_RULES.map((one) => ({ value: one, label: t(`costs.shareRules.${one}`) }))}
        />
        {takesDays(line) && (
          <PlainSelect
            label={t('costs.source')}
            value={line.daySource}
            onChange={(chosen) => set({ daySource: SOURCES.find((one) => one === chosen) ?? '' })}
            options={[
              { value: '', label: '—' },
              ...SOURCES.map((one) => ({ value: one, label: t(`costs.sources.${one}`) })),
            ]}
          />
        )}
      </div>
      <p className="text-dns-14N-130 text-solid-gray-700">{t('costs.weightHint')}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        {agreement.parties.map((party) => (
          <PlainNumber
            key={party.id}
            label={t('costs.weight', { name: nameOf(party) })}
            value={line.shares[party.id] ?? null}
            onChange={(share) => set({ shares: { ...line.shares, [party.id]: share } })}
            min={0}
          />
        ))}
        <PlainSelect
          label={t('costs.remainderHint')}
          value={line.remainderPartyId}
          onChange={(remainderPartyId) => set({ remainderPartyId })}
          options={[
            { value: '', label: t('costs.remainderDefault') },
            ...agreement.parties.map((party) => ({ value: party.id, label: nameOf(party) })),
          ]}
        />
      </div>
      {onRemove && (
        <div>
          <Button size="small" onClick={onRemove}>
            {t('costs.removeLine', { no })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
