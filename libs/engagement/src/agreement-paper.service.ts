import { type Actor, Clock, DomainError, permit } from '@banso/kernel';
import { Db, type Paper, paperPdf, type Tx, writeReading } from '@banso/platform';
import type { Agreement } from './agreement.entity.js';
import {
  type AgreementPaper,
  agreementPaper,
  endNotice,
  extensionPaper,
  type PaperFacts,
} from './agreement-paper.js';
import { agreementMay } from './agreement.policy.js';
import { agreementPartiesOf, clausesOf, getAgreement, termsOf } from './agreement.queries.js';
import { partiesByIds } from './party.queries.js';

/** A document as a file. */
export interface PaperFile {
  readonly name: string;
  readonly pdf: Buffer;
}

export interface PaperWish {
  readonly paper: AgreementPaper;
  /** Which extension; the latest when left out. */
  readonly termNo?: number | null;
}

const NAMES: Readonly<Record<AgreementPaper, string>> = {
  AGREEMENT: '協定書',
  EXTENSION: '変更協定書',
  END_NOTICE: '終了通知',
};

/** The documents about an agreement. */
export class AgreementPaperService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Made anew each time; that it was taken away, and by whom, is in the history of the agreement. */
  async make(actor: Actor, id: string, { paper, termNo }: PaperWish): Promise<PaperFile> {
    const { number, words } = await this.db.write(actor, async (tx) => {
      const agreement = await getAgreement(tx, actor, id);
      permit(agreementMay.makePaper(actor, agreement));
      const facts = await this.factsOf(tx, actor, agreement);
      const said = {
        number: agreement.number,
        words: { ...say(facts, { paper, termNo }), madeOn: facts.today },
      };
      await writeReading(tx, 'EXPORT', [['agreement', agreement.id]]);
      return said;
    });
    // Laid out after the transaction: nobody waits for a connection meanwhile.
    return { name: `${number}-${NAMES[paper]}.pdf`, pdf: await paperPdf(words) };
  }

  private async factsOf(tx: Tx, actor: Actor, agreement: Agreement): Promise<PaperFacts> {
    const signing = await agreementPartiesOf(tx, [agreement.id]);
    const ids = signing.map(({ partyId }) => partyId);
    const parties = new Map((await partiesByIds(tx, actor, ids)).map((party) => [party.id, party]));
    const clauses = await clausesOf(tx, [agreement.id]);
    const terms = await termsOf(tx, [agreement.id]);
    const signers = signing.flatMap(({ partyId, signatoryTitle, signatoryName }) => {
      const party = parties.get(partyId);
      return party ? [{ party, signatoryTitle, signatoryName }] : [];
    });
    return { agreement, signers, clauses, terms, today: this.clock.today() };
  }
}

/** Refuses a document about what has not happened. */
function say(facts: PaperFacts, { paper, termNo }: PaperWish): Paper {
  const { agreement, terms } = facts;
  switch (paper) {
    case 'AGREEMENT':
      return agreementPaper(facts);
    case 'EXTENSION': {
      const extensions = terms.filter(({ kind }) => kind === 'EXTENSION');
      const term = termNo ? extensions.find(({ no }) => no === termNo) : extensions.at(-1);
      if (!term) throw new DomainError('INVALID_STATE', 'agreement.not-extended');
      return extensionPaper(facts, term);
    }
    case 'END_NOTICE': {
      const ends =
        agreement.status === 'TERMINATED' ||
        agreement.endsEarly ||
        agreement.notExtendedOn !== null ||
        agreement.endsOn < facts.today;
      if (terms.length === 0 || !ends) throw new DomainError('INVALID_STATE', 'agreement.end-not-decided');
      return endNotice(facts);
    }
  }
}
