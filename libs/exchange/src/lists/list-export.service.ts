import { type Actor, type Clock, DomainError, isOfTenant, permit } from '@banso/kernel';
import { Db, type SheetCharacter, sheetFile, type SheetFormat, writeReading } from '@banso/platform';
import type { Locale } from '../words.js';
import { consultations, supportRequests, visits } from './case-lists.js';
import { agreements, attendance, invoices, parties, placements, quotas } from './engagement-lists.js';
import type { ListExport } from './list-export.js';
import {
  coveredTowns,
  personDays,
  repeatedNeeds,
  requestWaits,
  stepOutcomes,
  targets,
  taxLines,
  themeRatings,
} from './overview-lists.js';
import { daysOff, people, skills, specialists, towns } from './people-lists.js';

/** Every list of a screen that can be taken away as a file. */
const LISTS = {
  SUPPORT_REQUESTS: supportRequests,
  CONSULTATIONS: consultations,
  VISITS: visits,
  SPECIALISTS: specialists,
  SKILLS: skills,
  DAYS_OFF: daysOff,
  PEOPLE: people,
  TOWNS: towns,
  AGREEMENTS: agreements,
  PARTIES: parties,
  PLACEMENTS: placements,
  QUOTAS: quotas,
  ATTENDANCE: attendance,
  INVOICES: invoices,
  OVERVIEW_TOWNS: coveredTowns,
  OVERVIEW_WAITS: requestWaits,
  OVERVIEW_DAYS: personDays,
  OVERVIEW_TARGETS: targets,
  OVERVIEW_TAX: taxLines,
  OVERVIEW_STEPS: stepOutcomes,
  OVERVIEW_REPEATS: repeatedNeeds,
  OVERVIEW_RATINGS: themeRatings,
} as const satisfies Record<string, ListExport>;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS).filter((name): name is ListName => name in LISTS);

export interface ListWish {
  readonly list: ListName;
  readonly format: SheetFormat;
  /** As the screen filters; what a list does not know is refused. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** Characters that the character set does not have are written as 〓. */
  readonly substitute: boolean;
}

export interface ListFile {
  readonly name: string;
  readonly rows: number;
  /** Null: nothing was written, because of characters that would be lost. */
  readonly bytes: Buffer | null;
  readonly characters: readonly SheetCharacter[];
}

const EXTENSION = { XLSX: 'xlsx', CSV: 'csv', CSV_CP932: 'csv' } as const;

/** Lists as files: what somebody sees on a screen is what they get, and that they took it is in the records' history. */
export class ListExportService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async take(actor: Actor, { list, format, filter, locale, substitute }: ListWish): Promise<ListFile> {
    permit(isOfTenant(actor) && LISTS[list].roles.some((role) => role === actor.role));
    const { clock } = this;
    const { sheet } = await this.db.write(actor, async (tx) => {
      const made = await LISTS[list].make({ tx, actor, clock, locale }, filter);
      await writeReading(tx, 'EXPORT', made.records);
      return made;
    });
    if (sheet.rows.length === 0) throw new DomainError('BAD_INPUT', 'list.empty');
    // Written after the transaction: nobody waits for a connection meanwhile.
    const { bytes, characters } = await sheetFile(sheet, format);
    const isLossy = characters.some(({ written }) => written === null);
    const name = `${sheet.name}-${this.clock.today()}.${EXTENSION[format]}`;
    return { name, rows: sheet.rows.length, bytes: isLossy && !substitute ? null : bytes, characters };
  }
}
