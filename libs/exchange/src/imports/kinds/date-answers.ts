import {
  type AskedHalf,
  DateAnswer,
  DateAnswerService,
  dateAnswersOf,
  DateInquiry,
  getDateInquiry,
  halfKey,
  listDateInquiries,
  type Mark,
  MARKS,
  type OfferedSlot,
  offeredSlotsOf,
} from '@banso/dispatch';
import { badInput, DomainError, localDateOf } from '@banso/kernel';
import { SHEET_LIMITS, versionsOf } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import { DATE_ANSWER, DAY_PART, type Locale, VISIT_MODE, wordOf } from '../../words.js';
import { type CellReader, choice, words } from '../cell-readers.js';
import { note } from '../finding.js';
import {
  type Done,
  firstOfPath,
  type ImportColumn,
  type ImportWork,
  type RowValues,
  textIn,
  wordsFor,
} from '../import-column.js';
import type { Known } from '../known.js';
import type { OpenRow, OpenRows } from '../open-rows.js';
import {
  acted,
  bindingColumn,
  bindingOf,
  bindingText,
  leftOpen,
  refuseUnused,
  requireUnmoved,
  shown,
  untouched,
} from './bound-rows.js';

const RECORD = 'date_inquiry';
const NINE_HOURS_MS = 9 * 3_600_000;
const MOST_INQUIRIES = 100;

/** Circles and crosses as keyboards write them; that they are read so is said. */
const answerReader: CellReader<string> = (column, cell) => {
  const text = cell.text.replaceAll(/[〇◯]/gu, '○').replaceAll(/[✕✖]/gu, '×');
  const { value, findings } = choice(DATE_ANSWER)(column, { ...cell, text });
  const isOther = value !== null && text !== cell.text;
  return { value, findings: isOther ? [note(column, 'read-as', { from: cell.text, to: text })] : findings };
};

const clockOf = (at: Date): string => new Date(at.getTime() + NINE_HOURS_MS).toISOString().slice(11, 16);

const slotText = ({ position, startsAt, endsAt, mode }: OfferedSlot, locale: Locale): string =>
  [
    wordOf(DATE_ANSWER, `SLOT_${position}`, locale),
    `${localDateOf(startsAt)} ${clockOf(startsAt)}–${clockOf(endsAt)}`,
    wordOf(VISIT_MODE, mode, locale),
  ].join(' ');

const offered = (slots: readonly OfferedSlot[]): OfferedSlot[] =>
  slots.filter(({ outcome }) => outcome === 'OFFERED');

const slotsText = (slots: readonly OfferedSlot[], locale: Locale): string =>
  slots.map((slot) => slotText(slot, locale)).join('／');

const halfText = ({ date, half }: AskedHalf, locale: Locale): string =>
  `${date} ${wordOf(DAY_PART, half, locale)}`;

/** `2026-12-10-AM`, in the reference of a row. */
const partOf = ({ date, half }: AskedHalf): string => `${date}-${half}`;

const markOf = (answer: string): Mark | undefined => MARKS.find((one) => one === answer);

const latest = (versions: Iterable<string>): string =>
  [...versions].reduce((one, other) => (BigInt(other) > BigInt(one) ? other : one), '0');

/** 日程照会への回答: by the town alone, through the service that owns the rules. */
export function dateAnswersWork(known: Known): ImportWork {
  const { tx, actor } = known;
  const service = new DateAnswerService(known.db, known.clock);
  return {
    columns: columnsOf(),
    keyOf: (values) => {
      const { id, part } = bindingOf(values);
      const answer = textIn(values, 'answer');
      if (answer === '') return null;
      return markOf(answer) ? `${id} ${part} ${textIn(values, 'name')}` : id;
    },
    before: () => [],
    async act(values) {
      const { id, part, version } = bindingOf(values);
      if (leftOpen(values, 'comment', 'reason')) return untouched(RECORD, id);
      const inquiry = await getDateInquiry(tx, actor, id);
      await requireUnmoved(known, { entity: DateInquiry, id, version, properties: ['status'] });
      const answer = textIn(values, 'answer');
      const half = inquiry.halves.find((one) => partOf(one) === part);
      if (inquiry.way === 'GRID' && !half) throw new DomainError('CONFLICT', 'kit.row-gone');
      const slots = half ? [] : await offeredSlotsOf(tx, [id]);
      requireSameTime(values, (locale) => (half ? halfText(half, locale) : slotsText(slots, locale)), slots);
      if (answer === 'NONE') {
        refuseUnused(values, 'comment');
        await service.decline(actor, id, { reason: textIn(values, 'reason') });
        return acted(RECORD, id);
      }
      refuseUnused(values, 'reason');
      if (half) return mark(known, service, { inquiry, half, values });
      refuseUnused(values, 'comment');
      const slot = offered(slots).find(({ position }) => `SLOT_${position}` === answer);
      if (!slot)
        throw notOneOf(
          answer,
          offered(slots).map(({ position }) => `SLOT_${position}`),
        );
      await service.choose(actor, id, slot.id);
      return acted(RECORD, id);
    },
    columnOf: (path) => (firstOfPath(path) === 'marks' ? 'answer' : firstOfPath(path)),
    open: (municipalityId, locale) => openInquiries(known, municipalityId, locale),
  };
}

const notOneOf = (answer: string, codes: readonly string[]): DomainError =>
  badInput({
    path: 'answer',
    rule: 'no-choice',
    facts: {
      value: wordOf(DATE_ANSWER, answer, 'ja'),
      choices: [...codes, 'NONE'].map((code) => wordOf(DATE_ANSWER, code, 'ja')).join('、'),
    },
  });

/** Cells that slipped into another row would answer something else than their writer read. */
function requireSameTime(
  values: RowValues,
  textOf: (locale: Locale) => string,
  slots: readonly OfferedSlot[],
): void {
  const when = textIn(values, 'when');
  const known = (['ja', 'en'] as const).flatMap((locale) => [
    textOf(locale),
    slotsText(offered(slots), locale),
  ]);
  if (when !== '' && !known.includes(when)) throw badInput({ path: 'when', rule: 'kit-mixed' });
}

interface Marked {
  readonly inquiry: DateInquiry;
  readonly half: AskedHalf;
  readonly values: RowValues;
}

/** One half-day of somebody's ○△×; what they said of other half-days stays. */
async function mark(
  { tx, actor }: Known,
  service: DateAnswerService,
  { inquiry, half, values }: Marked,
): Promise<Done> {
  const said = markOf(textIn(values, 'answer'));
  if (!said) throw notOneOf(textIn(values, 'answer'), MARKS);
  const [name, comment, key] = [textIn(values, 'name'), textIn(values, 'comment'), halfKey(half)];
  const own = (await dateAnswersOf(tx, [inquiry.id])).find((one) => one.name === name);
  const before = own?.marks[key];
  const comments = [own?.comment ?? '', own?.comment?.includes(comment) ? '' : comment].filter(Boolean);
  if (own && before === said && comments.join('\n') === (own.comment ?? ''))
    return untouched(RECORD, inquiry.id);
  if (own && before !== undefined && before !== said) {
    const { version } = bindingOf(values);
    const now = (await versionsOf(tx, actor, 'date_inquiry_answer', [own.id])).get(own.id) ?? '0';
    if (BigInt(now) > BigInt(version))
      throw new DomainError('CONFLICT', 'kit.marked-since', {
        name,
        mark: wordOf(DATE_ANSWER, before, 'ja'),
      });
  }
  const marks = inquiry.halves.flatMap((one) => {
    const theirs = halfKey(one) === key ? said : own?.marks[halfKey(one)];
    return theirs ? [{ date: one.date, half: one.half, mark: theirs }] : [];
  });
  await service.mark(actor, inquiry.id, { name, comment: comments.join('\n') || null, marks });
  return acted(RECORD, inquiry.id);
}

async function openInquiries(known: Known, municipalityId: string, locale: Locale): Promise<OpenRows> {
  const { tx, actor, clock } = known;
  const { rows: open } = await listDateInquiries(
    tx,
    actor,
    { statuses: ['OPEN'] },
    { first: MOST_INQUIRIES },
  );
  const own = open.filter((one) => one.municipalityId === municipalityId && clock.now() < one.closesAt);
  const ids = own.map(({ id }) => id);
  const slots = await offeredSlotsOf(tx, ids);
  const answers = await dateAnswersOf(tx, ids);
  const requests = await supportRequestsByIds(
    tx,
    actor,
    own.map(({ supportRequestId }) => supportRequestId),
  );
  const versions = await versionsOf(tx, actor, RECORD, ids);
  const answerVersions = await versionsOf(
    tx,
    actor,
    'date_inquiry_answer',
    answers.map(({ id }) => id),
  );
  const rows = own.flatMap((inquiry): OpenRow[] => {
    const { id, dueOn } = inquiry;
    const title = requests.find((one) => one.id === inquiry.supportRequestId)?.title ?? '';
    const said = answers.filter(({ inquiryId }) => inquiryId === id);
    // Whatever of it stands in the book has been seen.
    const version = latest([
      versions.get(id) ?? '0',
      ...said.map((one) => answerVersions.get(one.id) ?? '0'),
    ]);
    const shared = { title, dueOn, message: inquiry.message };
    if (inquiry.way === 'CHOICE') {
      const there = offered(slots.filter(({ inquiryId }) => inquiryId === id));
      return [{ ...shared, when: slotsText(there, locale), binding: bindingText({ id, part: '', version }) }];
    }
    return inquiry.halves.map((half) => ({
      ...shared,
      when: halfText(half, locale),
      soFar: soFar(said, half),
      binding: bindingText({ id, part: partOf(half), version }),
    }));
  });
  return { rows: rows.slice(0, SHEET_LIMITS.rows), records: ids.map((id) => [RECORD, id] as const) };
}

const soFar = (answers: readonly DateAnswer[], half: AskedHalf): string =>
  answers
    .flatMap(({ name, marks }) => {
      const said = marks[halfKey(half)];
      return said ? [`${wordOf(DATE_ANSWER, said, 'ja')} ${name}`] : [];
    })
    .join('、');

function columnsOf(): ImportColumn[] {
  const told = (name: string, head: ImportColumn['head'], width: number): ImportColumn => ({
    name,
    head,
    read: shown,
    sample: '',
    width,
  });
  return [
    told('title', { ja: '件名', en: 'Title' }, 30),
    told('message', { ja: '県からのことば', en: 'Word of the hub' }, 24),
    told('dueOn', { ja: '回答期限', en: 'Answer by' }, 12),
    told('when', { ja: '候補', en: 'Offered' }, 44),
    told('soFar', { ja: 'これまでの回答', en: 'Answers so far' }, 20),
    {
      name: 'answer',
      head: { ja: '回答', en: 'Answer' },
      read: answerReader,
      choices: wordsFor(DATE_ANSWER),
      sample: '',
      width: 16,
      hint: {
        ja: '候補が並ぶ行は「第1候補」などから1つ。半日の行は ○・△・×。どれも合わないときは「どれも合わない」と理由。',
        en: 'Where slots are listed, one of them; for a half-day ○, △ or ×; or “None of them” with the reason.',
      },
    },
    {
      name: 'name',
      head: { ja: '答える人の氏名', en: 'Name of who answers' },
      read: words,
      sample: '',
      width: 18,
      hint: { ja: '○・△・× のときに必ず書きます。', en: 'Needed with ○, △ and ×.' },
    },
    { name: 'comment', head: { ja: 'コメント', en: 'Comment' }, read: words, sample: '', width: 24 },
    {
      name: 'reason',
      head: { ja: '合わない理由', en: 'Why none suits' },
      read: words,
      sample: '',
      width: 30,
      hint: { ja: '「どれも合わない」のときに必ず書きます。', en: 'Needed with “None of them”.' },
    },
    bindingColumn,
  ];
}
