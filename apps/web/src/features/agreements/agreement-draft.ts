import type { AgreementInput, AgreementRow } from './agreements.documents';
import { type Capacity, isCapacity, isKind } from './agreement-words';

/** One who signs, as the form holds it. */
export interface DraftSigner {
  readonly key: number;
  readonly partyId: string;
  readonly capacity: Capacity;
  readonly signatoryTitle: string;
  readonly signatoryName: string;
}

export interface DraftClause {
  readonly key: number;
  readonly heading: string;
  readonly body: string;
}

/** The words of an agreement as the form holds them. */
export interface AgreementDraft {
  readonly title: string;
  readonly kind: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly monthlyDays: number | null;
  readonly monthlyRule: '' | 'GUIDELINE' | 'CAP';
  readonly noticeDays: number | null;
  readonly work: string;
  readonly confidentiality: string;
  readonly remainderPartyId: string;
  readonly parties: readonly DraftSigner[];
  readonly clauses: readonly DraftClause[];
}

let serial = 0;
export const newSigner = (capacity: Capacity = 'HOST'): DraftSigner => ({
  key: ++serial,
  partyId: '',
  capacity,
  signatoryTitle: '',
  signatoryName: '',
});
export const newClause = (heading = '', body = ''): DraftClause => ({ key: ++serial, heading, body });

export const emptyDraft = (): AgreementDraft => ({
  title: '',
  kind: '',
  startsOn: '',
  endsOn: '',
  monthlyDays: null,
  monthlyRule: '',
  noticeDays: 90,
  work: '',
  confidentiality: '',
  remainderPartyId: '',
  parties: [newSigner('HOST'), newSigner('SENDER')],
  clauses: [],
});

export const draftOf = (agreement: AgreementRow): AgreementDraft => ({
  title: agreement.title,
  kind: agreement.kind,
  startsOn: agreement.startsOn,
  endsOn: agreement.endsOn,
  monthlyDays: agreement.monthlyDays,
  monthlyRule: agreement.monthlyRule ?? '',
  noticeDays: agreement.noticeDays,
  work: agreement.work,
  confidentiality: agreement.confidentiality,
  remainderPartyId: agreement.remainderPartyId ?? '',
  parties: agreement.parties.map(({ partyId, capacity, signatoryTitle, signatoryName }) => ({
    ...newSigner(),
    partyId,
    capacity: isCapacity(capacity) ? capacity : 'HOST',
    signatoryTitle,
    signatoryName,
  })),
  clauses: agreement.clauses.map(({ heading, body }) => newClause(heading, body)),
});

/** What has to be filled in before the server is asked. */
export function missingIn(draft: AgreementDraft): string[] {
  const plain = (['title', 'kind', 'startsOn', 'endsOn', 'work', 'confidentiality'] as const).filter(
    (field) => draft[field].trim() === '',
  );
  const signers = draft.parties.flatMap((signer, i) =>
    (['partyId', 'signatoryTitle', 'signatoryName'] as const)
      .filter((field) => signer[field].trim() === '')
      .map((field) => `parties-${i}-${field}`),
  );
  const clauses = draft.clauses.flatMap((clause, i) =>
    (['heading', 'body'] as const)
      .filter((field) => clause[field].trim() === '')
      .map((field) => `clauses-${i}-${field}`),
  );
  return [...plain, ...signers, ...clauses];
}

/** Null while no kind is chosen. */
export function inputOf(draft: AgreementDraft): AgreementInput | null {
  const { kind, parties, clauses, monthlyRule, remainderPartyId, ...rest } = draft;
  if (!isKind(kind)) return null;
  return {
    ...rest,
    agreementKind: kind,
    monthlyRule: monthlyRule === '' ? null : monthlyRule,
    remainderPartyId: parties.some(({ partyId }) => partyId === remainderPartyId)
      ? remainderPartyId || null
      : null,
    parties: parties.map(({ partyId, capacity, signatoryTitle, signatoryName }) => ({
      partyId,
      capacity,
      signatoryTitle,
      signatoryName,
    })),
    clauses: clauses.map(({ heading, body }) => ({ heading, body })),
  };
}

/** Articles to start from: they go into a Japanese document, whatever language the screen has. */
export const STANDARD_CLAUSES: readonly (readonly [heading: string, body: string])[] = [
  ['目的', 'この協定は、当事者が人材を共有し、デジタル化の取組を共に進めるため、必要な事項を定める。'],
  ['業務', '派遣される者（以下「派遣者」という。）が行う業務は、この協定の要項に定めるとおりとする。'],
  ['身分', '派遣者は、派遣元の身分を有したまま、受入れ先の業務に従事する。'],
  ['勤務', '派遣者の勤務日及び勤務時間は、要項に定める日数の範囲で、当事者が協議して定める。'],
  ['費用の負担', '給与、旅費その他の費用は、別に定める費用負担の表により、それぞれの当事者が負担する。'],
  ['服務', '派遣者は、受入れ先の指揮監督を受け、法令及び受入れ先の規程に従う。'],
  ['秘密の保持', '当事者及び派遣者は、業務上知り得た秘密を漏らしてはならない。期間の終了後も同様とする。'],
  ['期間の延長及び終了', '期間は、当事者の協議により、延長し、又は満了の前に終了することができる。'],
  ['協議', 'この協定に定めのない事項及び疑義は、当事者が協議して定める。'],
];
