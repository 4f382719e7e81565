import { localDateOf } from '@banso/kernel';
import type { NoticeFacts } from '../notice-facts.js';
import { type NoticeKind, ruleOf } from '../notice-kinds.js';
import { type Language, titleOf, toDoOf } from '../notice-words.js';
import { widthOf, wrapped } from './display-width.js';
import { dayInWords, type LabelKey, labelOf, lineInWords, shortDay, timeInWords } from './mail-words.js';

/** Columns of a line, a CJK character being two. */
export const COLUMNS = 75;
const SUBJECT_COLUMNS = 75;

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** One notice, as a mail tells it. */
export interface MailItem {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
}

/** To whom: in which language, and where they open the platform; null where the settings name no address. */
export interface Reader {
  readonly language: Language;
  readonly baseUrl: string | null;
}

/** A link is short enough for one line: 22 characters for a uuid. */
export const shortId = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

export function idOfShort(short: string): string | null {
  const hex = /^[\w-]{22}$/.test(short) ? Buffer.from(short, 'base64url').toString('hex') : '';
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

const TEXTS = {
  ja: {
    action: '【要対応】',
    inform: '【お知らせ】',
    open: '次のページで開けます。開いただけでは何も変わりません。',
    openWithout: '伴走にサインインし、受信箱を開いてください。',
    digest: (day: string, count: number) => `${day}のまとめ ${count}件`,
    digestIntro: (count: number) => `前回のまとめより後のお知らせが${count}件あります。`,
    stillOpen: (count: number) => `このほか、受信箱に未対応の通知が${count}件あります。`,
    sent: '伴走（Banso）が自動で送りました。このメールに返信しても読まれません。',
    stop: '届くメールの種類と時刻を変える・止める:',
    stopWithout: '届くメールは、伴走の「通知の設定」で変えたり止めたりできます。',
    codeSubject: 'メールアドレスの確認番号',
    code: 'このメールアドレスに伴走の通知を送ってよいかを確かめています。',
    codeToDo: '「通知の設定」の画面に次の番号を入れてください。',
    codeNot: '心当たりがなければ、何もしないでください。このあとは届きません。',
  },
  en: {
    action: '[Action] ',
    inform: '[Notice] ',
    open: 'Open it here. Opening the page changes nothing.',
    openWithout: 'Please sign in to Banso and open your inbox.',
    digest: (day: string, count: number) => `${day}: ${count} ${count === 1 ? 'notice' : 'notices'}`,
    digestIntro: (count: number) =>
      count === 1
        ? 'There is one notice since the last digest.'
        : `There are ${count} notices since the last digest.`,
    stillOpen: (count: number) => `Your inbox has ${count} more that need something done.`,
    sent: 'Sent by Banso by itself. Answers to this mail are not read.',
    stop: 'Change or stop what is sent to you, and when:',
    stopWithout: 'You can change or stop what is sent to you in Banso, under notice settings.',
    codeSubject: 'Number to confirm your mail address',
    code: 'Banso asks whether it may send notices to this address.',
    codeToDo: 'Please enter this number on the page of notice settings.',
    codeNot: 'If you know nothing of this, do nothing: no more will come.',
  },
} as const;

/** No control character, whatever facts were stored: a header cannot be broken open. */
const flat = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Cut at the columns of a subject line; the number at its end is kept. */
function subjectOf(parts: readonly (string | null | undefined)[], number: string | null | undefined): string {
  const end = number ? ` ${flat(number)}` : '';
  let head = flat(parts.filter((part) => part).join(' '));
  if (widthOf(head + end) <= SUBJECT_COLUMNS) return head + end;
  while (widthOf(`${head}…${end}`) > SUBJECT_COLUMNS && head.length > 0)
    head = Array.from(head).slice(0, -1).join('');
  return `${head}…${end}`;
}

const dayOf = ({ startsAt, on, dueOn }: NoticeFacts): string | null | undefined =>
  startsAt ? localDateOf(new Date(startsAt)) : (on ?? dueOn);

/** A label and what it says; further lines stand under the first. */
function labelled(label: string, said: string, indent = ''): string[] {
  const start = `${indent}${label}: `;
  const [first = '', ...more] = wrapped(flat(said), COLUMNS - widthOf(start));
  return [start + first, ...more.map((line) => ' '.repeat(widthOf(start)) + line)];
}

function factsInWords(facts: NoticeFacts, language: Language, indent = ''): string[] {
  const { number, startsAt, endsAt, on, wasAt, place, person, dueOn, count, note } = facts;
  const said: readonly (readonly [LabelKey, string | null | undefined])[] = [
    ['number', number],
    ['when', startsAt && timeInWords(startsAt, endsAt, language)],
    ['on', startsAt ? null : on && dayInWords(on, language)],
    ['was', wasAt && timeInWords(wasAt, null, language)],
    ['place', place],
    ['person', person],
    ['dueOn', dueOn && dayInWords(dueOn, language)],
    ['count', count === null || count === undefined ? null : String(count)],
    ['note', note],
  ];
  const lines = said.flatMap(([key, value]) =>
    value ? labelled(labelOf(key, language), value, indent) : [],
  );
  const visits = (facts.lines ?? []).flatMap((line) =>
    wrapped(flat(lineInWords(line, language)), COLUMNS - 2 - indent.length).map(
      (one, index) => `${indent}${index === 0 ? '- ' : '  '}${one}`,
    ),
  );
  return [...lines, ...visits];
}

const linkTo = (baseUrl: string, path: string): string => `${baseUrl}${path}`;

function ending({ language, baseUrl }: Reader): string[] {
  const texts = TEXTS[language];
  return [
    '',
    '-- ',
    ...wrapped(texts.sent, COLUMNS),
    ...(baseUrl
      ? [...wrapped(texts.stop, COLUMNS), linkTo(baseUrl, '/notices/settings')]
      : wrapped(texts.stopWithout, COLUMNS)),
  ];
}

const opening = ({ language, baseUrl }: Reader, path: string): string[] =>
  baseUrl
    ? [...wrapped(TEXTS[language].open, COLUMNS), linkTo(baseUrl, path)]
    : wrapped(TEXTS[language].openWithout, COLUMNS);

/** What needs an action, in a mail of its own. */
export function actionMail({ id, kind, facts }: MailItem, reader: Reader): MailText {
  const { language } = reader;
  const day = dayOf(facts);
  const title = titleOf(kind, language);
  const tag = TEXTS[language][ruleOf(kind).asks === 'ACTION' ? 'action' : 'inform'];
  return {
    subject: subjectOf([tag + (facts.place ?? ''), day && shortDay(day, language), title], facts.number),
    text: written([
      ...wrapped(`${title}${language === 'ja' ? '。' : '.'}`, COLUMNS),
      ...labelled(labelOf('toDo', language), toDoOf(kind, language)),
      '',
      ...factsInWords(facts, language),
      '',
      ...opening(reader, `/notices/${shortId(id)}`),
      ...ending(reader),
    ]),
  };
}

/** What somebody may as well know, once a day. */
export function digestMail(
  {
    items,
    day,
    stillOpen,
  }: { readonly items: readonly MailItem[]; readonly day: string; readonly stillOpen: number },
  reader: Reader,
): MailText {
  const { language } = reader;
  const texts = TEXTS[language];
  return {
    subject: subjectOf([texts.inform + texts.digest(shortDay(day, language), items.length)], null),
    text: written([
      ...wrapped(`${dayInWords(day, language)} — ${texts.digestIntro(items.length)}`, COLUMNS),
      ...items.flatMap(({ kind, facts }, index) => [
        '',
        ...wrapped(`${index + 1}. ${titleOf(kind, language)}`, COLUMNS),
        ...labelled(labelOf('toDo', language), toDoOf(kind, language), '   '),
        ...factsInWords(facts, language, '   '),
      ]),
      '',
      ...(stillOpen > 0 ? [...wrapped(texts.stillOpen(stillOpen), COLUMNS), ''] : []),
      ...opening(reader, '/notices'),
      ...ending(reader),
    ]),
  };
}

/** Whether an address is somebody's own. */
export function codeMail(code: string, { language }: Reader): MailText {
  const texts = TEXTS[language];
  return {
    subject: subjectOf([texts.inform + texts.codeSubject], null),
    text: written([
      ...wrapped(texts.code, COLUMNS),
      ...wrapped(texts.codeToDo, COLUMNS),
      '',
      `    ${code}`,
      '',
      ...wrapped(texts.codeNot, COLUMNS),
      '',
      '-- ',
      ...wrapped(texts.sent, COLUMNS),
    ]),
  };
}

const written = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
