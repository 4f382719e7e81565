import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { CostMatrixDocument, type MatrixPage, SetCostMatrixDocument } from './costs.documents';
import { LineFields } from './LineFields';
import { draftOf, inputOf, type LineDraft, newLine } from './matrix-draft';

/** A new version of who bears what; the one before is there to start from. */
export function EditMatrixPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(CostMatrixDocument, { id });
  return (
    <Page
      title={t('costs.edit')}
      lead={<p>{t('costs.editLead')}</p>}
      back={{ to: `/engagements/costs/${id}`, label: t('costs.matrix') }}
    >
      <Loaded of={load}>{(data) => <MatrixForm key={id} data={data} />}</Loaded>
    </Page>
  );
}

function MatrixForm({ data: { costAgreement: agreement, costMatrices } }: { readonly data: MatrixPage }) {
  const { t } = useTranslation();
  const done = useDone();
  const [latest] = costMatrices;
  // The version that was on the table when writing began: what others set meanwhile is not overwritten unseen.
  const [version] = useState(latest?.version ?? 0);
  const firstClause = String(agreement.clauses[0]?.no ?? '');
  const [lines, setLines] = useState<readonly LineDraft[]>(() =>
    latest ? draftOf(latest) : [newLine(firstClause)],
  );
  const [validFrom, setValidFrom] = useState(latest ? '' : agreement.startsOn);
  const [reason, setReason] = useState('');
  const { run, busy, refusal } = useAction(SetCostMatrixDocument, 'CostMatrix');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const here = `/engagements/costs/${agreement.id}`;

  const change = (line: LineDraft) => setLines(lines.map((one) => (one.key === line.key ? line : one)));
  const save = async () => {
    const empty = [
      ...(validFrom === '' ? ['validFrom'] : []),
      ...(reason.trim() === '' ? ['reason'] : []),
      ...lines.flatMap(({ label }, i) => (label.trim() === '' ? [`label${i}`] : [])),
    ];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const input = { agreementId: agreement.id, validFrom, reason, version, lines: lines.map(inputOf) };
    const set = (await run({ input }))?.setCostMatrix;
    if (set) done(t('costs.saved', { version: set.version, from: longDate(set.validFrom) }), here);
  };
  const labels = {
    validFrom: t('costs.validFrom'),
    reason: t('costs.reason'),
    lines: t('costs.lines'),
    ...Object.fromEntries(
      lines.map((_, i) => [`label${i}`, `${t('costs.line', { no: i + 1 })}: ${t('costs.label')}`]),
    ),
  };
  /** The server names a row by its place: said with its number, at the field that names the row. */
  const atRows = (found: Refusal): Refusal => ({
    ...found,
    faults: found.faults.map((fault) => {
      const place = /^lines\.(\d+)\./.exec(fault.path)?.[1];
      if (place === undefined || fault.message === null) return fault;
      const row = t('costs.line', { no: Number(place) + 1 });
      return { path: `label${place}`, message: `${row}: ${fault.message}` };
    }),
  });
  return (
    <Form
      labels={labels}
      refusal={missing ?? (refusal && atRows(refusal))}
      onSubmit={() => void save()}
      label={t('costs.edit')}
    >
      <DateField
        name="validFrom"
        required
        min={agreement.startsOn}
        max={agreement.endsOn}
        value={validFrom}
        onChange={setValidFrom}
      />
      <TextField name="reason" required hint={t('costs.reasonHint')} value={reason} onChange={setReason} />
      {lines.map((line, i) => (
        <LineFields
          key={line.key}
          line={line}
          no={i + 1}
          name={`label${i}`}
          agreement={agreement}
          onChange={change}
          onRemove={lines.length > 1 ? () => setLines(lines.filter((one) => one.key !== line.key)) : null}
        />
      ))}
      <div>
        <Button onClick={() => setLines([...lines, newLine(firstClause)])}>{t('costs.addLine')}</Button>
      </div>
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('costs.save')}
        </Button>
        <LinkButton to={here} look="quiet">
          {t('costs.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  );
}
