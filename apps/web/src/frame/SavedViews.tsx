import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { emptyFields } from '../gql/refusal';
import { useAction } from '../gql/use-action';
import { type SavedView, useViewer } from '../session';
import { AsWritten } from '../ui/AsWritten';
import { Button } from '../ui/Button';
import { Drop } from '../ui/Drop';
import { CheckBox, TextField } from '../ui/fields';
import { Form } from '../ui/Form';
import { Notice } from '../ui/Notice';
import { CopyLink } from './CopyLink';
import { addressOf, queryOf } from './lists';
import { ChangeSavedViewDocument, RemoveSavedViewDocument, SaveViewDocument } from './saved-views.documents';

/** Over a list: the ways in which this person has kept it, and the one that is shown now, to be kept or passed on. */
export function SavedViews() {
  const { t } = useTranslation();
  const { savedViews } = useViewer();
  const { pathname, search } = useLocation();
  const own = savedViews.filter(({ path }) => path === pathname);
  const query = queryOf(search);
  const current = own.find((view) => view.query === query);
  return (
    <Drop
      wide
      label={
        <>
          <span>
            {current ? <AsWritten>{current.name}</AsWritten> : t('frame.views')}
            {current && <span className="sr-only">{t('ui.inBrackets', { text: t('frame.views') })}</span>}
          </span>
          <span aria-hidden="true">▾</span>
        </>
      }
      look="inline-flex min-h-11 max-w-60 items-center gap-2 rounded-8 border border-key-900 px-3 py-1 text-left text-oln-14B-100 leading-130 text-key-900 hover:bg-key-50 sm:min-h-9"
    >
      {(close) => <Panel own={own} query={query} path={pathname} close={close} />}
    </Drop>
  );
}

interface PanelProps {
  readonly own: readonly SavedView[];
  readonly path: string;
  readonly query: string;
  readonly close: () => void;
}

function Panel({ own, path, query, close }: PanelProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const place = useRef<HTMLParagraphElement>(null);
  // The button that was pressed may be gone.
  useEffect(() => {
    if (said !== '') place.current?.focus();
  }, [said]);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-std-16B-170">{t('frame.views')}</p>
      {own.length === 0 ? (
        <p className="text-dns-14N-130 text-solid-gray-700">{t('frame.noViews')}</p>
      ) : (
        <ul className="-my-1 divide-y divide-solid-gray-200">
          {own.map((view) => (
            <ViewLine key={view.id} view={view} current={view.query === query} close={close} say={setSaid} />
          ))}
        </ul>
      )}
      <p ref={place} tabIndex={-1} role="status" className="text-dns-14N-130 empty:hidden">
        {said}
      </p>
      <SaveForm path={path} query={query} say={setSaid} />
      <div className="border-t border-solid-gray-200 pt-4">
        <CopyLink />
      </div>
    </div>
  );
}

interface LineProps {
  readonly view: SavedView;
  readonly current: boolean;
  readonly close: () => void;
  readonly say: (words: string) => void;
}

function ViewLine({ view, current, close, say }: LineProps) {
  const { t } = useTranslation();
  const { id, name, isDefault } = view;
  const change = useAction(ChangeSavedViewDocument, 'SavedView');
  const remove = useAction(RemoveSavedViewDocument, 'SavedView');
  const refusal = change.refusal ?? remove.refusal;
  const turn = async () => {
    if (await change.run({ id, name, isDefault: !isDefault }))
      say(t(isDefault ? 'frame.noMoreDefault' : 'frame.nowDefault', { name }));
  };
  const forget = async () => {
    if (await remove.run({ id })) say(t('frame.viewRemoved', { name }));
  };
  const small = 'min-h-9 text-dns-14N-130 text-key-1000 underline underline-offset-4 max-sm:min-h-11';
  return (
    <li className="flex flex-col gap-1 py-2">
      <Link
        to={addressOf(view)}
        onClick={close}
        aria-current={current ? 'true' : undefined}
        className="link max-sm:py-2"
      >
        <AsWritten>{name}</AsWritten>
        {isDefault && <span className="ml-2 text-dns-14N-130">{t('frame.isDefault')}</span>}
      </Link>
      <div className="flex flex-wrap gap-x-4">
        <button
          type="button"
          className={small}
          aria-label={t(isDefault ? 'frame.unsetDefaultOf' : 'frame.setDefaultOf', { name })}
          onClick={() => void turn()}
        >
          {t(isDefault ? 'frame.unsetDefault' : 'frame.setDefault')}
        </button>
        <button
          type="button"
          className={small}
          aria-label={t('frame.removeViewOf', { name })}
          onClick={() => void forget()}
        >
          {t('frame.removeView')}
        </button>
      </div>
      {refusal && (
        <div role="alert">
          <Notice tone="error" title={refusal.message ?? t('ui.unreachable')} />
        </div>
      )}
    </li>
  );
}

interface SaveProps {
  readonly path: string;
  readonly query: string;
  readonly say: (words: string) => void;
}

function SaveForm({ path, query, say }: SaveProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const [asked, setAsked] = useState(false);
  const { run, busy, refusal } = useAction(SaveViewDocument, 'SavedView');
  const missing = asked ? emptyFields(name.trim() === '' ? ['name'] : []) : null;
  const submit = async () => {
    setAsked(true);
    if (name.trim() === '' || !(await run({ input: { path, query, name, isDefault } }))) return;
    say(t('frame.viewSaved', { name: name.trim() }));
    setName('');
    setDefault(false);
    setAsked(false);
  };
  return (
    <div className="border-t border-solid-gray-200 pt-4 [&_form]:gap-4">
      <Form
        labels={{ name: t('frame.viewName'), isDefault: t('frame.asDefault') }}
        label={t('frame.saveView')}
        refusal={missing ?? refusal}
        onSubmit={() => void submit()}
      >
        <TextField name="name" needless value={name} onChange={setName} maxLength={60} autoComplete="off" />
        <CheckBox name="isDefault" label={t('frame.asDefault')} checked={isDefault} onChange={setDefault} />
        <div>
          <Button type="submit" size="small" look="primary" busy={busy}>
            {t('frame.saveView')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
