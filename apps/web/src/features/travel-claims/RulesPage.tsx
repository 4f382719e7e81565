import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { longDate, shortInstant } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { useSession, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { StatusText } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import { TravelTabs } from './TravelTabs';
import { RuleForm } from './RuleForm';
import { type Payer, type RuleKind, RulesDocument, type RuleVersion } from './travel-rules.documents';

/** By which rule each paying body pays, version by version. */
export function RulesPage() {
  const { t } = useTranslation();
  const load = useLoad(RulesDocument, {}, { about: ['TravelRuleVersion'] });
  return (
    <Page
      title={t('travelClaims.rules')}
      lead={<p>{t('travelClaims.rulesLead')}</p>}
      back={{ to: '/engagements', label: t('travelClaims.back') }}
    >
      <TravelTabs />
      <Loaded of={load}>
        {({ travelRuleKinds, travelRules, parties }) => (
          <Bodies
            kinds={travelRuleKinds}
            versions={travelRules}
            payers={parties.edges.map(({ node }) => node)}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly kinds: readonly RuleKind[];
  readonly versions: readonly RuleVersion[];
  readonly payers: readonly Payer[];
}

function Bodies({ kinds, versions, payers }: Props) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const [writing, setWriting] = useState(false);
  const bodies = [
    { id: null, name: t('travelClaims.prefecture') },
    ...payers
      .filter(({ id }) => versions.some(({ partyId }) => partyId === id))
      .map((payer) => ({ id: payer.id, name: nameOf(payer) })),
  ];
  return (
    <>
      {bodies.map(({ id, name }) => (
        <Section key={id ?? 'prefecture'} title={name} id={`rule-${id ?? 'prefecture'}`}>
          <Versions kinds={kinds} versions={versions.filter(({ partyId }) => partyId === id)} name={name} />
        </Section>
      ))}
      {duties.includes('COORDINATOR') && (
        <Section title={t('travelClaims.setRule')} id="set-rule">
          {writing ? (
            <RuleForm kinds={kinds} versions={versions} payers={payers} onDone={() => setWriting(false)} />
          ) : (
            <div>
              <Button look="primary" onClick={() => setWriting(true)}>
                {t('travelClaims.setRule')}
              </Button>
            </div>
          )}
        </Section>
      )}
    </>
  );
}

function Versions({
  kinds,
  versions,
  name,
}: {
  readonly kinds: readonly RuleKind[];
  readonly versions: readonly RuleVersion[];
  readonly name: string;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const isEnglish = currentLanguage() === 'en';
  if (versions.length === 0) return <Empty>{t('travelClaims.noRule')}</Empty>;
  const inForce = versions
    .filter(({ validFrom }) => validFrom <= today)
    .reduce((last, { version }) => Math.max(last, version), 0);
  const figuresOf = ({ ruleCode, amounts, ceilings }: RuleVersion) => {
    const kind = kinds.find(({ id }) => id === ruleCode);
    const words = (kind?.figures ?? []).map(({ key, labelJa, labelEn }) => {
      const yen = amounts.find((one) => one.key === key)?.yen;
      return `${isEnglish ? labelEn : labelJa} ${yen === undefined ? t('travelClaims.notEntered') : yenOf(yen)}`;
    });
    if (kind?.usesCeilings) words.push(t('travelClaims.ceilingCount', { count: ceilings.length }));
    return words;
  };
  return (
    <Table
      caption={name}
      rows={versions}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'from',
          title: t('travelClaims.validFrom'),
          heads: true,
          cell: ({ validFrom, version }) => (
            <>
              {longDate(validFrom)} {t('travelClaims.versionNo', { version })}
              {version === inForce && <strong> {t('travelClaims.inForce')}</strong>}
            </>
          ),
        },
        {
          key: 'rule',
          title: t('travelClaims.ruleKind'),
          cell: ({ ruleCode, title }) => {
            const kind = kinds.find(({ id }) => id === ruleCode);
            return (
              <>
                <AsWritten>{title}</AsWritten>
                <br />
                {kind && (isEnglish ? kind.nameEn : kind.nameJa)}
              </>
            );
          },
        },
        {
          key: 'figures',
          title: t('travelClaims.figuresTitle'),
          cell: (version) => (
            <ul>
              {figuresOf(version).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          ),
        },
        {
          key: 'checked',
          title: t('travelClaims.checked'),
          cell: ({ checked, source }) => (
            <>
              <StatusText tone={checked ? 'finished' : 'waiting'}>
                {t(checked ? 'travelClaims.checkedYes' : 'travelClaims.checkedNo')}
              </StatusText>
              <br />
              <AsWritten>{source}</AsWritten>
            </>
          ),
        },
        {
          key: 'by',
          title: t('travelClaims.setBy'),
          cell: ({ setByName, setAt }) => (
            <>
              <AsWritten>{setByName}</AsWritten> {shortInstant(setAt)}
            </>
          ),
        },
      ]}
    />
  );
}
