import { type Actor, Clock, permit } from '@banso/kernel';
import { beyondOwnRows, type Db, rowsAbout, writeReading } from '@banso/platform';

/** What the platform holds about one person, as a file. */
export interface PersonalFile {
  readonly name: string;
  /** JSON: rows by table, without passwords and keys. */
  readonly content: string;
}

/** People take away what is held about them. */
export class PersonalFileService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * The asker's own rows in the prefecture where they act; the log says that they were taken. Their own deeds are in it
   * also where they may no longer see the case.
   */
  own(actor: Actor): Promise<PersonalFile> {
    return this.db.write(actor, async (tx) => {
      permit(actor.role !== 'SYSTEM');
      const { accountId, prefectureId } = actor;
      const specialistId = actor.role === 'SPECIALIST' ? actor.specialistId : null;
      const rows = await beyondOwnRows(tx, () => rowsAbout(tx, { accountId, specialistId, prefectureId }));
      await writeReading(tx, 'EXPORT', [['account', accountId]]);
      const today = this.clock.today();
      return {
        name: `banso-${today}.json`,
        content: JSON.stringify(
          { at: this.clock.now(), prefectureId, accountId, specialistId, rows },
          null,
          2,
        ),
      };
    });
  }
}
