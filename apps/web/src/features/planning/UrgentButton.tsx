import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { WordsDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Loaded } from '../../ui/Loaded';
import { useDailyWork } from '../../session';
import { Section } from '../../ui/Page';
import { ApplyUrgentDocument, UrgentOptionsDocument } from './answers.documents';
import { type Option, OptionChanges, OptionList } from './OptionList';

/** Fits the next visit of a request into the published plan at once. */
export function UrgentButton({ supportRequestId }: { readonly supportRequestId: string }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const [open, setOpen] = useState(false);
  if (!worksDaily) return null;
  return (
    <Section title={t('planning.urgent.title')} id="urgent">
      <p>{t('planning.urgent.lead')}</p>
      {open ? (
        <Ways supportRequestId={supportRequestId} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('planning.urgent.look')}</Button>
        </div>
      )}
    </Section>
  );
}

function Ways({ supportRequestId }: { readonly supportRequestId: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const load = useLoad(UrgentOptionsDocument, { supportRequestId });
  const [chosen, setChosen] = useState<Option | null>(null);
  const { run, busy, refusal, clear } = useAction(ApplyUrgentDocument, 'SupportRequest Visit');
  const apply = async (reason: string) => {
    if (chosen === null) return;
    const made = (await run({ input: { supportRequestId, optionKey: chosen.key, reason } }))
      ?.applyUrgentOption;
    if (!made) return;
    setChosen(null);
    load.reload();
    done(t('planning.urgent.done', { version: made.version, moved: made.moved }));
  };
  return (
    <>
      <Loaded of={load}>
        {({ insertUrgentOptions }) => (
          <>
            {insertUrgentOptions.today && <p>{insertUrgentOptions.today.sentence[currentLanguage()]}</p>}
            <OptionList options={insertUrgentOptions} none={t('planning.urgent.none')} onChoose={setChosen} />
          </>
        )}
      </Loaded>
      <WordsDialog
        title={t('planning.urgent.applyTitle')}
        open={chosen !== null}
        onClose={() => {
          setChosen(null);
          clear();
        }}
        confirm={t('planning.repair.apply')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('planning.repair.reason')}
        hint={t('planning.repair.reasonHint')}
        suggestions={[t('planning.urgent.suggestion')]}
        onConfirm={(reason) => void apply(reason)}
      >
        {chosen && <OptionChanges option={chosen} />}
      </WordsDialog>
    </>
  );
}
