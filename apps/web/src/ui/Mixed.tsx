import { Fragment, type ReactNode } from 'react';
import { currentLanguage } from '../i18n';

/** Japanese letters with what stands between them, such as the space in a name. */
const JAPANESE =
  /([\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f\u3000-\u303f\u{20000}-\u{2ffff}]+(?:[ 　][\u3040-\u30ff\u3400-\u9fff]+)*)/u;

export const hasJapanese = (text: string): boolean => JAPANESE.test(text);

/** The language of a text that is data as written; undefined where the screen speaks it anyway. */
export const languageOf = (text: string): 'ja' | undefined =>
  currentLanguage() === 'en' && hasJapanese(text) ? 'ja' : undefined;

/**
 * A sentence with names and words of people in it: on an English screen the Japanese ones say that they are, for the
 * voice and for the glyphs. Anything but a text stays as it is.
 */
export function Mixed({ children }: { readonly children: ReactNode }) {
  if (typeof children !== 'string' || currentLanguage() !== 'en' || !hasJapanese(children)) return children;
  return children
    .split(JAPANESE)
    .map((part, i) => <Fragment key={i}>{i % 2 === 1 ? <span lang="ja">{part}</span> : part}</Fragment>);
}
