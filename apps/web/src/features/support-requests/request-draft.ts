import type { VariablesOf } from '../../gql/graphql';
import { nameOf } from '../../i18n/words';
import type { DraftDocument, ThemeRow } from './request-form.documents';
import { isTemplate, templateOf, type TownFacts } from './request-template';
import type { RequestRow } from './requests.documents';

type Input = VariablesOf<typeof DraftDocument>['input'];

export type Purchase = NonNullable<VariablesOf<typeof DraftDocument>['purchase']>;

/** The group whose tile says 何を頼めばよいか分からない: its requests name no theme. */
export const UNSURE = 'UNSURE';
/** Within a group: none of its sentences fits. */
export const NO_THEME = 'NONE';

export interface WishedHalf {
  readonly date: string;
  readonly half: 'AM' | 'PM';
}

/** ○ suits, △ would do if need be. */
export type WishMark = 'YES' | 'IF_NEEDED';

export interface MarkedHalf extends WishedHalf {
  readonly mark: WishMark;
}

/** What has been typed so far. */
export interface RequestDraft {
  readonly municipalityId: string;
  readonly group: string;
  readonly theme: string;
  /** Empty: made of the theme, or of the first line. */
  readonly title: string;
  readonly trouble: string;
  /** '' = not answered yet. */
  readonly mode: Input['mode'] | '';
  readonly visits: number | null;
  readonly visitMinutes: number;
  readonly minGapDays: number | null;
  /** '' = not answered yet. */
  readonly wishes: 'ANY' | 'SOME' | '';
  readonly marked: readonly MarkedHalf[];
  readonly onlyWished: boolean;
  readonly earliestOn: string;
  readonly deadlineOn: string;
  readonly urgency: Input['urgency'];
  readonly contactSection: string;
  readonly entrustSelection: boolean;
  /** Of a new request; from then on its page has it. */
  readonly purchase: Purchase | null;
}

/** What every part of the form gets. */
export interface QuestionProps {
  readonly draft: RequestDraft;
  readonly change: (part: Partial<RequestDraft>) => void;
}

export const EMPTY_DRAFT: RequestDraft = {
  municipalityId: '',
  group: '',
  theme: '',
  title: '',
  trouble: '',
  mode: '',
  visits: 1,
  visitMinutes: 120,
  minGapDays: 14,
  wishes: '',
  marked: [],
  onlyWished: false,
  earliestOn: '',
  deadlineOn: '',
  urgency: 'NORMAL',
  contactSection: '',
  entrustSelection: true,
  purchase: null,
};

/** Within a list and a mail a title is read at a glance. */
const TITLE_LENGTH = 40;

/** The theme, or the first line that says something: marks and blanks before it are left out. */
export function usualTitle(trouble: string, theme: Pick<ThemeRow, 'name' | 'nameEn'> | null): string {
  if (theme) return nameOf(theme);
  const line = trouble.split('\n').find((one) => one.trim() !== '') ?? '';
  const words = line.replace(/^[\s・\-*]+/u, '').trim();
  return words.length > TITLE_LENGTH ? `${words.slice(0, TITLE_LENGTH - 1)}…` : words;
}

/** The draft as the form shows it; what was never answered is open again. */
export function draftOf(request: RequestRow): RequestDraft {
  const { theme, wished, possible, answered, ...rest } = request;
  const marks: readonly MarkedHalf[] = [
    ...wished.map(({ date, half }) => ({ date, half, mark: 'YES' as const })),
    ...possible.map(({ date, half }) => ({ date, half, mark: 'IF_NEEDED' as const })),
  ];
  const group = request.groupId ?? theme?.groupId ?? '';
  const known = group !== '' || request.title === '';
  return {
    municipalityId: rest.municipality.id,
    group: known ? group : UNSURE,
    theme: theme?.id ?? (group === UNSURE || !known ? NO_THEME : ''),
    title: rest.title === usualTitle(rest.trouble, theme) ? '' : rest.title,
    trouble: rest.trouble,
    mode: answered.includes('MODE') ? rest.mode : '',
    visits: rest.visits,
    visitMinutes: rest.visitMinutes,
    minGapDays: rest.minGapDays,
    wishes: marks.length > 0 ? 'SOME' : answered.includes('DATES') ? 'ANY' : '',
    marked: sorted(marks),
    onlyWished: rest.onlyWished,
    earliestOn: rest.earliestOn ?? '',
    deadlineOn: rest.deadlineOn ?? '',
    urgency: rest.urgency,
    contactSection: rest.contactSection,
    entrustSelection: rest.entrustSelection,
    purchase: null,
  };
}

export const sorted = (marked: readonly MarkedHalf[]): readonly MarkedHalf[] =>
  [...marked].sort((a, b) => `${a.date}${a.half}`.localeCompare(`${b.date}${b.half}`));

export const countOf = (draft: RequestDraft, mark: WishMark): number =>
  draft.marked.filter((one) => one.mark === mark).length;

export function inputOf(draft: RequestDraft, theme: ThemeRow | null): Input {
  const some = draft.wishes === 'SOME';
  const halves = (mark: WishMark) =>
    some ? draft.marked.filter((one) => one.mark === mark).map(({ date, half }) => ({ date, half })) : [];
  const unsure = draft.group === UNSURE;
  return {
    title: draft.title.trim() || usualTitle(draft.trouble, unsure ? null : theme),
    trouble: draft.trouble,
    groupId: draft.group || null,
    themeId: unsure || draft.theme === NO_THEME ? null : draft.theme || null,
    urgency: draft.urgency,
    mode: draft.mode || 'EITHER',
    // An empty number is for the server to refuse, in its words.
    visits: draft.visits ?? 0,
    visitMinutes: draft.visitMinutes,
    minGapDays: draft.minGapDays ?? 0,
    earliestOn: draft.earliestOn || null,
    deadlineOn: draft.deadlineOn || null,
    wished: halves('YES'),
    possible: halves('IF_NEEDED'),
    onlyWished: some && draft.marked.length > 0 && draft.onlyWished,
    answered: [
      ...(draft.mode === '' ? [] : (['MODE'] as const)),
      ...(draft.wishes === 'ANY' || draft.marked.length > 0 ? (['DATES'] as const) : []),
    ],
    entrustSelection: draft.entrustSelection,
    contactSection: draft.contactSection,
  };
}

type Question = 'municipalityId' | 'group' | 'trouble' | 'mode' | 'marked' | 'contactSection';

/** The questions that are still open: said together, before anything is sent. A sentence is enough from who is unsure. */
export function missingIn(draft: RequestDraft, { asHub }: { asHub: boolean }): readonly Question[] {
  const unsure = draft.group === UNSURE;
  const open: readonly (Question | false)[] = [
    asHub && draft.municipalityId === '' && 'municipalityId',
    draft.group === '' && 'group',
    draft.trouble.trim() === '' && 'trouble',
    !unsure && draft.mode === '' && 'mode',
    !unsure && draft.wishes !== 'ANY' && countOf(draft, 'YES') === 0 && 'marked',
    draft.contactSection.trim() === '' && 'contactSection',
  ];
  return open.filter((name): name is Question => name !== false);
}

/** Another tile: the lines to start from are those of the tile; words that somebody typed stay. */
export function withGroup(draft: RequestDraft, group: string, known: Known): RequestDraft {
  const theme = group === UNSURE ? NO_THEME : '';
  const ours = isOurs(draft, known);
  return {
    ...draft,
    group,
    theme,
    trouble: ours ? (group === UNSURE ? '' : templateOf(null, known.facts)) : draft.trouble,
  };
}

/** What is known when a template is chosen. */
export interface Known {
  readonly themes: readonly ThemeRow[];
  readonly facts: TownFacts;
}

const isOurs = ({ trouble }: RequestDraft, { themes, facts }: Known): boolean =>
  trouble.trim() === '' || isTemplate(trouble, themes, facts);

/** Fills in what the theme usually needs; words that somebody typed stay, and so does a form that was chosen. */
export function withTheme(draft: RequestDraft, theme: ThemeRow, known: Known): RequestDraft {
  return {
    ...draft,
    theme: theme.id,
    trouble: isOurs(draft, known) ? templateOf(theme, known.facts) : draft.trouble,
    visits: theme.visits,
    visitMinutes: theme.visitMinutes,
    minGapDays: theme.minGapDays,
  };
}
