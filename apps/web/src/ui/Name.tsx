import { Fragment } from 'react';
import { currentLanguage } from '../i18n';
import { foldForSearch } from '../i18n/fold-for-search';
import { currentView } from '../i18n/view';
import { nameOf } from '../i18n/words';
import { piecesOf } from './readings';

export interface Readable {
  readonly name: string;
  readonly nameEn: string;
  /** How it is read; absent where nobody has said. */
  readonly kana?: string | null;
}

/**
 * The name of a person or a place: in Latin letters for who reads English, with its reading above where that is not
 * plain. The reading is drawn, not written: who copies the name gets the name, and voices read it once.
 */
export function Name({ of }: { readonly of: Readable }) {
  const { name, kana } = of;
  if (currentLanguage() === 'en' || !kana || !currentView().furigana) return <>{nameOf(of)}</>;
  return piecesOf(name, kana, foldForSearch).map(({ text, reading }, i) => (
    <Fragment key={i}>
      {i > 0 && ' '}
      {reading === null ? (
        text
      ) : (
        <ruby>
          {text}
          <rt aria-hidden="true" data-reading={reading} />
        </ruby>
      )}
    </Fragment>
  ));
}
