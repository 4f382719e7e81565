import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { ErasePersonDocument, type ErasurePreview, ErasurePreviewDocument } from './records.documents';

interface Props {
  readonly id: string;
  /** Null where the page says who it is. */
  readonly name: string | null;
  readonly onClose: () => void;
}

/** First what would go, stay and remain to be read; then why; then it is done for ever. */
export function ErasureDialog({ id, name, onClose }: Props) {
  const { t } = useTranslation();
  const load = useLoad(ErasurePreviewDocument, { id });
  const title = name === null ? t('records.eraseTitle') : t('records.eraseOne', { name });
  return (
    <Dialog title={title} open onClose={onClose}>
      <Loaded of={load}>
        {({ erasurePreview: preview }) => (
          <div className="flex flex-col gap-4">
            <Preview preview={preview} />
            {preview.done || preview.unsettled.length > 0 ? (
              <Actions>
                <Button look="quiet" onClick={onClose}>
                  {t('records.close')}
                </Button>
              </Actions>
            ) : (
              <Why id={id} preview={preview} onClose={onClose} />
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

const labelOf = ({ label, labelEn }: Pick<ErasurePreview, 'label' | 'labelEn'>): string =>
  nameOf({ name: label, nameEn: labelEn });

function Preview({ preview }: { readonly preview: ErasurePreview }) {
  const { t } = useTranslation();
  const { done, unsettled, blanked, kept, mentions, accountKept } = preview;
  const rows = blanked.reduce((sum, { count }) => sum + count, 0);
  const label = labelOf(preview);
  if (done) return <Notice tone="info">{t('records.already', { label })}</Notice>;
  return (
    <>
      {unsettled.length > 0 && (
        <Notice tone="warning">
          <p>{t('records.unsettled')}</p>
          <ul className="list-disc pl-6">
            {unsettled.map(({ kind, count }) => (
              <li key={kind}>{t(`records.unsettledKinds.${kind}`, { count })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{t('records.willBlank', { label, count: rows })}</p>
      {accountKept && <p className="font-700">{t('records.accountKept')}</p>}
      {kept.length > 0 && (
        <>
          <p>{t('records.willKeep', { label })}</p>
          <ul className="list-disc pl-6">
            {kept.map(({ kind, count, until }) => (
              <li key={kind}>
                {t('records.keptLine', {
                  what: t(`records.keptKinds.${kind}`),
                  count,
                  until: longDate(until),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {mentions.length > 0 && <Mentions mentions={mentions} />}
    </>
  );
}

/** Pages on which somebody can read the words and change them. */
const PAGES: Readonly<Record<string, string>> = {
  support_request: '/requests',
  consultation: '/consultations',
  visit: '/visits',
  specialist: '/specialists',
  planning_run: '/plans',
  procurement: '/requests',
};

function Mentions({ mentions }: Pick<ErasurePreview, 'mentions'>) {
  const { t } = useTranslation();
  return (
    <>
      <p className="font-700">{t('records.mentions')}</p>
      <ul className="list-disc pl-6">
        {mentions.map(({ table, column, count, records }) => (
          <li key={`${table}.${column}`}>
            <span className="font-mono">{`${table}.${column}`}</span> {t('records.mentionCount', { count })}
            {records
              .filter(({ type }) => type in PAGES)
              .map(({ type, id }, index) => (
                <Link key={id} className="link ml-2" to={`${PAGES[type]}/${id}`}>
                  {t('records.mentionLink', { n: index + 1 })}
                </Link>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface WhyProps extends Omit<Props, 'name'> {
  readonly preview: ErasurePreview;
}

function Why({ id, preview, onClose }: WhyProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const { run, busy, refusal } = useAction(
    ErasePersonDocument,
    'FormerPerson Person Specialist PersonErasure Invitation Retention',
  );
  const erase = async () => {
    const erased = (await run({ id, input: { reason, basis } }))?.erasePerson;
    if (!erased) return;
    onClose();
    done(t('records.done', { label: labelOf(erased) }));
  };
  return (
    <Form
      labels={{ reason: t('records.reason'), basis: t('records.basis') }}
      refusal={refusal}
      onSubmit={() => void erase()}
    >
      <TextAreaField
        name="reason"
        required
        rows={2}
        hint={t('records.reasonHint')}
        value={reason}
        onChange={setReason}
      />
      <TextField name="basis" required hint={t('records.basisHint')} value={basis} onChange={setBasis} />
      <p className="font-700">{t('records.forEver', { label: labelOf(preview) })}</p>
      <Actions>
        <Button type="submit" look="danger" busy={busy}>
          {t('records.eraseNow')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
