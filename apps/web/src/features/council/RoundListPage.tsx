import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { fiscalYearOf } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession, useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { CouncilSpecialistsDocument, OpenRoundDocument, RoundsDocument } from './council.documents';
import { useYear } from './use-year';
import { YearChoice } from './YearChoice';

/** Rounds through every town: visits, and hearings twice a year. */
export function RoundListPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const { today } = useSession();
  const keeps = useDailyWork() && role === 'HUB_STAFF';
  const current = fiscalYearOf(today);
  const [fiscalYear, setFiscalYear] = useYear(current);
  const [opening, setOpening] = useState(false);
  const load = useLoad(RoundsDocument, { fiscalYear }, { about: ['TownRound', 'RoundStop'] });
  return (
    <Page
      title={t('council.rounds')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t('council.roundsLead')}</p>}
    >
      <YearChoice year={fiscalYear} current={current} onChange={setFiscalYear} />
      {keeps && fiscalYear >= current && (
        <div>
          <Button look="primary" onClick={() => setOpening(true)}>
            {t('council.openRound')}
          </Button>
        </div>
      )}
      <Loaded of={load}>
        {({ townRounds }) =>
          townRounds.length === 0 ? (
            <Empty>{t('council.noRounds')}</Empty>
          ) : (
            <Table
              caption={t('council.rounds')}
              rows={townRounds}
              keyOf={({ id }) => id}
              cards
              columns={[
                {
                  key: 'name',
                  title: t('council.round'),
                  heads: true,
                  cell: ({ id, kind, no }) => (
                    <Link to={`/engagements/rounds/${id}`} className="link">
                      {t('council.roundName', { kind: t(`council.roundKinds.${kind}`), no })}
                    </Link>
                  ),
                },
                {
                  key: 'leader',
                  title: t('council.leader'),
                  cell: ({ specialist }) => specialist && nameOf(specialist),
                },
                {
                  key: 'state',
                  title: t('council.status'),
                  cell: ({ coverage, stops: [own] }) =>
                    coverage
                      ? t('council.coverageOf', coverage)
                      : own && t(`council.stopStatuses.${own.status}`),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Dialog open={opening} onClose={() => setOpening(false)} title={t('council.openRound')}>
        <OpenForm fiscalYear={fiscalYear} onDone={() => setOpening(false)} />
      </Dialog>
    </Page>
  );
}

const KINDS = ['VISIT', 'HEARING_FIRST', 'HEARING_SECOND'] as const;

function OpenForm({ fiscalYear, onDone }: { readonly fiscalYear: number; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('VISIT');
  const [specialistId, setSpecialistId] = useState('');
  const [reason, setReason] = useState('');
  const specialists = useLoad(CouncilSpecialistsDocument, {});
  const { run, busy, refusal } = useAction(OpenRoundDocument, 'TownRound');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const open = async () => {
    const empty = specialistId === '' ? ['specialistId'] : [];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const result = await run({ input: { fiscalYear, kind, specialistId, reason: reason || null } });
    if (!result) return;
    onDone();
    done(t('council.roundOpened'), `/engagements/rounds/${result.openTownRound.id}`);
  };
  return (
    <Loaded of={specialists}>
      {({ specialists: pool }) => (
        <Form
          labels={{
            kind: t('council.kind'),
            specialistId: t('council.leader'),
            reason: t('council.earlyReason'),
          }}
          refusal={missing ?? refusal}
          onSubmit={() => void open()}
        >
          <SelectField
            name="kind"
            required
            value={kind}
            onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'VISIT')}
            options={KINDS.map((one) => ({ value: one, label: t(`council.roundKinds.${one}`) }))}
          />
          <SelectField
            name="specialistId"
            required
            empty={t('ui.choose')}
            value={specialistId}
            onChange={setSpecialistId}
            options={pool.edges.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
          />
          <TextField name="reason" hint={t('council.earlyHint')} value={reason} onChange={setReason} />
          <div>
            <Button type="submit" look="primary" busy={busy}>
              {t('council.openRound')}
            </Button>
          </div>
        </Form>
      )}
    </Loaded>
  );
}
