import { inJapaneseEra, type LocalDate } from '@banso/kernel';
import type { Paper, PaperPart } from '@banso/platform';
import type { Agreement, AgreementClause, AgreementTerm } from './agreement.entity.js';
import type { Party } from './party.entity.js';

/** 協定書, 変更協定書 of an extension, 終了通知. */
export const AGREEMENT_PAPERS = ['AGREEMENT', 'EXTENSION', 'END_NOTICE'] as const;
export type AgreementPaper = (typeof AGREEMENT_PAPERS)[number];

/** Everything that a document about an agreement says. */
export interface PaperFacts {
  readonly agreement: Agreement;
  /** In the order of the signatures. */
  readonly signers: readonly {
    readonly party: Party;
    readonly signatoryTitle: string;
    readonly signatoryName: string;
  }[];
  readonly clauses: readonly AgreementClause[];
  readonly terms: readonly AgreementTerm[];
  readonly today: LocalDate;
}

const LETTERS = '甲乙丙丁戊己庚辛壬癸';
/** 甲, 乙, 丙 …; who comes after the tenth has a number. */
const letterOf = (i: number): string => LETTERS[i] ?? `当事者${i + 1}`;

const termOf = ({ startsOn, endsOn }: { readonly startsOn: LocalDate; readonly endsOn: LocalDate }): string =>
  `${inJapaneseEra(startsOn)}から${inJapaneseEra(endsOn)}まで`;

const RULES = { GUIDELINE: 'を目安とする', CAP: 'を上限とする' } as const;

/** 「甲、乙及び丙」. */
const allOf = (count: number): string => {
  const letters = Array.from({ length: count }, (_, i) => letterOf(i));
  return letters.length < 2 ? letters.join('') : `${letters.slice(0, -1).join('、')}及び${letters.at(-1)}`;
};

/** 「A（以下「甲」という。）とB（以下「乙」という。）」. */
const named = ({ signers }: PaperFacts): string => {
  const names = signers.map(({ party }, i) => `${party.name}（以下「${letterOf(i)}」という。）`);
  if (names.length < 3) return names.join('と');
  return `${names.slice(0, -1).join('、')}及び${names.at(-1)}`;
};

const signatures = ({ signers }: PaperFacts): PaperPart => ({
  kind: 'signatures',
  blocks: signers.map(({ party, signatoryTitle, signatoryName }, i) => ({
    role: letterOf(i),
    lines: [...(party.address ? [party.address] : []), party.name, `${signatoryTitle}　${signatoryName}`],
  })),
});

const closing = (facts: PaperFacts, date: LocalDate | null, what: string): PaperPart[] => [
  {
    kind: 'text',
    text: `この${what}の締結を証するため、本書を${facts.signers.length}通作成し、${allOf(facts.signers.length)}が記名押印の上、各自１通を保有する。`,
  },
  { kind: 'text', text: date ? inJapaneseEra(date) : '令和　　年　　月　　日' },
  signatures(facts),
];

/** 協定書: with the term as it was signed; before the signatures, as it stands, and marked as a draft. */
export function agreementPaper(facts: PaperFacts): Paper {
  const { agreement, clauses, terms, signers } = facts;
  const original = terms.find(({ kind }) => kind === 'ORIGINAL');
  const remainder = signers.findIndex(({ party }) => party.id === agreement.remainderPartyId);
  const rows: [string, string][] = [
    ['期間', termOf(original ?? agreement)],
    ...(agreement.monthlyDays && agreement.monthlyRule
      ? [['勤務日数', `月${agreement.monthlyDays}日${RULES[agreement.monthlyRule]}`] as [string, string]]
      : []),
    ['業務の内容', agreement.duties],
    ['秘密の保持', agreement.confidentiality],
    ['満了前の協議', `期間満了の${agreement.noticeDays}日前までに、延長について協議する`],
    ...(remainder >= 0
      ? [['端数の負担', `割り切れない額は${letterOf(remainder)}が負担する`] as [string, string]]
      : []),
  ];
  return {
    title: original ? agreement.title : `${agreement.title}（案）`,
    corner: [agreement.number],
    parts: [
      {
        kind: 'text',
        text: `${named(facts)}は、次のとおり協定を締結する。`,
      },
      { kind: 'heading', text: '要項' },
      { kind: 'facts', rows },
      ...clauses.map(({ no, heading, body }): PaperPart => ({ kind: 'article', no, heading, body })),
      ...closing(facts, original?.decidedOn ?? null, '協定'),
    ],
  };
}

/** 変更協定書: what an extension changed, from which day to which. */
export function extensionPaper(facts: PaperFacts, term: AgreementTerm): Paper {
  const { agreement, terms } = facts;
  const before = terms.find(({ no }) => no === term.no - 1) ?? term;
  const signed = terms.find(({ kind }) => kind === 'ORIGINAL') ?? term;
  const number = terms.filter(({ kind, no }) => kind === 'EXTENSION' && no <= term.no).length;
  return {
    title: `${agreement.title}の期間の延長に関する変更協定書（第${number}回）`,
    corner: [agreement.number],
    parts: [
      {
        kind: 'text',
        text: `${named(facts)}は、${inJapaneseEra(signed.decidedOn)}付けで締結した「${agreement.title}」（${agreement.number}。以下「原協定」という。）の期間について、協議の上、次のとおり変更する。`,
      },
      {
        kind: 'table',
        columns: [{ head: '', width: 60 }, { head: '原協定の期間' }],
        rows: [
          ['変更前', termOf(before)],
          ['変更後', termOf(term)],
        ],
      },
      { kind: 'article', no: 1, heading: '期間の変更', body: `原協定の期間を、${termOf(term)}に改める。` },
      {
        kind: 'article',
        no: 2,
        heading: 'その他の条件',
        body: '前条のほか、原協定に定める条件は、変更後の期間においても、なおその効力を有する。',
      },
      { kind: 'facts', rows: [['延長の理由', term.reason ?? '']] },
      ...closing(facts, term.decidedOn, '変更協定'),
    ],
  };
}

/** 終了通知: on which day it ends, and whether by its term or earlier. */
export function endNotice(facts: PaperFacts): Paper {
  const { agreement, terms, signers, today } = facts;
  const early = agreement.endsEarly ? terms.findLast(({ kind }) => kind === 'EARLY_END') : undefined;
  const signed = terms.find(({ kind }) => kind === 'ORIGINAL');
  return {
    title: `${agreement.title}の終了について（通知）`,
    corner: [agreement.number, inJapaneseEra(early?.decidedOn ?? agreement.notExtendedOn ?? today)],
    parts: [
      {
        kind: 'text',
        text: signers
          .map(
            ({ party, signatoryTitle, signatoryName }) =>
              `${party.name}　${signatoryTitle}　${signatoryName}　様`,
          )
          .join('\n'),
      },
      { kind: 'text', text: 'このことについて、下記のとおり終了しますので、通知します。' },
      { kind: 'text', text: '記', align: 'center' },
      {
        kind: 'facts',
        rows: [
          ['協定の名称', agreement.title],
          ...(signed ? [['締結の日', inJapaneseEra(signed.decidedOn)] as const] : []),
          ['期間', termOf(agreement)],
          ['終了の日', inJapaneseEra(agreement.endsOn)],
          ['終了の事由', early ? '協議による期間満了前の終了' : '期間の満了'],
          ...(early?.reason ? [['理由', early.reason] as const] : []),
        ],
      },
      { kind: 'text', text: '以上', align: 'right' },
    ],
  };
}
