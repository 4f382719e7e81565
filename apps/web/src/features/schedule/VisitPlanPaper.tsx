import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/graphql';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useSession, useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { savePaper } from '../../ui/save-file';

const VisitPlanDocument = graphql(`
  mutation VisitPlan($month: LocalDate!, $order: PlanOrder) {
    makeVisitPlan(month: $month, order: $order) {
      name
      content
    }
  }
`);

/** Whoever works on visits; a specialist takes the own ones. */
const TAKES = ['COORDINATOR', 'APPROVER', 'REQUESTER'] as const;
const ORDERS = ['SPECIALIST', 'TOWN'] as const;

/** 訪問予定表: a month on paper, to pin up or to pass round. */
export function VisitPlanPaper({ small = false }: { readonly small?: boolean }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const [open, setOpen] = useState(false);
  if (role !== 'SPECIALIST' && !TAKES.some((duty) => duties.includes(duty))) return null;
  return (
    <div className="no-print">
      <Button {...(small && { size: 'small', look: 'quiet' })} onClick={() => setOpen(true)}>
        {t('schedule.paper.take')}
      </Button>
      {open && <TakeDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function TakeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { role } = useViewer();
  const [month, setMonth] = useState(today);
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('SPECIALIST');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(VisitPlanDocument);
  const labels = { month: t('schedule.paper.month'), order: t('schedule.paper.order') };
  const take = async () => {
    setMissing(emptyFields(month === '' ? ['month'] : []));
    if (month === '') return;
    const file = (await run({ month, order }))?.makeVisitPlan;
    if (!file) return;
    savePaper(file);
    onClose();
  };
  return (
    <Dialog title={t('schedule.paper.title')} open onClose={onClose}>
      <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void take()}>
        <DateField
          name="month"
          required
          hint={t('schedule.paper.monthHint')}
          value={month}
          onChange={setMonth}
        />
        {role === 'HUB_STAFF' && (
          <SelectField
            name="order"
            required
            value={order}
            onChange={(value) => setOrder(value === 'TOWN' ? 'TOWN' : 'SPECIALIST')}
            options={ORDERS.map((value) => ({ value, label: t(`schedule.paper.orders.${value}`) }))}
          />
        )}
        <DialogActions confirm={t('schedule.paper.save')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
