import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentView } from '../i18n/view';
import { Dialog } from '../ui/Dialog';
import { type KeyGroup, keysOfScreen, type KeyWord } from './key-list';

/** Which keys there are, here and everywhere. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const everywhere: KeyGroup = {
    title: t('frame.keysEverywhere'),
    keys: [
      { keys: 'Ctrl + K', does: t('frame.keyPalette') },
      { keys: '/', does: t('frame.keyPalette'), single: true },
      { keys: '?', does: t('frame.keyKeys'), single: true },
      { keys: 'Esc', does: t('frame.keyClose') },
    ],
  };
  return (
    <Dialog title={t('frame.keys')} open onClose={onClose}>
      {[everywhere, ...keysOfScreen()].map((group) => (
        <Group key={group.title} group={group} />
      ))}
      <p className="text-std-16N-170">
        {t(currentView().singleKeys ? 'frame.singleOn' : 'frame.singleOff')}{' '}
        <Link to="/account#view" className="link" onClick={onClose}>
          {t('frame.toView')}
        </Link>
      </p>
    </Dialog>
  );
}

function Group({ group: { title, keys } }: { readonly group: KeyGroup }) {
  const works = ({ single }: KeyWord): boolean => !single || currentView().singleKeys;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-std-16B-170">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2">
        {keys.filter(works).map(({ keys: pressed, does }) => (
          <div key={pressed} className="col-span-2 grid grid-cols-subgrid">
            <dt>
              <kbd className="rounded-4 border border-solid-gray-420 bg-solid-gray-50 px-2 py-1 font-mono text-mono-14N-150 whitespace-nowrap">
                {pressed}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
