import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { longDate } from '../../i18n/dates';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { Facts } from '../../ui/Facts';
import { Form } from '../../ui/Form';
import { TextAreaField } from '../../ui/fields';
import { AnswerFollowUpDocument, type StillUsed } from './case-reports.documents';
import type { AftermathCase } from './reports.documents';

type FollowUp = NonNullable<AftermathCase['followUp']>;
const USES = ['YES', 'PARTLY', 'NO'] as const satisfies readonly StillUsed[];

/** 翌年度フォロー: three questions for the town, and its answers for both. */
export function FollowUpAnswer({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const answers =
    role === 'MUNICIPALITY_STAFF' && (duties.includes('REQUESTER') || duties.includes('APPROVER'));
  if (followUp.status === 'DUE' && answers) return <AnswerForm followUp={followUp} />;
  if (followUp.status === 'DUE')
    return <p>{t('reports.followUp.waits', { date: longDate(followUp.dueOn) })}</p>;
  return (
    <Facts
      items={[
        {
          term: t('reports.followUp.stillUsed'),
          value: followUp.stillUsed ? t(`reports.followUp.used.${followUp.stillUsed}`) : t('ui.none'),
        },
        {
          term: t('reports.followUp.effect'),
          value: <AsWritten block>{followUp.effect ?? ''}</AsWritten>,
        },
        followUp.nextWish !== null && {
          term: t('reports.followUp.nextWish'),
          value: <AsWritten block>{followUp.nextWish}</AsWritten>,
        },
        followUp.answeredByName !== null && {
          term: t('reports.followUp.by'),
          value: <AsWritten>{followUp.answeredByName}</AsWritten>,
        },
      ]}
    />
  );
}

function AnswerForm({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation();
  const done = useDone();
  const [stillUsed, setStillUsed] = useState<StillUsed>('YES');
  const [effect, setEffect] = useState('');
  const [nextWish, setNextWish] = useState('');
  const { run, busy, refusal } = useAction(AnswerFollowUpDocument, 'FollowUp SupportRequest ReportTask');
  const answer = async () => {
    const input = { stillUsed, effect, nextWish: nextWish === '' ? null : nextWish };
    if (await run({ id: followUp.id, input })) done(t('reports.done.followedUp'));
  };
  return (
    <Form
      label={t('reports.followUp.title')}
      labels={{
        stillUsed: t('reports.followUp.stillUsed'),
        effect: t('reports.followUp.effect'),
        nextWish: t('reports.followUp.nextWish'),
      }}
      refusal={refusal}
      onSubmit={() => void answer()}
    >
      <p>{t('reports.followUp.lead', { date: longDate(followUp.dueOn) })}</p>
      <Choice
        name="stillUsed"
        required
        layout="row"
        value={stillUsed}
        onChange={(value) => setStillUsed(USES.find((one) => one === value) ?? 'YES')}
        options={USES.map((value) => ({ value, label: t(`reports.followUp.used.${value}`) }))}
      />
      <TextAreaField name="effect" required rows={3} max={1000} value={effect} onChange={setEffect} />
      <TextAreaField name="nextWish" rows={3} max={1000} value={nextWish} onChange={setNextWish} />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('reports.followUp.send')}
        </Button>
      </Actions>
    </Form>
  );
}
