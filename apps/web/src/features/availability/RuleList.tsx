import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Empty, Loaded } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { CONCERNS, EndRuleDocument, type RuleRow, RulesDocument } from './availability.documents';
import { RuleDialog } from './RuleDialog';
import { useRuleWords } from './rule-words';

interface Props {
  readonly specialistId: string;
  readonly mayChange: boolean;
}

/** The repeat rules that hold, each in a sentence. */
export function RuleList({ specialistId, mayChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const load = useLoad(RulesDocument, { specialistId }, { about: ['UnavailabilityRule'] });
  return (
    <>
      {mayChange && (
        <div className="no-print">
          <Button onClick={() => setOpen(true)}>{t('availability.rule.add')}</Button>
        </div>
      )}
      <Loaded of={load}>
        {({ unavailabilityRules: rules }) =>
          rules.length === 0 ? (
            <Empty>{t('availability.rule.empty')}</Empty>
          ) : (
            <RuleTable rows={rules} mayChange={mayChange} />
          )
        }
      </Loaded>
      <RuleDialog specialistId={specialistId} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function RuleTable({ rows, mayChange }: { readonly rows: readonly RuleRow[]; readonly mayChange: boolean }) {
  const { t } = useTranslation();
  const wordsOf = useRuleWords();
  const done = useDone();
  const [ending, setEnding] = useState<RuleRow | null>(null);
  const { run, busy, refusal, clear } = useAction(EndRuleDocument, CONCERNS);
  const end = async () => {
    if (!ending || !(await run({ id: ending.id }))) return;
    setEnding(null);
    done(t('availability.rule.ended'));
  };
  return (
    <>
      <Table
        caption={t('availability.rule.caption')}
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'rule',
            title: t('availability.rule.kind'),
            heads: true,
            cell: ({ rule, part }) => `${wordsOf(rule)} ${t(`ui.half.${part}`)}`,
          },
          {
            key: 'next',
            title: t('availability.rule.next'),
            cell: ({ nextDays }) =>
              nextDays.map((date) => shortDate(date)).join(t('ui.listMark')) || t('ui.none'),
          },
          {
            key: 'reason',
            title: t('specialists.reason'),
            cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten>{reason}</AsWritten>),
          },
          ...(mayChange
            ? [
                {
                  key: 'end',
                  title: t('availability.rule.endIt'),
                  control: true,
                  cell: (row: RuleRow) => (
                    <Button
                      size="small"
                      aria-label={t('availability.rule.endOne', { rule: wordsOf(row.rule) })}
                      onClick={() => setEnding(row)}
                    >
                      {t('availability.rule.endIt')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        title={t('availability.rule.endTitle')}
        open={ending !== null}
        onClose={() => {
          setEnding(null);
          clear();
        }}
        confirm={t('availability.rule.endIt')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void end()}
      >
        <p>{ending && wordsOf(ending.rule)}</p>
        <p>{t('availability.rule.endText')}</p>
      </ConfirmDialog>
    </>
  );
}
