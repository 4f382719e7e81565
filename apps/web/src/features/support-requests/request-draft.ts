import type { VariablesOf } from '../../gql/graphql';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import type { DraftDocument, ThemeRow } from './request-form.documents';
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

/** What has been typed so far. */
export interface RequestDraft {
  readonly municipalityId: string;
  readonly group: string;
  readonly theme: string;
  readonly title: string;
  readonly trouble: string;
  readonly mode: Input['mode'];
  readonly visits: number | null;
  readonly visitMinutes: number;
  readonly minGapDays: number | null;
  readonly wishes: 'ANY' | 'SOME';
  readonly wished: readonly WishedHalf[];
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
  mode: 'EITHER',
  visits: 1,
  visitMinutes: 120,
  minGapDays: 14,
  wishes: 'ANY',
  wished: [],
  onlyWished: false,
  earliestOn: '',
  deadlineOn: '',
  urgency: 'NORMAL',
  contactSection: '',
  entrustSelection: true,
  purchase: null,
};

export function draftOf(request: RequestRow): RequestDraft {
  return {
    municipalityId: request.municipality.id,
    group: request.theme?.groupId ?? UNSURE,
    theme: request.theme?.id ?? NO_THEME,
    title: request.title,
    trouble: request.trouble,
    mode: request.mode,
    visits: request.visits,
    visitMinutes: request.visitMinutes,
    minGapDays: request.minGapDays,
    wishes: request.wished.length > 0 ? 'SOME' : 'ANY',
    wished: request.wished,
    onlyWished: request.onlyWished,
    earliestOn: request.earliestOn ?? '',
    deadlineOn: request.deadlineOn ?? '',
    urgency: request.urgency,
    contactSection: request.contactSection,
    entrustSelection: request.entrustSelection,
    purchase: null,
  };
}

export function inputOf(draft: RequestDraft): Input {
  const wishes = draft.wishes === 'SOME';
  return {
    title: draft.title,
    trouble: draft.trouble,
    themeId: draft.theme === NO_THEME || draft.group === UNSURE ? null : draft.theme,
    urgency: draft.urgency,
    mode: draft.mode,
    // An empty number is for the server to refuse, in its words.
    visits: draft.visits ?? 0,
    visitMinutes: draft.visitMinutes,
    minGapDays: draft.minGapDays ?? 0,
    earliestOn: draft.earliestOn || null,
    deadlineOn: draft.deadlineOn || null,
    wished: wishes ? draft.wished.map(({ date, half }) => ({ date, half })) : [],
    onlyWished: wishes && draft.onlyWished,
    entrustSelection: draft.entrustSelection,
    contactSection: draft.contactSection,
  };
}

type RequiredField = 'municipalityId' | 'group' | 'theme' | 'title' | 'trouble' | 'contactSection';

/** What a request cannot be sent without; a draft may still lack it. */
const WORDS: readonly RequiredField[] = ['title', 'trouble', 'contactSection'];

/** Fields marked 必須 that are still empty: said together, before anything is sent. */
export function missingIn(
  draft: RequestDraft,
  { asHub, toSend }: { asHub: boolean; toSend: boolean },
): Refusal | null {
  const required: RequiredField[] = [
    ...(asHub ? (['municipalityId'] as const) : []),
    'group',
    ...(draft.group && draft.group !== UNSURE ? (['theme'] as const) : []),
    ...(toSend ? WORDS : []),
  ];
  return emptyFields(required.filter((name) => draft[name].trim() === ''));
}

const exampleOf = (theme: ThemeRow): string => (currentLanguage() === 'en' ? theme.exampleEn : theme.example);

/** A text that nobody has changed since it was filled in. */
const isOurs = (text: string, ours: string | undefined): boolean => text.trim() === '' || text === ours;

/** Fills in what the theme usually needs; words that somebody typed stay. */
export function withTheme(draft: RequestDraft, theme: ThemeRow, before: ThemeRow | undefined): RequestDraft {
  return {
    ...draft,
    theme: theme.id,
    title: isOurs(draft.title, before && nameOf(before)) ? nameOf(theme) : draft.title,
    trouble: isOurs(draft.trouble, before && exampleOf(before)) ? exampleOf(theme) : draft.trouble,
    mode: theme.mode,
    visits: theme.visits,
    visitMinutes: theme.visitMinutes,
    minGapDays: theme.minGapDays,
  };
}
