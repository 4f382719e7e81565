import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { currentLanguage } from '../../i18n';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { CheckBox, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { RECEIPTS } from './journey-draft';
import { PlainNumber } from './Plain';
import { REGIONS } from './regions';
import {
  type Payer,
  type ReceiptKind,
  type RuleKind,
  type RuleVersion,
  SetRuleDocument,
} from './travel-rules.documents';

interface Props {
  readonly kinds: readonly RuleKind[];
  readonly versions: readonly RuleVersion[];
  readonly payers: readonly Payer[];
  readonly onDone: () => void;
}

type Figures = Readonly<Record<string, number | null>>;
const keyed = (rows: readonly { readonly key: string; readonly yen: number }[]): Figures =>
  Object.fromEntries(rows.map(({ key, yen }) => [key, yen]));
const listed = (figures: Figures) =>
  Object.entries(figures).flatMap(([key, yen]) => (yen === null ? [] : [{ key, yen }]));

/** A new version for one body; what was there, or what is known publicly, stands there to start from. */
export function RuleForm({ kinds, versions, payers, onDone }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const isEnglish = currentLanguage() === 'en';
  const latestOf = (party: string) =>
    versions
      .filter((one) => (one.partyId ?? '') === party)
      .reduce<RuleVersion | null>((last, one) => (last && last.version > one.version ? last : one), null);
  const [present] = useState(() => latestOf(''));
  const [partyId, setPartyId] = useState('');
  const [ruleId, setRuleId] = useState(present?.ruleCode ?? kinds[0]?.id ?? '');
  const kind = kinds.find(({ id }) => id === ruleId);
  const start = present ?? kind;
  const [validFrom, setValidFrom] = useState(today);
  const [title, setTitle] = useState(start?.title ?? '');
  const [amounts, setAmounts] = useState<Figures>(keyed(start?.amounts ?? []));
  const [ceilings, setCeilings] = useState<Figures>(keyed(start?.ceilings ?? []));
  const [receiptFor, setReceiptFor] = useState<readonly ReceiptKind[]>(start?.receiptFor ?? []);
  const [source, setSource] = useState(
    present?.source ?? (isEnglish ? kind?.sourceEn : kind?.sourceJa) ?? '',
  );
  const [checked, setChecked] = useState(false);
  const { run, busy, refusal } = useAction(SetRuleDocument, 'TravelRuleVersion TravelClaim');
  const [missing, setMissing] = useState<Refusal | null>(null);

  const startFrom = (party: string, rule: string) => {
    const latest = latestOf(party);
    const before = latest?.ruleCode === rule ? latest : undefined;
    const template = kinds.find(({ id }) => id === rule);
    const from = before ?? template;
    setTitle(from?.title ?? '');
    setAmounts(keyed(from?.amounts ?? []));
    setCeilings(keyed(from?.ceilings ?? []));
    setReceiptFor(from?.receiptFor ?? []);
    setSource(before?.source ?? (isEnglish ? template?.sourceEn : template?.sourceJa) ?? '');
    setChecked(false);
  };
  const save = async () => {
    const empty = [
      ...(validFrom === '' ? ['validFrom'] : []),
      ...(title.trim() === '' ? ['title'] : []),
      ...(source.trim() === '' ? ['source'] : []),
    ];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const input = {
      partyId: partyId || null,
      validFrom,
      ruleId,
      title,
      amounts: listed(amounts).filter(({ key }) => kind?.figures.some((figure) => figure.key === key)),
      ceilings: kind?.usesCeilings ? listed(ceilings) : [],
      receiptFor: [...receiptFor],
      source,
      checked,
      version: latestOf(partyId)?.version ?? 0,
    };
    const set = (await run({ input }))?.setTravelRule;
    if (!set) return;
    done(t('travelClaims.ruleSet', { version: set.version, from: longDate(set.validFrom) }));
    onDone();
  };
  return (
    <Form
      labels={{
        partyId: t('travelClaims.body'),
        ruleId: t('travelClaims.ruleKind'),
        validFrom: t('travelClaims.validFrom'),
        title: t('travelClaims.ruleTitle'),
        source: t('travelClaims.source'),
        ...Object.fromEntries(
          (kind?.figures ?? []).map(({ key, labelJa, labelEn }) => [
            `amounts.${key}`,
            isEnglish ? labelEn : labelJa,
          ]),
        ),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
      label={t('travelClaims.setRule')}
    >
      <SelectField
        name="partyId"
        value={partyId}
        required
        onChange={(party) => {
          setPartyId(party);
          startFrom(party, ruleId);
        }}
        options={[
          { value: '', label: t('travelClaims.prefecture') },
          ...payers
            .filter(({ kind: of }) => of !== 'PREFECTURE')
            .map((payer) => ({ value: payer.id, label: nameOf(payer) })),
        ]}
      />
      <SelectField
        name="ruleId"
        value={ruleId}
        required
        onChange={(rule) => {
          setRuleId(rule);
          startFrom(partyId, rule);
        }}
        options={kinds.map(({ id, nameJa, nameEn }) => ({ value: id, label: isEnglish ? nameEn : nameJa }))}
      />
      <Notice title={t('travelClaims.checkFirst')}>{isEnglish ? kind?.sourceEn : kind?.sourceJa}</Notice>
      <DateField
        name="validFrom"
        required
        hint={t('travelClaims.validFromHint')}
        value={validFrom}
        onChange={setValidFrom}
      />
      <TextField name="title" required value={title} onChange={setTitle} />
      {kind?.figures.map(({ key, required }) => (
        <NumberField
          key={key}
          name={`amounts.${key}`}
          required={required}
          min={0}
          unit={t('travelClaims.yenUnit')}
          value={amounts[key] ?? null}
          onChange={(yen) => setAmounts({ ...amounts, [key]: yen })}
        />
      ))}
      {kind?.usesCeilings && (
        <details>
          <summary className="cursor-pointer text-std-16N-170">{t('travelClaims.ceilings')}</summary>
          <div className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-6">
            {REGIONS.map((region) => (
              <PlainNumber
                key={region.id}
                label={nameOf(region)}
                value={ceilings[region.id] ?? null}
                onChange={(yen) => setCeilings({ ...ceilings, [region.id]: yen })}
              />
            ))}
          </div>
        </details>
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-std-17B-170">{t('travelClaims.receiptFor')}</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {RECEIPTS.filter((one) => !['TOLL', 'PARKING', 'OTHER'].includes(one)).map((one) => (
            <CheckBox
              key={one}
              name={`receipt-${one}`}
              label={t(`travelClaims.lineKinds.${one}`)}
              checked={receiptFor.includes(one)}
              onChange={(on) =>
                setReceiptFor(on ? [...receiptFor, one] : receiptFor.filter((other) => other !== one))
              }
            />
          ))}
        </div>
      </fieldset>
      <TextAreaField
        name="source"
        required
        rows={3}
        hint={t('travelClaims.sourceHint')}
        value={source}
        onChange={setSource}
      />
      <CheckBox
        name="checked"
        label={t('travelClaims.checkedLabel')}
        checked={checked}
        onChange={setChecked}
      />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('travelClaims.saveRule')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
