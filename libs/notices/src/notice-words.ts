import { EN } from './notice-words.en.js';
import { JA } from './notice-words.ja.js';
import type { NoticeKind, NoticeWords } from './notice-kinds.js';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, NoticeWords>> = { ja: JA, en: EN };

export const titleOf = (kind: NoticeKind, language: Language): string => WORDS[language][kind][0];
export const toDoOf = (kind: NoticeKind, language: Language): string => WORDS[language][kind][1];
