import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { RankDocument } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

type Entry = RequestRow['shortlist'][number];

/** The people put before the town: what became of each, and the town's own order. */
export function Shortlist({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  // Somebody who has left the pool since then keeps a place, without a name.
  const nameOfEntry = ({ specialist }: Entry) =>
    specialist ? nameOf(specialist) : t('requests.shortlist.left');
  return (
    <Section title={t('requests.sections.shortlist')} id="shortlist">
      <Table
        caption={t('requests.sections.shortlist')}
        rows={request.shortlist}
        keyOf={(entry) => entry.specialistId}
        cards
        columns={[
          { key: 'name', title: t('requests.shortlist.name'), heads: true, cell: nameOfEntry },
          {
            key: 'profile',
            title: t('specialists.profile'),
            cell: ({ specialist }) => (specialist?.profile ? nameOf(specialist.profile) : t('ui.none')),
          },
          {
            key: 'hub',
            title: t('requests.shortlist.hubOrder'),
            numeric: true,
            cell: ({ position }) => position,
          },
          {
            key: 'town',
            title: t('requests.shortlist.yourRank'),
            cell: ({ townRank }) =>
              townRank === null ? t('ui.none') : t('requests.shortlist.rank', { rank: townRank }),
          },
          {
            key: 'answer',
            title: t('requests.shortlist.answer'),
            cell: ({ answer, answerReason, offeredAt }) =>
              answer
                ? [t(`requests.shortlist.answers.${answer}`), answerReason].filter(Boolean).join('：')
                : t(offeredAt ? 'requests.shortlist.waiting' : 'requests.shortlist.notAsked'),
          },
        ]}
      />
      {request.viewerActions.includes('RANK') && <Ranking request={request} nameOfEntry={nameOfEntry} />}
    </Section>
  );
}

function Ranking({
  request,
  nameOfEntry,
}: {
  readonly request: RequestRow;
  readonly nameOfEntry: (entry: Entry) => string;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const [order, setOrder] = useState<readonly string[]>(request.shortlist.map((entry) => entry.specialistId));
  const { run, busy, refusal } = useAction(RankDocument);
  const labels = Object.fromEntries([
    ...order.map((_, i) => [`rank${i}`, t('requests.shortlist.rank', { rank: i + 1 })]),
    ['specialistIds', t('requests.shortlist.yourRank')],
  ]);
  // Choosing somebody for a place changes places with whoever had it.
  const place = (i: number, id: string) =>
    setOrder((old) => old.map((one, n) => (n === i ? id : one === id ? (old[i] ?? one) : one)));
  const send = async () => {
    if (await run({ id: request.id, specialistIds: [...order] })) done(t('requests.done.RANK'));
  };
  return (
    <Form labels={labels} refusal={refusal} onSubmit={() => void send()}>
      <p>{t('requests.shortlist.rankHint')}</p>
      {order.map((id, i) => (
        <SelectField
          key={`rank${i + 1}`}
          name={`rank${i}`}
          required
          value={id}
          onChange={(chosen) => place(i, chosen)}
          options={request.shortlist.map((entry) => ({
            value: entry.specialistId,
            label: nameOfEntry(entry),
          }))}
        />
      ))}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('requests.action.RANK')}
        </Button>
      </div>
    </Form>
  );
}
