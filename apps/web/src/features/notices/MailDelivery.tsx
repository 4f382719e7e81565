import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { LiftMailSuppressionDocument, MailDeliveryDocument } from './notices.documents';

/** For the hub: whether the prefecture's mail arrives, and to whom it does not. */
export function MailDelivery() {
  const { t } = useTranslation();
  const done = useDone();
  const { duties } = useViewer();
  const load = useLoad(MailDeliveryDocument, {}, { about: ['MailDelivery', 'MailSuppression'] });
  const lift = useAction(LiftMailSuppressionDocument, 'MailSuppression MailDelivery');
  const mayLift = duties.some((duty) => duty === 'COORDINATOR' || duty === 'APPROVER');
  const liftOne = async (id: string, address: string) => {
    if (await lift.run({ id })) done(t('notices.lifted', { address }));
  };
  return (
    <Section title={t('notices.delivery')} id="delivery">
      <p>{t('notices.deliveryLead')}</p>
      <ErrorSummary refusal={lift.refusal} />
      <Loaded of={load}>
        {({ mailDelivery: { waiting, sent, failed, inDoubt, suppressions } }) => (
          <>
            <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
              <Count name="waiting" count={waiting} />
              <Count name="sent" count={sent} />
              <Count name="failed" count={failed} />
              <Count name="inDoubt" count={inDoubt} />
            </dl>
            <h3 className="text-std-18B-160">{t('notices.suppressions')}</h3>
            {suppressions.length === 0 ? (
              <Empty>{t('notices.noSuppressions')}</Empty>
            ) : (
              <Table
                caption={t('notices.suppressions')}
                cards
                rows={suppressions}
                keyOf={({ id, personName }) => `${id} ${personName}`}
                columns={[
                  {
                    key: 'person',
                    title: t('notices.whose'),
                    heads: true,
                    cell: ({ personName }) => personName,
                  },
                  {
                    key: 'address',
                    title: t('notices.address'),
                    cell: ({ address }) => <span className="break-all">{address}</span>,
                  },
                  {
                    key: 'reason',
                    title: t('notices.why'),
                    cell: ({ reason, answer, at }) =>
                      t(`notices.suppressedFor.${reason}`, { at: shortInstant(at), answer }),
                  },
                  {
                    key: 'lift',
                    title: t('notices.act'),
                    cell: ({ id, address }) =>
                      mayLift && (
                        <Button
                          size="small"
                          busy={lift.busy}
                          aria-label={t('notices.liftOne', { address })}
                          onClick={() => void liftOne(id, address)}
                        >
                          {t('notices.lift')}
                        </Button>
                      ),
                  },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface CountProps {
  readonly name: 'waiting' | 'sent' | 'failed' | 'inDoubt';
  readonly count: number;
}

function Count({ name, count }: CountProps) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t(`notices.counts.${name}`)}</dt>
      <dd className="tabular-nums">{t('notices.mails', { count })}</dd>
    </>
  );
}
